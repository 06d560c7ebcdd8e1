using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using static CapaCitoyenne.Sites.Media.MediaSamples;

namespace CapaCitoyenne.Sites.Media;

public class MediaTests(HubFixture hub)
{
    [Fact]
    public async Task A_picture_is_turned_cleaned_and_made_smaller_in_every_format()
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile(Photo(1200, 800, orientation: 6), "fête du quai.JPG");
        (media.Width, media.Height, media.FileName).ShouldBe((800, 1200, "fête du quai.JPG"));

        await hub.RunJobsAsync();
        media = await space.Admin.GetAsync<MediaDto>($"/api/sites/media/{media.Id}");
        media.HasVariants.ShouldBeTrue();

        using var stored = await Download(media.Url);
        stored.GetFields().ShouldNotContain(field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal));

        var small = await hub.NewBrowser().Http.GetAsync(media.ThumbnailUrl);
        small.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        small.Headers.GetValues("Cache-Control").Single().ShouldContain("immutable");
        using var thumbnail = Image.NewFromBuffer(await small.Content.ReadAsByteArrayAsync());
        thumbnail.Width.ShouldBe(480);
    }

    private static readonly Dictionary<string, Func<byte[]>> Kinds = new()
    {
        ["JPEG"] = () => Photo(300, 200), ["PNG"] = () => Photo(300, 200, format: ".png"), ["WebP"] = () => Photo(300, 200, format: ".webp"),
        ["AVIF"] = () => Photo(300, 200, format: ".avif[effort=0]"), ["GIF"] = () => Gif(1), ["HEIC"] = () => Heic,
    };

    [Theory, InlineData("JPEG", "jpg"), InlineData("PNG", "png"), InlineData("WebP", "jpg"), InlineData("AVIF", "jpg"), InlineData("GIF", "jpg"), InlineData("HEIC", "jpg")]
    public async Task Every_kind_of_picture_is_taken_whatever_its_name_says(string kind, string kept)
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile(Kinds[kind](), "photo.txt");
        media.Kind.ShouldBe(MediaKind.Picture);
        media.Url.ShouldEndWith("/o." + kept);
        using var stored = await Download(media.Url);
        (stored.Width, stored.Height).ShouldBe((media.Width, media.Height));
    }

    [Fact]
    public async Task A_picture_of_an_iPhone_keeps_its_colours()
    {
        var space = await hub.Given.AnAssociation();
        using var stored = await Download((await space.AFile(Heic, "IMG_2041.HEIC")).Url);
        var (left, right) = (stored[10, 30], stored[85, 30]);
        left[2].ShouldBeGreaterThan(left[0] + 80);
        right[0].ShouldBeGreaterThan(right[2] + 80);
    }

    [Theory, InlineData(255, "jpg"), InlineData(90, "png")]
    public async Task A_screenshot_is_made_small_as_JPEG_and_stays_PNG_only_where_it_is_see_through(byte alpha, string extension)
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile(Screenshot(700, 300, alpha), "capture.png");
        await hub.RunJobsAsync();
        var smaller = media.Url.Replace("/o.png", "/480." + extension, StringComparison.Ordinal);
        (await hub.VisitAsync(space.Slug, smaller)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_picture_twice_is_stored_once()
    {
        var space = await hub.Given.AnAssociation();
        var first = await space.AFile(Photo(600, 400), "a.jpg");
        (await space.AFile(Photo(600, 400), "b.jpg")).Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_page_shows_it_in_the_size_that_the_screen_needs_and_around_its_focus()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var media = await space.AFile(Photo(1200, 800), "a.jpg");
        await hub.RunJobsAsync();
        await space.Changes(media, input => (input.FocusX, input.FocusY) = (8, 70));
        await space.PublishesAPageWith(media);

        var html = await hub.ReadAsync(space.Slug, "/photo");
        html.ShouldContain("<source type=\"image/webp\" srcset=\"");
        html.ShouldContain("960.webp 960w");
        html.ShouldContain("width=\"1200\" height=\"800\" loading=\"lazy\"");
        html.ShouldContain("<img class=\"focus-x0 focus-y3\"");
    }

    [Fact]
    public async Task In_a_letter_it_has_an_absolute_address()
    {
        var space = await hub.Given.AnAssociation();
        var media = await space.AFile(Photo(1200, 800), "a.jpg");
        var document = $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"i","type":"image","v":1,"alt":{"kind":"text","text":"La fête"},"media":"{{media.Urn}}"}]}""";
        var letter = await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<IPageDocumentIntegrationService>()
            .RenderAsync(new RenderDocumentInput { Document = document, Target = RenderTarget.Email, BaseUrl = "https://jardins.example.org" }));
        letter.Content.ShouldContain($"src=\"https://jardins.example.org{media.Url}\"");
        letter.Content.ShouldNotContain("srcset");
    }

    [Fact]
    public async Task Pictures_of_one_space_are_not_found_in_another()
    {
        var one = await hub.Given.AnAssociation();
        var two = await hub.Given.AnAssociation();
        var media = await one.AFile(Photo(500, 300), "a.jpg");
        (await two.Admin.SendAsync(HttpMethod.Get, $"/api/sites/media/{media.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await two.SendsFile(Photo(500, 300), "a.jpg", $"/api/sites/media/{media.Id}/replace")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.VisitAsync(one.Slug, media.Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hub.VisitAsync(two.Slug, media.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Image> Download(string url)
        => Image.NewFromBuffer(await (await hub.NewBrowser().Http.GetAsync(url)).EnsureSuccess().Content.ReadAsByteArrayAsync());
}
