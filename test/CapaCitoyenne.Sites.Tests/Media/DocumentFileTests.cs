using System.Net;
using System.Net.Http.Headers;
using CapaCitoyenne.TestBase;
using static CapaCitoyenne.Sites.Media.MediaSamples;

namespace CapaCitoyenne.Sites.Media;

public class DocumentFileTests(HubFixture hub)
{
    private static readonly Dictionary<string, byte[]> Documents = new()
    {
        ["pdf"] = Pdf, ["odt"] = Odt, ["docx"] = Docx, ["gpx"] = Gpx, ["vtt"] = Vtt, ["mp3"] = Mp3, ["mp4"] = Mp4,
    };

    [Theory]
    [InlineData("pdf", "application/pdf", "inline")]
    [InlineData("odt", "application/vnd.oasis.opendocument.text", "attachment")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment")]
    [InlineData("gpx", "application/gpx+xml", "attachment")]
    [InlineData("vtt", "text/vtt", "inline")]
    [InlineData("mp3", "audio/mpeg", "inline")]
    [InlineData("mp4", "video/mp4", "inline")]
    public async Task A_document_is_kept_as_it_is_and_served_as_what_it_is(string extension, string type, string disposition)
    {
        var space = await hub.Given.AnAssociation();
        var bytes = Documents[extension];
        var media = await space.AFile(bytes, "Compte rendu de l’AG.bin");
        (media.Kind, media.Size, media.ThumbnailUrl).ShouldBe((MediaKind.Document, bytes.Length, ""));

        var response = await hub.VisitAsync(space.Slug, media.Url);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.ToString().ShouldBe($"{disposition}; filename=\"compte-rendu-de-l-ag.{extension}\"");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("sandbox");
        response.Headers.GetValues("Cache-Control").Single().ShouldContain("immutable");
    }

    [Fact]
    public async Task A_player_gets_the_part_of_a_film_that_it_asks_for()
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile(Mp4, "fête.mp4");
        var part = await hub.VisitAsync(space.Slug, media.Url, request => request.Headers.Range = new RangeHeaderValue(100, 199));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(Mp4[100..200]);
    }

    [Fact]
    public async Task Who_has_it_already_does_not_get_it_again()
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile(Pdf, "a.pdf");
        var tag = (await hub.VisitAsync(space.Slug, media.Url)).Headers.ETag!;
        (await hub.VisitAsync(space.Slug, media.Url, request => request.Headers.IfNoneMatch.Add(tag))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_large_document_is_kept_whole_and_never_held_whole_in_memory()
    {
        var space = await hub.Given.AnAssociation();
        byte[] film = [.. Mp4[..^5008], 1, 0x6A, 0, 0, .. "mdat"u8, .. new byte[0x016A0000 - 8]];
        using var largest = new LargestObject();
        (await space.AFile(film, "film.mp4")).Size.ShouldBe(film.Length);
        largest.Size.ShouldBeLessThan(1024 * 1024);
    }
}
