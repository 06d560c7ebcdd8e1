using System.Buffers.Text;
using System.Text;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Keyset cursors as opaque texts.</summary>
internal static class Cursors
{
    public static string Encode(string value) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(value));

    /// <returns>Null for no cursor and for one that is not ours: the first page.</returns>
    public static string? Decode(string? cursor) =>
        string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor) ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));

    public static Guid? DecodeGuid(string? cursor) => Guid.TryParse(Decode(cursor), out var id) ? id : null;
}
