using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.TestBase;
using NetVips;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Files that the tests make themselves, good ones and bad ones.</summary>
internal static class MediaSamples
{
    /// <summary>96 × 64 px, blue on the left and red on the right, as an iPhone writes pictures.</summary>
    public static byte[] Heic => Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAA" +
        "JwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEB" +
        "A3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAvbWRhdAAA" +
        "ACMoAa8ZgPd8hTf/93WBHvFu/waC7T4TDH+E4+eKwIAex0r/4A==");

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Odt => Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<x/>"u8.ToArray()));

    public static byte[] Docx => Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<x/>"u8.ToArray()));

    public static byte[] Gpx => """<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="48.8" lon="2.3"/></gpx>"""u8.ToArray();

    public static byte[] Vtt => "WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n"u8.ToArray();

    public static byte[] Mp3 => [.. "ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000"u8, 0xFF, 0xFB, 0x90, 0x64, .. new byte[400]];

    public static byte[] Mp4 => [.. Box("ftyp", "isom\0\0\u0002\0mp42"u8), .. Box("moov", new byte[20]), .. Box("mdat", new byte[5000])];

    /// <summary>A picture with GPS in its EXIF, held as a phone holds it.</summary>
    public static byte[] Photo(int width, int height, int orientation = 1, string format = ".jpg[Q=80]")
    {
        using var plain = (Image.Xyz(width, height)[0] + Image.Xyz(width, height)[1]).Cast(Enums.BandFormat.Uchar).Bandjoin([100.0, 50.0]).Copy(interpretation: Enums.Interpretation.Srgb);
        using var marked = plain.Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", orientation);
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "48/1 52/1 0/1");
        });
        return marked.WriteToBuffer(format);
    }

    public static byte[] Screenshot(int width, int height, byte alpha)
    {
        using var picture = Image.Black(width, height, bands: 3).Linear([1.0], [200.0]).Cast(Enums.BandFormat.Uchar).Bandjoin([alpha]).Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.WriteToBuffer(".png");
    }

    public static byte[] PngThatSays(int width, int height)
    {
        var png = Image.Black(1, 1).WriteToBuffer(".png");
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>An animation of that many pictures of one pixel.</summary>
    public static byte[] Gif(int frames)
    {
        var gif = new MemoryStream();
        gif.Write([.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
        for (var i = 0; i < frames; i++) gif.Write([0x21, 0xF9, 4, 0, 2, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
        gif.WriteByte(0x3B);
        return gif.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        }
        return buffer.ToArray();
    }

    /// <summary>A good document with more entries.</summary>
    public static byte[] DocxWith(params (string Name, byte[] Bytes)[] entries)
        => Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<x/>"u8.ToArray()), .. entries]);

    private static byte[] Box(string type, ReadOnlySpan<byte> content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box.AsSpan(8));
        return box;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}

internal static class MediaTestExtensions
{
    public static Task<HttpResponseMessage> SendsFile(this TestSpace space, byte[] bytes, string name, string path = "/api/sites/media")
        => space.Admin.SendAsync(HttpMethod.Post, path, new MultipartFormDataContent { { new StreamContent(new MemoryStream(bytes)), "file", name } });

    public static async Task<MediaDto> AFile(this TestSpace space, byte[] bytes, string name)
        => await (await space.SendsFile(bytes, name)).EnsureSuccess().ReadAsync<MediaDto>();

    public static async Task<IReadOnlyList<string>> Files(this TestSpace space, string query = "")
        => (await space.Admin.GetAsync<MediaPageDto>("/api/sites/media?" + query)).Items.ConvertAll(file => file.FileName);

    public static Task<MediaDto> Changes(this TestSpace space, MediaDto file, Action<UpdateMediaInput> change)
    {
        var input = new UpdateMediaInput { FileName = file.FileName };
        change(input);
        return space.Admin.PutAsync<MediaDto>($"/api/sites/media/{file.Id}", input);
    }

    /// <summary>At <c>/photo</c>.</summary>
    public static async Task<PageDto> PublishesAPageWith(this TestSpace space, MediaDto file)
    {
        var page = await space.APage("Photo");
        var image = $$"""{"id":"i","type":"image","v":1,"alt":{"kind":"text","text":"La fête du quai"},"media":"{{file.Urn}}"}""";
        var saved = await (await space.Saves(page, $$"""{"schema":"page/1","lang":"fr","blocks":[{{image}}]}""", page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        return await space.Publishes(saved);
    }
}
