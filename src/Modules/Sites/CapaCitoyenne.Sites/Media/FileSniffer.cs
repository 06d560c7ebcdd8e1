using System.Buffers.Binary;
using System.Text;
using System.Xml;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Tells what a file is by its bytes; names and declared types are not believed. Documents are looked through as far as is needed to trust them.</summary>
internal static class FileSniffer
{
    private const int HeadLength = 4096;
    private const int TailLength = 4096;
    private const int MaxBoxes = 10_000;
    private const int MaxXmlCharacters = 32 * 1024 * 1024;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx"];
    private static readonly string[] AvifBrands = ["avif", "avis"];
    private static readonly string[] Mp4Brands = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "MSNV"];
    private static readonly string[] GpxNamespaces = ["http://www.topografix.com/GPX/1/1", "http://www.topografix.com/GPX/1/0"];

    /// <param name="stream">Seekable; at its start again afterwards.</param>
    /// <exception cref="BusinessException">MediaTypeNotAllowed, MediaSvgRefused, MediaOldOffice, MediaHasMacros, MediaUnreadable.</exception>
    public static async Task<FileType> SniffAsync(Stream stream)
    {
        var buffer = new byte[HeadLength];
        stream.Position = 0;
        var head = buffer.AsMemory(0, await stream.ReadAtLeastAsync(buffer, HeadLength, throwOnEndOfStream: false));
        var type = Picture(head.Span) ?? await DocumentAsync(head, stream) ?? throw new BusinessException(SitesErrorCodes.MediaTypeNotAllowed);
        stream.Position = 0;
        return type;
    }

    private static FileType? Picture(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16) return null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileTypes.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileTypes.Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return FileTypes.Gif;
        if (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return FileTypes.WebP;
        var brands = Brands(head);
        if (brands.Exists(AvifBrands.Contains)) return FileTypes.Avif;
        return brands.Exists(HeicBrands.Contains) ? FileTypes.Heic : null;
    }

    private static async Task<FileType?> DocumentAsync(ReadOnlyMemory<byte> head, Stream stream)
    {
        if (StartsWith(head, "%PDF-"u8)) return await EndsAsync(stream, "%%EOF"u8.ToArray()) ? FileTypes.Pdf : throw Unreadable();
        if (StartsWith(head, "PK\u0003\u0004"u8)) return PackedDocument.Recognize(stream);
        if (StartsWith(head, [0xD0, 0xCF, 0x11, 0xE0])) throw new BusinessException(SitesErrorCodes.MediaOldOffice);
        if (IsMp3(head.Span)) return FileTypes.Mp3;
        if (Brands(head.Span) is [var brand, ..] brands)
        {
            if (brand == "qt  " || !brands.Exists(Mp4Brands.Contains)) return null;
            return await IsWholeFilmAsync(stream) ? FileTypes.Mp4 : throw Unreadable();
        }
        var text = Encoding.UTF8.GetString(head.Span).TrimStart('\uFEFF');
        if (text.StartsWith("WEBVTT", StringComparison.Ordinal) && (text.Length == 6 || text[6] is ' ' or '\t' or '\r' or '\n'))
            return await IsTextAsync(stream) ? FileTypes.Vtt : throw Unreadable();
        return text.TrimStart().StartsWith('<') ? await MarkupAsync(text, stream) : null;
    }

    /// <summary>The brands of an ISO media file, the major one first; empty for other files.</summary>
    private static List<string> Brands(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16 || !head[4..].StartsWith("ftyp"u8)) return [];
        var end = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var brands = new List<string> { Encoding.ASCII.GetString(head[8..12]) };
        for (var at = 16; at + 4 <= end; at += 4) brands.Add(Encoding.ASCII.GetString(head[at..(at + 4)]));
        return brands;
    }

    /// <summary>ID3 tag, or the header of an MPEG layer III frame.</summary>
    private static bool IsMp3(ReadOnlySpan<byte> head)
    {
        if (head.Length < 10) return false;
        if (head.StartsWith("ID3"u8)) return head[3] is >= 2 and <= 4 && !head[6..10].ContainsAnyInRange((byte)0x80, (byte)0xFF);
        return head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && ((head[1] >> 3) & 3) != 1 && ((head[1] >> 1) & 3) == 1
            && (head[2] >> 4) is > 0 and < 15 && ((head[2] >> 2) & 3) != 3;
    }

    /// <summary>Whether the boxes of the file fill it to its end, the index among them.</summary>
    private static async Task<bool> IsWholeFilmAsync(Stream stream)
    {
        var header = new byte[16];
        var hasIndex = false;
        long at = 0;
        for (var boxes = 0; at < stream.Length; boxes++)
        {
            stream.Position = at;
            if (boxes == MaxBoxes || await stream.ReadAtLeastAsync(header, 16, throwOnEndOfStream: false) < 8) return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (size == 1) size = BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8));
            else if (size == 0) size = stream.Length - at;
            hasIndex |= header.AsSpan(4).StartsWith("moov"u8);
            if (size < 8 || size > stream.Length - at) return false;
            at += size;
        }
        return hasIndex;
    }

    private static async Task<bool> EndsAsync(Stream stream, byte[] mark)
    {
        stream.Position = Math.Max(0, stream.Length - TailLength);
        var tail = new byte[TailLength];
        var length = await stream.ReadAtLeastAsync(tail, TailLength, throwOnEndOfStream: false);
        return tail.AsSpan(0, length).IndexOf(mark) >= 0;
    }

    private static async Task<bool> IsTextAsync(Stream stream)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        var characters = new char[HeadLength];
        try
        {
            while (await reader.ReadAsync(characters) is > 0 and var count)
                if (characters.AsSpan(0, count).Contains('\0')) return false;
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static async Task<FileType?> MarkupAsync(string head, Stream stream)
    {
        var svg = head.Contains("<svg", StringComparison.OrdinalIgnoreCase);
        if (svg || !head.Contains("<gpx", StringComparison.Ordinal)) return svg ? throw new BusinessException(SitesErrorCodes.MediaSvgRefused) : null;
        stream.Position = 0;
        var settings = new XmlReaderSettings
        {
            Async = true, CloseInput = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxXmlCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            await reader.MoveToContentAsync();
            var isTrack = reader.LocalName == "gpx" && GpxNamespaces.Contains(reader.NamespaceURI);
            while (isTrack && await reader.ReadAsync())
            {
                // To its end: what is not well-formed is refused here and not by the reader's walking app.
            }
            return isTrack ? FileTypes.Gpx : null;
        }
        catch (XmlException exception)
        {
            throw Unreadable(exception);
        }
    }

    private static bool StartsWith(ReadOnlyMemory<byte> head, ReadOnlySpan<byte> mark) => head.Span.StartsWith(mark);

    private static BusinessException Unreadable(Exception? inner = null) => new(SitesErrorCodes.MediaUnreadable, innerException: inner);
}
