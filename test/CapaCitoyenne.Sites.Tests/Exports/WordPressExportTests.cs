using System.Net;
using System.Text;
using System.Xml.Linq;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Imports.WordPress;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Sites that leave for WordPress, as our own reader understands the file; what WordPress makes of it, <c>etc/scripts/wordpress-check.sh</c> tells.</summary>
public sealed class WordPressExportTests(ImportHub hub) : IClassFixture<ImportHub>
{
    [Fact]
    public async Task What_goes_out_as_WordPress_comes_back_with_its_words()
    {
        var space = await hub.ARichSite();
        var xml = await hub.ExportAsync(space, SiteExportKind.WordPress);
        var items = new List<SourceItem>();
        await foreach (var item in WxrReader.ReadAsync(new MemoryStream(xml), TestContext.Current.CancellationToken)) items.Add(item);
        items.Count(item => item.Kind == SourceKind.Post).ShouldBe(3);
        items.Single(item => item is { Kind: SourceKind.Page, Title: "Ébauche" }).Status.ShouldBe(SourceStatus.Draft);

        var other = await hub.Given.ASpaceThatMayPublish();
        var import = await hub.ImportAsync(other, xml, "wordpress.xml");
        import.Status.ShouldBe(SiteImportStatus.Completed, import.Error);
        ((double)import.Counts.WordsOut / import.Counts.WordsIn).ShouldBeGreaterThanOrEqualTo(0.99);
        (await hub.ReadAsync(other.Slug, "/actualites/la-fete")).ShouldContain("Rendez-vous");
    }

    [Fact]
    public async Task What_is_for_members_is_private_in_WordPress_and_comes_back_for_members()
    {
        var xml = await hub.ExportAsync(await hub.ARichSite(), SiteExportKind.WordPress);
        var items = XDocument.Parse(Encoding.UTF8.GetString(xml)).Descendants("item").ToList();
        var status = (XElement item) => item.Elements().Single(field => field.Name.LocalName == "status").Value;
        foreach (var item in items.Where(item => item.Value.Contains("digicode", StringComparison.Ordinal))) status(item).ShouldBe("private");
        items.Single(item => item.Element("title")!.Value == "Équipe").Value.ShouldContain("digicode");

        var other = await hub.Given.ASpaceThatMayPublish();
        await hub.ImportAsync(other, xml, "wordpress.xml");
        (await hub.VisitAsync(other.Slug, "/equipe")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Single(page => page.Title == "Équipe").Audience.ShouldBe(PageAudience.Members);
    }

    [Fact]
    public async Task WordPress_is_told_days_authors_captions_and_former_addresses_and_no_list_that_stands_still()
    {
        var items = new List<SourceItem>();
        var xml = await hub.ExportAsync(await hub.ARichSite(), SiteExportKind.WordPress);
        await foreach (var item in WxrReader.ReadAsync(new MemoryStream(xml), TestContext.Current.CancellationToken)) items.Add(item);
        items.Single(item => item.Title == "La fête").Author.ShouldBe("Léa");
        var tomorrow = items.Single(item => item.Title == "Demain");
        (tomorrow.Status, tomorrow.Date > hub.Clock.GetUtcNow().UtcDateTime).ShouldBe((SourceStatus.Scheduled, true));
        items.Single(item => item.Title == "Venir").FormerPaths.ShouldBe(["/nous-trouver", "/venir"]);
        items.Single(item => item.Kind == SourceKind.Media).Caption.ShouldBe("Un soir de mai");
        Encoding.UTF8.GetString(xml).ShouldContain("Léa Petit");
        // Its list of dates names the choir.
        items.Single(item => item.Title == "Tous les blocs").Body.ShouldNotBeNull().ShouldNotContain("Chorale");
    }

    [Fact]
    public async Task A_menu_for_WordPress_leads_to_events_and_leaves_out_what_is_gone()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.Publishes(await space.AnEvent("Fête du quai", SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime).AddDays(9)));
        var (kept, gone) = (await space.APublishedPage("Venir"), await space.APublishedPage("Partie"));
        var stamp = (await space.Admin.GetAsync<MenuDto>("/api/sites/menu")).ConcurrencyStamp;
        MenuItemInput[] items = [new() { Target = "event:" + one.Id }, new() { Target = "page:" + gone.Id, Children = [new() { Target = "page:" + kept.Id }] }];
        (await space.Admin.SendAsync(HttpMethod.Put, "/api/sites/menu", new UpdateMenuInput { Items = items, ConcurrencyStamp = stamp })).EnsureSuccess();
        await space.Admin.DeleteAsync($"/api/sites/page/{gone.Id}");

        var xml = Encoding.UTF8.GetString(await hub.ExportAsync(space, SiteExportKind.WordPress));
        xml.ShouldNotContain("event:");
        xml.ShouldNotContain("page:");
        var entries = new List<SourceItem>();
        await foreach (var item in WxrReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(xml)), TestContext.Current.CancellationToken))
            if (item.Kind == SourceKind.MenuItem) entries.Add(item);
        entries.Count.ShouldBe(2);
        entries[0].Title.ShouldBe("Fête du quai");
        xml.ShouldContain($"{space.Slug}.localhost:5000/agenda/fete-du-quai");
        xml.Split("_menu_item_menu_item_parent").Skip(1).ShouldAllBe(entry => entry.Contains(">0<", StringComparison.Ordinal) || entry.Contains("[0]", StringComparison.Ordinal));
    }
}
