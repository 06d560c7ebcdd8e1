using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using CapaCitoyenne.TestBase;
using NetVips;

namespace CapaCitoyenne.Sites.Sharing;

public class SharingTests(HubFixture hub)
{
    [Fact]
    public async Task A_link_to_a_page_shows_a_picture_with_its_title_in_the_site_s_colours()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPage("Fête & <quai>");
        var url = Meta(await hub.ReadAsync(space.Slug, "/fete-et-quai"), "og:image");
        url.ShouldStartWith($"http://{space.Slug}.localhost:5000/partage/");
        var response = await hub.VisitAsync(space.Slug, new Uri(url).AbsolutePath);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var picture = Image.NewFromBuffer(bytes);
        (picture.Width, picture.Height).ShouldBe((1200, 630));
        bytes.Length.ShouldBeLessThan(80_000);
    }

    [Fact]
    public async Task A_picture_of_former_colours_leads_to_the_present_one_and_a_draft_has_none()
    {
        var space = await hub.Given.AnOnlineSite();
        var page = await space.APublishedPage("Potager");
        var before = new Uri(Meta(await hub.ReadAsync(space.Slug, "/potager"), "og:image")).AbsolutePath;
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", HeaderColor = "#0b5d4b" });
        var after = new Uri(Meta(await hub.ReadAsync(space.Slug, "/potager"), "og:image")).AbsolutePath;
        after.ShouldNotBe(before);
        (await hub.VisitAsync(space.Slug, before)).Headers.Location!.OriginalString.ShouldBe(after);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/unpublish");
        (await hub.VisitAsync(space.Slug, after)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Twenty_readers_of_one_new_picture_cost_one_drawing()
    {
        var space = await hub.Given.AnOnlineSite();
        var path = new Uri(Meta(await hub.ReadAsync(space.Slug, "/"), "og:image")).AbsolutePath;
        var cache = (PublicSiteCache)hub.Services.GetService(typeof(PublicSiteCache))!;
        var state = (await cache.FindAsync(space.Slug + ".localhost", space.Slug))!;
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => cache.GetAsync(state, path))))).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_site_has_an_icon_under_the_name_that_browsers_ask_for_too()
    {
        var space = await hub.Given.AnOnlineSite();
        var html = await hub.ReadAsync(space.Slug, "/");
        var icon = Regex.Match(html, "rel=\"icon\"[^>]*href=\"(?<u>[^\"]+)\"").Groups["u"].Value;
        using var picture = Image.NewFromBuffer(await (await hub.VisitAsync(space.Slug, icon)).Content.ReadAsByteArrayAsync());
        picture.Width.ShouldBe(32);
        var touch = Regex.Match(html, "rel=\"apple-touch-icon\" href=\"(?<u>[^\"]+)\"").Groups["u"].Value;
        using var large = Image.NewFromBuffer(await (await hub.VisitAsync(space.Slug, touch)).Content.ReadAsByteArrayAsync());
        large.Width.ShouldBe(180);
        var favicon = await (await hub.VisitAsync(space.Slug, "/favicon.ico")).Content.ReadAsByteArrayAsync();
        favicon[..6].ShouldBe([0, 0, 1, 0, 1, 0]);
    }

    [Fact]
    public async Task A_logo_that_fits_a_square_is_the_icon_and_a_long_one_is_not()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "place" });
        var initial = TouchIcon(await hub.ReadAsync(space.Slug, "/"));
        await SetsLogo(space, 200, 40);
        TouchIcon(await hub.ReadAsync(space.Slug, "/")).ShouldBe(initial);
        await SetsLogo(space, 120, 100);
        var path = TouchIcon(await hub.ReadAsync(space.Slug, "/"));
        path.ShouldNotBe(initial);
        using var icon = Image.NewFromBuffer(await (await hub.VisitAsync(space.Slug, path)).Content.ReadAsByteArrayAsync());
        (icon.Width, icon.Height, icon.HasAlpha()).ShouldBe((180, 180, false));
        // The logo is red, in the middle.
        icon.Getpoint(90, 90).ShouldBe([255, 0, 0]);
        icon.Getpoint(2, 2).ShouldNotBe([255, 0, 0]);
    }

    private static string TouchIcon(string html) => Regex.Match(html, "rel=\"apple-touch-icon\" href=\"(?<u>[^\"]+)\"").Groups["u"].Value;

    private static async Task SetsLogo(TestSpace space, int width, int height)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var red = (black + new double[] { 255, 0, 0 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        var file = new MultipartFormDataContent { { new ByteArrayContent(red.WriteToBuffer(".png")), "file", "logo.png" } };
        var media = await (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/media", file)).EnsureSuccess().ReadAsync<Media.MediaDto>();
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", LogoMediaId = media.Id });
    }

    [Fact]
    public async Task Data_for_machines_is_made_from_what_is_known_and_cannot_end_its_element()
    {
        var space = await hub.Given.AnAssociation("Les </script><script>alert(1)</script> jardins");
        await space.CompletesItsLegalNotice();
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{(await space.HomePage()).Id}/publish");
        await space.APublishedPost("Récolte \"d’été\"", "Des tomates");
        var home = Graph(await hub.ReadAsync(space.Slug, "/"));
        home[0].GetProperty("@type").GetString().ShouldBe("NGO");
        home[0].GetProperty("name").GetString().ShouldBe("Les </script><script>alert(1)</script> jardins");
        home[1].GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString()!.ShouldEndWith("/recherche?q={search_term_string}");
        var post = Graph(await hub.ReadAsync(space.Slug, "/actualites/recolte-d-ete"));
        post[0].GetProperty("@type").GetString().ShouldBe("Article");
        post[0].GetProperty("datePublished").GetDateTime().Kind.ShouldBe(DateTimeKind.Utc);
        post[1].GetProperty("itemListElement").GetArrayLength().ShouldBe(3);
        (await hub.ReadAsync(space.Slug, "/")).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Feeds_are_read_by_a_parser_that_is_not_ours()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPost("Un & deux", "Du **texte** \u0007 & plus");
        foreach (var path in new[] { FeedWriter.AtomPath, FeedWriter.RssPath })
        {
            using var reader = XmlReader.Create(new StringReader(await hub.ReadAsync(space.Slug, path)));
            var feed = SyndicationFeed.Load(reader);
            var item = feed.Items.ShouldHaveSingleItem(path);
            item.Title.Text.ShouldBe("Un & deux");
            item.Id.ShouldStartWith("urn:uuid:");
            item.PublishDate.Year.ShouldBeGreaterThan(2000);
            item.Links.ShouldContain(link => link.Uri.AbsolutePath == "/actualites/un-et-deux");
        }
    }

    [Fact]
    public void A_sitemap_that_is_too_long_becomes_parts_and_their_list()
    {
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        (string, DateTime)[] paths = [.. Enumerable.Range(0, 5).Select(i => ($"/{i}", day.AddDays(i)))];
        var list = XDocument.Parse(System.Text.Encoding.UTF8.GetString(SitemapWriter.Write("https://a.fr", paths, null, maxUrls: 2)!));
        list.Root!.Name.LocalName.ShouldBe("sitemapindex");
        list.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ShouldBe(["https://a.fr/sitemap-1.xml", "https://a.fr/sitemap-2.xml", "https://a.fr/sitemap-3.xml"]);
        Enumerable.Range(1, 3).SelectMany(part => XDocument.Parse(System.Text.Encoding.UTF8.GetString(SitemapWriter.Write("https://a.fr", paths, part, maxUrls: 2)!))
            .Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value)).Count().ShouldBe(5);
        SitemapWriter.Write("https://a.fr", paths, 4, maxUrls: 2).ShouldBeNull();
        XDocument.Parse(System.Text.Encoding.UTF8.GetString(SitemapWriter.Write("https://a.fr", paths, null)!)).Root!.Name.LocalName.ShouldBe("urlset");
    }

    [Fact]
    public async Task The_note_for_finders_of_weaknesses_has_what_its_standard_asks_for()
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.VisitAsync(space.Slug, "/.well-known/security.txt");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        var fields = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line.Split(": ")[0], line => line.Split(": ")[1]);
        fields["Contact"].ShouldHaveSingleItem().ShouldBe("mailto:securite@exemple.fr");
        var expires = DateTime.Parse(fields["Expires"].ShouldHaveSingleItem(), System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
        (expires - hub.Clock.GetUtcNow().UtcDateTime).TotalDays.ShouldBeInRange(30, 365);
        fields["Canonical"].ShouldHaveSingleItem().ShouldEndWith("/.well-known/security.txt");
    }

    private static string Meta(string html, string property) => Regex.Match(html, $"property=\"{property}\" content=\"(?<v>[^\"]+)\"").Groups["v"].Value;

    private static JsonElement Graph(string html)
        => JsonDocument.Parse(Regex.Match(html, "<script type=\"application/ld\\+json\">(?<v>.*?)</script>", RegexOptions.Singleline).Groups["v"].Value).RootElement.GetProperty("@graph");
}
