using System.Buffers.Text;
using System.Security.Cryptography;

namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>What a link in a letter is good for; part of what is signed, so that no link serves another purpose.</summary>
internal enum LinkPurpose : byte
{
    Unsubscribe = 1,
    Confirm = 2,
    View = 3,
    /// <summary>A link of a letter, counted.</summary>
    Follow = 4,
    /// <summary>The picture at the foot of a letter, counted.</summary>
    Seen = 5,
}

/// <param name="TenantId">The space.</param>
/// <param name="ContactId">The person; <see cref="Guid.Empty"/> in what is counted, so that nobody can be recognised.</param>
/// <param name="SubjectId">The campaign (unsubscribe, view), the list (confirm), or the counter (follow, seen); <see cref="Guid.Empty"/> = none.</param>
internal sealed record LinkToken(LinkPurpose Purpose, Guid TenantId, Guid ContactId, Guid SubjectId)
{
    private const byte Version = 1;
    private const int PayloadLength = 3 + 3 * 16;
    private const int MacLength = 16;

    /// <summary>Signs with HMAC-SHA-256, truncated to 128 bits. Never expires: a letter is read years later.</summary>
    public string Sign(LinkKey key)
    {
        Span<byte> bytes = stackalloc byte[PayloadLength + MacLength];
        bytes[0] = Version;
        bytes[1] = key.Id;
        bytes[2] = (byte)Purpose;
        TenantId.TryWriteBytes(bytes[3..], bigEndian: true, out _);
        ContactId.TryWriteBytes(bytes[19..], bigEndian: true, out _);
        SubjectId.TryWriteBytes(bytes[35..], bigEndian: true, out _);
        Mac(key, bytes[..PayloadLength], bytes[PayloadLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>False for anything that we did not sign for this purpose with one of the <paramref name="keys"/>.</returns>
    public static bool TryRead(string? text, LinkPurpose purpose, IReadOnlyCollection<LinkKey> keys, out LinkToken token)
    {
        token = null!;
        Span<byte> bytes = stackalloc byte[PayloadLength + MacLength];
        if (text is null || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length != bytes.Length || bytes[0] != Version || bytes[2] != (byte)purpose) return false;

        var keyId = bytes[1];
        var key = keys.FirstOrDefault(k => k.Id == keyId);
        if (key is null) return false;

        Span<byte> mac = stackalloc byte[MacLength];
        Mac(key, bytes[..PayloadLength], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes[PayloadLength..])) return false;

        token = new LinkToken(purpose, ReadGuid(bytes[3..]), ReadGuid(bytes[19..]), ReadGuid(bytes[35..]));
        return true;
    }

    private static Guid ReadGuid(ReadOnlySpan<byte> bytes) => new(bytes[..16], bigEndian: true);

    private static void Mac(LinkKey key, ReadOnlySpan<byte> payload, Span<byte> target)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret, payload, whole);
        whole[..MacLength].CopyTo(target);
    }
}

/// <summary>One signing key. Old keys stay, so that old links keep working; the first signs.</summary>
internal sealed record LinkKey(byte Id, byte[] Secret);
