using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.Public;

/// <summary>An answer ready to be sent: bytes, tag, type. Each encoding is made when a reader takes it first, and kept.</summary>
/// <param name="IsText">Worth compressing.</param>
internal sealed record StoredAnswer(int Status, string ContentType, byte[] Plain, bool IsText, string ContentHash)
{
    /// <summary>Nothing is there: the site's page for that is sent.</summary>
    public static readonly StoredAnswer Missing = new(404, "", [], false, "");

    // A tenth of a second's work at 11 for one per cent less; 7 costs under a millisecond a page.
    private const int BrotliQuality = 7;

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>A page that a person reads, and not a file or a feed.</summary>
    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    /// <summary>Origins whose frames the page shows: films.</summary>
    public IReadOnlyList<string> FrameSources { get; init; } = [];

    /// <summary>The address changes with the content.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>For one reader only, and kept nowhere.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Members of the space see something else at this address.</summary>
    public bool DependsOnReader { get; init; }

    /// <summary>Leads from an address that something had once: there are only so many of them.</summary>
    public bool IsFromFormerAddress { get; private init; }

    /// <summary>Addresses that anybody may make up are not kept one by one, whether they lead to nothing or elsewhere.</summary>
    public bool IsKept => Status is 200 or 403 || IsFromFormerAddress;

    public string ETag { get; } = "W/\"" + ContentHash + "\"";

    private byte[]? _brotli;
    private byte[]? _gzip;

    public byte[] Brotli => _brotli ??= CompressBrotli(Plain);

    public byte[] Gzip => _gzip ??= CompressGzip(Plain);

    /// <summary>Bytes of memory: each encoding of a text takes about a quarter of it.</summary>
    public int Size => IsText ? Plain.Length + Plain.Length / 2 : Plain.Length;

    public static StoredAnswer Of(int status, string contentType, byte[] bytes)
        => new(status, contentType, bytes, true, Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]);

    /// <summary>Bytes that are compressed already: pictures.</summary>
    public static StoredAnswer OfPicture(string contentType, byte[] bytes) => new(200, contentType, bytes, false, Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]);

    /// <param name="path">On the site. A header holds no accent, and browsers take a backslash for a slash: what is none of a path is written as its number.</param>
    public static StoredAnswer Redirect(string path, bool isFromFormerAddress = false)
        => new(301, "", [], false, "") { Location = new PathString(path).ToUriComponent(), IsFromFormerAddress = isFromFormerAddress };

    private static byte[] CompressBrotli(byte[] bytes)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, target, out var written, BrotliQuality, window: 22) ? target[..written] : bytes;
    }

    private static byte[] CompressGzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return target.ToArray();
    }
}
