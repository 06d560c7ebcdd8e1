using System.Net;
using System.Text;
using CapaCitoyenne.TestBase;
using static CapaCitoyenne.Sites.Media.MediaSamples;

namespace CapaCitoyenne.Sites.Media;

public class BadFileTests(HubFixture hub)
{
    private const int Megabyte = 1024 * 1024;

    // Made when its turn comes: some weigh as much as is allowed.
    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Code)> Bad = new()
    {
        ["dessin.png"] = (() => "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), SitesErrorCodes.MediaSvgRefused),
        ["page.jpg"] = (() => "<!doctype html><script>alert(1)</script>"u8.ToArray(), SitesErrorCodes.MediaTypeNotAllowed),
        ["programme.pdf"] = (() => [0x7F, .. "ELF"u8, .. new byte[200]], SitesErrorCodes.MediaTypeNotAllowed),
        ["film.mov"] = (() => [0, 0, 0, 20, .. "ftypqt  \0\0\0\0qt  "u8, .. new byte[50]], SitesErrorCodes.MediaTypeNotAllowed),
        ["archive.zip"] = (() => Zip(("a.txt", "a"u8.ToArray())), SitesErrorCodes.MediaTypeNotAllowed),
        ["statuts.doc"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], SitesErrorCodes.MediaOldOffice),
        ["macros.docx"] = (() => DocxWith(("word/vbaProject.bin", new byte[50])), SitesErrorCodes.MediaHasMacros),
        ["vide.jpg"] = (() => [0xFF, 0xD8, 0xFF], SitesErrorCodes.MediaTypeNotAllowed),

        ["abimee.jpg"] = (() => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[200]], SitesErrorCodes.MediaUnreadable),
        ["coupee.jpg"] = (() => Photo(600, 400)[..2000], SitesErrorCodes.MediaUnreadable),
        ["coupee.png"] = (() => Photo(600, 400, format: ".png")[..2000], SitesErrorCodes.MediaUnreadable),
        ["coupee.heic"] = (() => Heic[..380], SitesErrorCodes.MediaUnreadable),
        ["coupe.pdf"] = (() => Pdf[..40], SitesErrorCodes.MediaUnreadable),
        ["coupe.odt"] = (() => Odt[..60], SitesErrorCodes.MediaUnreadable),
        ["coupe.mp4"] = (() => Mp4[..2000], SitesErrorCodes.MediaUnreadable),
        ["coupe.gpx"] = (() => Gpx[..80], SitesErrorCodes.MediaUnreadable),
        ["latin1.vtt"] = (() => [.. "WEBVTT\n\n"u8, 0xE9, 0xE8], SitesErrorCodes.MediaUnreadable),
        ["entites.gpx"] = (() => "<!DOCTYPE gpx [<!ENTITY a \"aaaa\">]><gpx xmlns=\"http://www.topografix.com/GPX/1/1\">&a;</gpx>"u8.ToArray(), SitesErrorCodes.MediaUnreadable),

        ["bombe.png"] = (() => PngThatSays(40_000, 20_000), SitesErrorCodes.MediaTooManyPixels),
        ["longue.png"] = (() => PngThatSays(65_500, 1), SitesErrorCodes.MediaTooManyPixels),
        ["lourde.jpg"] = (() => [.. Photo(60, 40), .. new byte[15 * Megabyte]], SitesErrorCodes.MediaTooLarge),
        ["lourd.pdf"] = (() => [.. Pdf, .. new byte[25 * Megabyte]], SitesErrorCodes.MediaTooLarge),

        ["bombe.docx"] = (() => DocxWith(("word/media/a", new byte[40 * Megabyte])), SitesErrorCodes.MediaUnreadable),
        ["dehors.docx"] = (() => DocxWith(("../../etc/passwd", [1])), SitesErrorCodes.MediaUnreadable),
        ["foule.docx"] = (() => DocxWith([.. Enumerable.Range(0, 6000).Select(i => ($"word/{i}", Array.Empty<byte>()))]), SitesErrorCodes.MediaUnreadable),
        ["devant.docx"] = (() => [.. "PK\u0003\u0004MZ et autre chose devant"u8, .. Docx], SitesErrorCodes.MediaUnreadable),
        ["derriere.docx"] = (() => [.. Docx, .. "<script>"u8], SitesErrorCodes.MediaUnreadable),
    };

    public static TheoryData<string> Files => [.. Bad.Keys];

    [Theory, MemberData(nameof(Files))]
    public async Task What_is_no_sound_file_is_refused_with_its_reason(string name)
    {
        var space = await hub.Given.AnAssociation();
        var (bytes, code) = Bad[name];
        var response = await space.SendsFile(bytes(), name);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
        (await space.Files()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_of_five_hundred_million_columns_costs_no_memory()
    {
        var space = await hub.Given.AnAssociation();
        var before = Environment.WorkingSet;
        var response = await space.SendsFile(PngThatSays(500_000_000, 1), "longue.png");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBeOneOf(SitesErrorCodes.MediaTooManyPixels, SitesErrorCodes.MediaUnreadable);
        (Environment.WorkingSet - before).ShouldBeLessThan(200L * Megabyte);
    }

    [Fact]
    public async Task Of_an_animation_of_thirty_thousand_pictures_the_first_is_kept()
    {
        var space = await hub.Given.AnAssociation();
        var before = Environment.WorkingSet;
        (await space.AFile(Gif(30_000), "animation.gif")).Height.ShouldBe(1);
        (Environment.WorkingSet - before).ShouldBeLessThan(200L * Megabyte);
    }

    [Fact]
    public async Task What_hides_behind_a_picture_does_not_come_along()
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile([.. Photo(300, 200), .. "<script>alert(1)</script>PK\u0003\u0004"u8], "a.jpg");
        var bytes = await (await hub.NewBrowser().Http.GetAsync(media.Url)).Content.ReadAsByteArrayAsync();
        Encoding.Latin1.GetString(bytes).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task A_call_without_a_file_says_so()
    {
        var space = await hub.Given.AnAssociation();
        var response = await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/media", new MultipartFormDataContent { { new StringContent("rien"), "autre" } });
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.MediaMissing);
    }
}
