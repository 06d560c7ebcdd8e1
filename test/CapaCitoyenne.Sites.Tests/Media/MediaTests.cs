using System.Buffers.Binary;
using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Pages;
using NetVips;

namespace CapaCitoyenne.Sites.Media;

public class MediaTests(HubFixture hub)
{
    [Fact]
    public async Task A_picture_is_turned_cleaned_and_made_smaller_in_every_format()
    {
        var space = await hub.Given.AnAssociation();
        var media = await (await Send(space, Photo(1200, 800, orientation: 6), "fête du quai.JPG")).EnsureSuccess().ReadAsync<MediaDto>();
        (media.Width, media.Height, media.FileName).ShouldBe((800, 1200, "fête du quai.JPG"));

        await hub.RunJobsAsync();
        media = await space.Admin.GetAsync<MediaDto>($"/api/sites/media/{media.Id}");
        media.HasVariants.ShouldBeTrue();

        var bytes = await (await hub.NewBrowser().Http.GetAsync(media.Url)).EnsureSuccess().Content.ReadAsByteArrayAsync();
        using var stored = Image.NewFromBuffer(bytes);
        stored.GetFields().ShouldNotContain(field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal));

        var small = await hub.NewBrowser().Http.GetAsync(media.ThumbnailUrl);
        small.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        small.Headers.GetValues("Cache-Control").Single().ShouldContain("immutable");
        using var thumbnail = Image.NewFromBuffer(await small.Content.ReadAsByteArrayAsync());
        thumbnail.Width.ShouldBe(480);
    }

    [Fact]
    public async Task The_same_picture_twice_is_stored_once()
    {
        var space = await hub.Given.AnAssociation();
        var first = await (await Send(space, Photo(600, 400), "a.jpg")).EnsureSuccess().ReadAsync<MediaDto>();
        (await (await Send(space, Photo(600, 400), "b.jpg")).EnsureSuccess().ReadAsync<MediaDto>()).Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_page_shows_it_in_the_size_that_the_screen_needs()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var media = await (await Send(space, Photo(1200, 800), "a.jpg")).EnsureSuccess().ReadAsync<MediaDto>();
        await hub.RunJobsAsync();
        var page = await space.APage("Photo");
        var image = $$"""{"id":"i","type":"image","v":1,"alt":{"kind":"text","text":"La fête du quai"},"media":"{{media.Urn}}"}""";
        var saved = await (await space.Saves(page, $$"""{"schema":"page/1","lang":"fr","blocks":[{{image}}]}""", page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        await space.Publishes(saved);

        var html = await hub.ReadAsync(space.Slug, "/photo");
        html.ShouldContain("<source type=\"image/webp\" srcset=\"");
        html.ShouldContain("960.webp 960w");
        html.ShouldContain("width=\"1200\" height=\"800\" loading=\"lazy\"");
        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{media.Id}")).CodeAsync()).ShouldBe(SitesErrorCodes.MediaInUse);
    }

    [Fact]
    public async Task Pictures_of_one_space_are_not_found_in_another()
    {
        var one = await hub.Given.AnAssociation();
        var two = await hub.Given.AnAssociation();
        var media = await (await Send(one, Photo(500, 300), "a.jpg")).EnsureSuccess().ReadAsync<MediaDto>();
        (await two.Admin.SendAsync(HttpMethod.Get, $"/api/sites/media/{media.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.VisitAsync(one.Slug, media.Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hub.VisitAsync(two.Slug, media.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "dessin.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), SitesErrorCodes.MediaTypeNotAllowed },
        { "page.jpg", "<!doctype html><script>alert(1)</script>"u8.ToArray(), SitesErrorCodes.MediaTypeNotAllowed },
        { "vide.jpg", [0xFF, 0xD8, 0xFF], SitesErrorCodes.MediaTypeNotAllowed },
        { "abimee.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[200]], SitesErrorCodes.MediaUnreadable },
        { "bombe.png", HugePng(40_000, 20_000), SitesErrorCodes.MediaTooManyPixels },
        { "coupee.jpg", Photo(600, 400)[..2000], SitesErrorCodes.MediaUnreadable },
        { "lourde.jpg", [.. Photo(60, 40), .. new byte[15 * 1024 * 1024]], SitesErrorCodes.MediaTooLarge },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public async Task What_is_no_sound_picture_is_refused_with_its_reason(string name, byte[] bytes, string code)
    {
        var space = await hub.Given.AnAssociation();
        var response = await Send(space, bytes, name);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task What_hides_behind_a_picture_does_not_come_along()
    {
        var space = await hub.Given.AnAssociation();
        byte[] polyglot = [.. Photo(300, 200), .. "<script>alert(1)</script>PK\u0003\u0004"u8];
        var media = await (await Send(space, polyglot, "a.jpg")).EnsureSuccess().ReadAsync<MediaDto>();
        var bytes = await (await hub.NewBrowser().Http.GetAsync(media.Url)).Content.ReadAsByteArrayAsync();
        System.Text.Encoding.Latin1.GetString(bytes).ShouldNotContain("<script>");
    }

    private static Task<HttpResponseMessage> Send(TestSpace space, byte[] bytes, string name)
        => space.Admin.SendAsync(HttpMethod.Post, "/api/sites/media", new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } });

    /// <summary>A picture with GPS in its EXIF, held as a phone holds it.</summary>
    private static byte[] Photo(int width, int height, int orientation = 1)
    {
        using var plain = (Image.Xyz(width, height)[0] + Image.Xyz(width, height)[1]).Cast(Enums.BandFormat.Uchar).Bandjoin([100.0, 50.0]).Copy(interpretation: Enums.Interpretation.Srgb);
        using var marked = plain.Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", orientation);
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "48/1 52/1 0/1");
        });
        return marked.WriteToBuffer(".jpg[Q=80]");
    }

    private static byte[] HugePng(int width, int height)
    {
        var png = Image.Black(1, 1).WriteToBuffer(".png");
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
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
