using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Imports.Markdown;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Sites that are taken along.</summary>
public sealed partial class SiteExportTests(ImportHub hub) : IClassFixture<ImportHub>
{
    [Fact]
    public async Task What_is_exported_and_imported_again_is_the_same_site()
    {
        var space = await hub.ARichSite();
        var first = Read(await hub.ExportAsync(space, SiteExportKind.Archive));
        var other = await hub.Given.ASpaceThatMayPublish();
        var import = await hub.ImportAsync(other, Zip(first), "site.zip");
        import.Status.ShouldBe(SiteImportStatus.Completed, import.Error);
        (await other.ReportAsync(import)).Where(line => line.State is SiteImportItemState.LeftOut or SiteImportItemState.Changed).Select(line => line.Title + " " + line.Reason + " " + string.Join(',', line.Notes)).ShouldBeEmpty();

        var second = Read(await hub.ExportAsync(other, SiteExportKind.Archive));
        second.Keys.Order().ShouldBe(first.Keys.Order());
        foreach (var (name, content) in first.Where(file => file.Key != "site.yml")) second[name].ShouldBe(content, name);
        Anonymous(second["site.yml"], second).ShouldBe(Anonymous(first["site.yml"], first));
    }

    [Fact]
    public async Task Taken_along_what_is_for_tomorrow_goes_online_without_a_reader_and_former_categories_lead_on()
    {
        var archive = await hub.ExportAsync(await hub.ARichSite(), SiteExportKind.Archive);
        var other = await hub.Given.ASpaceThatMayPublish();
        await hub.ImportAsync(other, archive, "site.zip");
        (await hub.VisitAsync(other.Slug, "/actualites/categorie/sorties")).Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/actualites/categorie/sorties-et-fetes");
        foreach (var gone in new[] { "travaux", "chantiers" }) (await hub.VisitAsync(other.Slug, "/actualites/categorie/" + gone)).Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/actualites");
        async Task<PostListItemDto> Tomorrow() => (await other.Admin.GetAsync<PagedResultDto<PostListItemDto>>("/api/sites/post")).Items.Single(post => post.Title == "Demain");
        (await Tomorrow()).IsPublished.ShouldBeFalse();
        hub.Wait(TimeSpan.FromDays(1));
        await hub.RunJobsAsync();
        (await Tomorrow()).IsPublished.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_subscribed_to_the_calendar_knows_its_events_again_after_a_move()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.Publishes(await space.AnEvent("Chorale", new DateOnly(2097, 3, 5)));
        var other = await hub.Given.ASpaceThatMayPublish();
        await hub.ImportAsync(other, await hub.ExportAsync(space, SiteExportKind.Archive), "site.zip");
        async Task<string> Uid(TestSpace of) => (await hub.ReadAsync(of.Slug, "/agenda.ics")).Split("\nUID:")[1].Split('\r')[0];
        (await Uid(other)).ShouldBe(await Uid(space));
    }

    [Fact]
    public async Task An_event_whose_picture_nobody_described_waits_offline_and_the_report_says_so()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var photo = await space.AFile(MediaSamples.Photo(300, 200), "salle.jpg");
        await space.Publishes(await space.AnEvent("Chorale", new DateOnly(2097, 3, 5), change: input => (input.Image, input.ImageAlt) = (photo.Urn, "La salle")));
        var files = Read(await hub.ExportAsync(space, SiteExportKind.Archive));
        // As archives of former times may be.
        var name = files.Keys.Single(name => name.EndsWith("chorale.md", StringComparison.Ordinal));
        files[name] = files[name].Replace("imageAlt: La salle\n", "", StringComparison.Ordinal);
        var other = await hub.Given.ASpaceThatMayPublish();
        var import = await hub.ImportAsync(other, Zip(files), "site.zip");
        (await other.ReportAsync(import)).Single(line => line.Title == "Chorale").Notes.ShouldBe([new SiteImportNoteDto("ToDescribe", SitesErrorCodes.EventImageAltMissing)]);
        (await other.Admin.GetAsync<PagedResultDto<EventListItemDto>>("/api/sites/event")).Items.ShouldHaveSingleItem().IsPublished.ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_that_is_killed_in_the_middle_goes_on_and_makes_everything_once()
    {
        var first = Read(await hub.ExportAsync(await hub.ARichSite(), SiteExportKind.Archive));
        var other = await hub.Given.ASpaceThatMayPublish();
        var import = await (await other.Uploads(Zip(first), "site.zip")).EnsureSuccess().ReadAsync<SiteImportDto>();
        await other.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        (await DoomedImport.StartAsync(hub, other.TenantId, import.Id)).ShouldBe(137);
        (await other.Admin.GetAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}")).Counts.Done.ShouldBe(DoomedImport.ThingsBeforeDeath);
        await hub.RunJobsAsync();

        (await other.Admin.GetAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}")).Status.ShouldBe(SiteImportStatus.Completed);
        var second = Read(await hub.ExportAsync(other, SiteExportKind.Archive));
        second.Keys.Order().ShouldBe(first.Keys.Order());
        foreach (var (name, content) in first.Where(file => file.Key != "site.yml")) second[name].ShouldBe(content, name);
    }

    [Fact]
    public async Task An_archive_that_comes_back_to_its_own_site_changes_nothing()
    {
        var space = await hub.ARichSite();
        var archive = await hub.ExportAsync(space, SiteExportKind.Archive);
        var import = await hub.ImportAsync(space, archive, "site.zip");
        (import.Counts.Pages, import.Counts.Posts, import.Counts.Media).ShouldBe((0, 0, 0));
        Read(await hub.ExportAsync(space, SiteExportKind.Archive)).ShouldBe(Read(archive));
    }

    /// <summary>Text of people is the hard part of YAML: quotes, colons, dashes, line ends.</summary>
    [Fact]
    public void Whatever_is_written_in_an_event_is_read_again()
    {
        var text = Gen.OneOf([.. new[] { "---", "\n---\n", "\n", ": ", "# ", "- ", "'", "\"", "é", "null", "yes", "12", "\t", "{a}", "[b]", "&x", "*y", "|", ">", " ", "😀" }.Select(Gen.Const)]).List[0, 8].Select(string.Concat);
        Gen.Select(text, text, text, Gen.Int[0, 23], Gen.Bool).Sample((title, place, markdown, hour, isOnline) =>
        {
            var file = new EventFile { Title = title, PlaceAddress = place.Length == 0 ? null : place, Markdown = markdown.Length == 0 ? null : markdown, Online = isOnline, Published = new DateTime(2026, 11, 25, hour, 1, 2, DateTimeKind.Utc) };
            file.Times = new() { StartDay = new(2026, 11, 25), StartTime = new(hour, 0), EndDay = new(2026, 11, 26), EndTime = new(0, 0) };
            file.Changes.Add(new() { Day = new(2026, 12, 2), Kind = "Moved", Reason = markdown.Length == 0 ? null : markdown, Times = file.Times });
            System.Text.Json.JsonSerializer.Serialize(EventFile.Read(file.Write())).ShouldBe(System.Text.Json.JsonSerializer.Serialize(file));
        });
    }

    [Fact]
    public async Task The_pages_as_files_lead_to_each_other_without_any_server()
    {
        var space = await hub.ARichSite();
        var files = Read(await hub.ExportAsync(space, SiteExportKind.Static));
        files.Keys.ShouldContain("index.html");
        files.Keys.ShouldContain("tous-les-blocs.html");
        files.Keys.ShouldContain("actualites/la-fete.html");
        files.Keys.ShouldContain("feed.atom");
        files["agenda/chorale.html"].ShouldContain("Salle des fêtes");
        files["agenda.ics"].ShouldContain("SUMMARY:Chorale");
        files.Keys.ShouldNotContain("agenda/a-preparer.html");
        foreach (var (name, html) in files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (Match link in Link().Matches(html))
            {
                var target = WebUtility.HtmlDecode(link.Groups["target"].Value).Split(' ')[0];
                if (target.Contains(':', StringComparison.Ordinal) || target.StartsWith('#')) continue;
                target.ShouldNotStartWith("/", Case.Sensitive, name);
                files.Keys.ShouldContain(new Uri(new Uri("file:///x/" + name), target.Split('#')[0]).AbsolutePath["/x/".Length..], name);
            }
            html.ShouldNotContain("<form");
        }
    }

    [Fact]
    public async Task A_file_is_given_to_those_who_may_have_it_and_for_a_week()
    {
        var space = await hub.Given.AnOnlineSite();
        var export = await space.Admin.PostAsync<SiteExportDto>("/api/sites/site-export", new CreateSiteExportDto { Kind = SiteExportKind.Archive });
        (await (await space.Admin.SendAsync(HttpMethod.Get, $"/api/sites/site-export/{export.Id}/file")).CodeAsync()).ShouldBe(SitesTransferErrorCodes.ExportNotReady);
        await hub.RunJobsAsync();
        (await hub.NewBrowser().Http.GetAsync($"/api/sites/site-export/{export.Id}/file", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var stranger = await hub.Given.AnAssociation();
        (await stranger.Admin.SendAsync(HttpMethod.Get, $"/api/sites/site-export/{export.Id}/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        hub.Wait(TimeSpan.FromDays(8));
        await hub.InAsync(null, null, services => services.GetRequiredService<TransferSweep>().DoWorkAsync());
        (await space.Admin.GetAsync<SiteExportDto>($"/api/sites/site-export/{export.Id}")).Status.ShouldBe(SiteExportStatus.Expired);
    }

    [Fact]
    public async Task A_site_that_moves_tells_who_answers_for_it_where_it_arrives()
    {
        var space = await hub.Given.AnOnlineSite();
        var other = await hub.Given.ASpaceThatMayPublish();
        // The same people: their legal pages are, word for word, those that every space of theirs begins with.
        var files = Read(await hub.ExportAsync(space, SiteExportKind.Archive)).ToDictionary(file => file.Key, file => file.Value.Replace(space.AdminEmail, other.AdminEmail, StringComparison.Ordinal));
        (await hub.ImportAsync(other, Zip(files), "site.zip")).Status.ShouldBe(SiteImportStatus.Completed);
        foreach (var path in new[] { "/", "/mentions-legales", "/accessibilite", "/donnees-personnelles" }) (await hub.VisitAsync(other.Slug, path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
    }

    [Fact]
    public async Task A_picture_whose_bytes_are_lost_is_named_and_its_page_comes_along()
    {
        var space = await hub.Given.AnOnlineSite();
        var photo = await space.AFile(MediaSamples.Photo(300, 200), "salle.jpg");
        var page = await space.Admin.PostAsync<PageDto>("/api/sites/page", new CreatePageInput
        {
            Title = "La salle", Document = $$$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"image","v":1,"media":"{{{photo.Urn}}}","alt":{"kind":"text","text":"La grande salle"}}]}""",
        });
        await space.Publishes(page);
        await hub.InAsync(space.TenantId, null, async services =>
        {
            var file = await services.GetRequiredService<IRepository<MediaFile, Guid>>().GetAsync(photo.Id);
            await services.GetRequiredService<IBlobContainer<MediaContainer>>().DeleteAsync(MediaPaths.Original(file.Hash, file.Type), TestContext.Current.CancellationToken);
        });
        var archive = await hub.ExportAsync(space, SiteExportKind.Archive);
        Read(archive)["site.yml"].ShouldContain("missing: true");

        var other = await hub.Given.ASpaceThatMayPublish();
        var report = await other.ReportAsync(await hub.ImportAsync(other, archive, "site.zip"));
        report.Single(line => line.Title == "salle.jpg").Reason.ShouldBe("FileMissing");
        (await hub.ReadAsync(other.Slug, "/la-salle")).ShouldContain("La grande salle");
    }

    private static Dictionary<string, string> Read(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry => Path.GetExtension(entry.FullName) is ".jpg" or ".webp" or ".png" or ".woff2" ? Convert.ToBase64String(entry.Bytes()) : Encoding.UTF8.GetString(entry.Bytes()));
    }

    private static byte[] Zip(Dictionary<string, string> files)
        => ZipFiles.Of(files.Select(file => (file.Key, Path.GetExtension(file.Key) == ".jpg" ? Convert.FromBase64String(file.Value) : Encoding.UTF8.GetBytes(file.Value))));

    /// <summary>Ids, name and address are each site's own; an id stands for the file that it names.</summary>
    private static string Anonymous(string manifest, Dictionary<string, string> files)
    {
        var ids = IdOfFile().Matches(manifest).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["file"].Value);
        files.Count.ShouldBeGreaterThan(ids.Count);
        var text = ids.Aggregate(manifest, (known, id) => known.Replace(id.Key, id.Value, StringComparison.Ordinal));
        return OwnLines().Replace(text, "");
    }

    [GeneratedRegex("(?:href|src|srcset)=\"(?<target>[^\"]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Link();

    [GeneratedRegex("id: (?<id>[0-9a-f-]{36})\\s+file: (?<file>\\S+)", RegexOptions.None, 5000)]
    private static partial Regex IdOfFile();

    [GeneratedRegex("^(?:title|url): .*$", RegexOptions.Multiline, 5000)]
    private static partial Regex OwnLines();
}
