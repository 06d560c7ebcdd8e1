using System.Security.Cryptography;
using System.Text;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>
/// Ids made from where a thing comes from (UUID version 8), so that the same file makes the same pages: importing it twice adds nothing, and
/// links can be written before what they lead to is there.
/// </summary>
internal static class ImportIds
{
    public static Guid Of(Guid tenantId, string origin, SourceKind kind, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{tenantId:N}|{origin}|{kind}|{key}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
