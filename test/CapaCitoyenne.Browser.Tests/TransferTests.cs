using System.IO.Compression;
using CapaCitoyenne.Browser.Tests.Themes;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

public sealed class TransferTests(BrowserHub hub)
{
    private const string OldSite = """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>L’ancien site du quai</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://ancien.test</wp:base_blog_url>
        <item><title>Nos ateliers</title><link>https://ancien.test/ateliers/</link><wp:post_id>1</wp:post_id><wp:post_type>page</wp:post_type><wp:post_name>ateliers</wp:post_name><wp:status>publish</wp:status>
        <content:encoded><![CDATA[Couture le mardi, [acme id="3"] vélo le jeudi.]]></content:encoded></item>
        <item><title>Photo perdue</title><wp:post_id>2</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>http://127.0.0.1/perdue.jpg</wp:attachment_url></item>
        </channel></rss>
        """;

    [Fact]
    public async Task From_an_old_site_s_file_to_its_page_with_a_report_that_hides_nothing()
    {
        const string email = "lea.transfert@exemple.fr";
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "Les Voisins du quai importé", email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.Page.ReloadAsync();
        var file = Path.Combine(hub.Folder, "ancien.xml");
        await File.WriteAllTextAsync(file, OldSite, TestContext.Current.CancellationToken);

        await lea.FollowAsync("Site");
        await lea.PressAsync(lea.Page.Locator("summary", new PageLocatorOptions { HasText = "Plus" }));
        await lea.FollowAsync("Importer, exporter");
        await lea.ShouldBeAccessibleAsync();
        await lea.ChooseFileAsync(file);
        await lea.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lancer l’import" }).WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        await lea.PressAsync("Lancer l’import");
        var done = lea.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "C’est fait" });
        // Jobs of other tests run too: it may be done before anybody has looked.
        await lea.Page.GetByRole(AriaRole.Progressbar).Or(done).First.WaitForAsync();
        await lea.WaitsForAsync(done);
        await lea.Page.GetByText("Cette adresse n’est pas sur internet").WaitForAsync();
        await lea.ShouldBeAccessibleAsync();

        foreach (var screen in Screen.All)
        {
            await using var again = await hub.AVisitorAsync(screen, await lea.Page.Context.StorageStateAsync());
            await again.GoToAsync(new Uri(lea.Page.Url).AbsolutePath);
            await again.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "C’est fait" }).WaitForAsync();
            await again.ShouldBeAccessibleAsync();
        }

        await lea.Page.GetByLabel("Montrer").SelectOptionAsync("Changed");
        await lea.FollowAsync("Nos ateliers");
        await lea.Page.GetByText("Couture le mardi").First.WaitForAsync();
    }

    [Fact]
    public async Task The_site_as_files_is_read_from_a_folder_without_any_network()
    {
        var site = await EveryBlock.OnTheSiteOfAsync(hub, "Les Amis du classeur", "lea.classeur@exemple.fr");
        await using var lea = site.Editor;
        var folder = Path.Combine(hub.Folder, "Le site, à emporter");
        await UnpackAsync(site, folder);

        await using var reader = await hub.AVisitorAsync();
        await reader.Page.Context.SetOfflineAsync(true);
        List<string> asked = [], missed = [], complaints = [];
        reader.Page.Request += (_, request) => asked.Add(request.Url);
        reader.Page.RequestFailed += (_, request) => missed.Add(request.Url);
        reader.Page.Console += (_, message) => complaints.Add(message.Text);
        await reader.GoToAsync(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
        await ShouldLookAsItDoesOnline(reader);
        await reader.FollowAsync("Tous les blocs");
        (await ShouldLookAsItDoesOnline(reader)).ShouldBeGreaterThan(2);
        await reader.FollowAsync("Actualités");
        await reader.FollowAsync("La serre est montée");
        await reader.Page.GetByText("un gâteau au potimarron").WaitForAsync();
        await ShouldLookAsItDoesOnline(reader);

        missed.ShouldBeEmpty();
        complaints.ShouldBeEmpty();
        asked.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)).ShouldAllBe(address => address.StartsWith(new Uri(folder + "/").AbsoluteUri, StringComparison.Ordinal));
    }

    private async Task UnpackAsync(EveryBlock site, string folder)
    {
        var export = await site.CallAsync("POST", "/api/sites/site-export", new { kind = "Static" });
        await hub.RunJobsAsync();
        var file = await site.Editor.Page.Context.APIRequest.GetAsync($"/api/sites/site-export/{export["id"]}/file", new APIRequestContextOptions { Headers = new Dictionary<string, string> { ["__tenant"] = site.Slug } });
        file.Ok.ShouldBeTrue(await file.TextAsync());
        await using var zip = new ZipArchive(new MemoryStream(await file.BodyAsync()));
        await zip.ExtractToDirectoryAsync(folder, TestContext.Current.CancellationToken);
    }

    /// <summary>Its style sheet is there, for only that one names fonts, and so are all of its pictures. (A sheet that is missing looks empty to scripts, not absent.)</summary>
    /// <returns>How many pictures.</returns>
    private static async Task<int> ShouldLookAsItDoesOnline(Visitor reader)
    {
        reader.Page.Url.ShouldStartWith("file://");
        (await reader.Page.EvaluateAsync<bool>("document.fonts.ready.then(fonts => [...fonts].some(font => font.status === 'loaded'))")).ShouldBeTrue();
        var widths = await reader.Page.EvaluateAsync<int[]>("Promise.all([...document.images].map(async image => { image.loading = 'eager'; await image.decode(); return image.naturalWidth; }))");
        widths.ShouldAllBe(width => width > 0);
        return widths.Length;
    }
}
