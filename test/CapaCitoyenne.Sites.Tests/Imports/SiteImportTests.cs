using System.Net;
using System.Text;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>From an old site's file to pages that readers see, by HTTP as the workspace does it.</summary>
public sealed class SiteImportTests(ImportHub hub) : IClassFixture<ImportHub>
{
    private const string OldSite = """
        <item><title>La fête du quai</title><link>https://ancien.fr/2023/05/la-fete/</link><dc:creator>lea</dc:creator><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:post_name>la-fete</wp:post_name>
        <wp:status>publish</wp:status><wp:post_date_gmt>2023-05-06 08:00:00</wp:post_date_gmt><category domain="category" nicename="sorties">Sorties</category>
        <content:encoded><![CDATA[<!-- wp:paragraph --><p>Rendez-vous <a href="https://ancien.fr/venir/">sur le quai</a>.</p><!-- /wp:paragraph -->
        <!-- wp:image {"id":2} --><figure class="wp-block-image"><img src="https://ancien.fr/wp-content/uploads/2023/05/fete-300x200.jpg" alt="" class="wp-image-2"/><figcaption>Le quai en fête</figcaption></figure><!-- /wp:image -->]]></content:encoded>
        <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>fete-2023</wp:meta_value></wp:postmeta>
        <wp:comment><wp:comment_author_email>x@y.fr</wp:comment_author_email></wp:comment></item>
        <item><title>fete</title><wp:post_id>2</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://ancien.fr/wp-content/uploads/2023/05/fete.jpg</wp:attachment_url></item>
        <item><title>perdue</title><wp:post_id>3</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://ancien.fr/wp-content/uploads/perdue.jpg</wp:attachment_url></item>
        <item><title>secret</title><wp:post_id>4</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>http://169.254.169.254/latest/meta-data/x.jpg</wp:attachment_url></item>
        <item><title>Venir</title><link>https://ancien.fr/association/venir/</link><wp:post_id>5</wp:post_id><wp:post_type>page</wp:post_type><wp:post_name>venir</wp:post_name><wp:status>publish</wp:status>
        <content:encoded><![CDATA[Métro <b>Jaurès</b>

        Voir [acme id="3"] le plan.]]></content:encoded></item>
        <item><title>Contact</title><link>https://ancien.fr/contact/</link><wp:post_id>6</wp:post_id><wp:post_type>page</wp:post_type><wp:post_name>contact</wp:post_name><wp:status>publish</wp:status><content:encoded>Écrivez-nous : bonjour@ancien.fr</content:encoded></item>
        <item><title>Pas fini</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><wp:status>draft</wp:status><wp:post_date>0000-00-00 00:00:00</wp:post_date><content:encoded>Ébauche</content:encoded></item>
        <item><title></title><wp:post_id>8</wp:post_id><wp:post_type>nav_menu_item</wp:post_type><wp:menu_order>1</wp:menu_order><wp:postmeta><wp:meta_key>_menu_item_type</wp:meta_key><wp:meta_value>post_type</wp:meta_value></wp:postmeta>
        <wp:postmeta><wp:meta_key>_menu_item_object_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta></item>
        """;

    [Fact]
    public async Task An_old_site_comes_in_whole_and_every_thing_is_told()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await ImportAsync(space, OldSite);
        import.Status.ShouldBe(SiteImportStatus.Completed, import.Error);
        import.SiteTitle.ShouldBe("L’ancien site");
        (import.Counts.Pages, import.Counts.Posts, import.Counts.Media, import.Counts.Published).ShouldBe((2, 2, 1, 3));
        ((double)import.Counts.WordsOut / import.Counts.WordsIn).ShouldBeGreaterThanOrEqualTo(0.99);

        var post = await hub.ReadAsync(space.Slug, "/actualites/la-fete");
        post.ShouldContain("La fête du quai");
        post.ShouldContain("<time datetime=\"2023-05-06\">");
        post.ShouldContain("href=\"/venir\"");
        post.ShouldContain("alt=\"Le quai en fête\"");
        (await hub.ReadAsync(space.Slug, "/contact")).ShouldContain("bonjour@ancien.fr");

        var report = await space.ReportAsync(import);
        report.Single(line => line.Title == "Pas fini").State.ShouldBe(SiteImportItemState.Imported);
        report.Single(line => line.Title == "perdue").Reason.ShouldBe("MediaNotThere");
        report.Single(line => line.Title == "secret").Reason.ShouldBe("MediaAddressRefused");
        report.Single(line => line.Reason == "Comments").State.ShouldBe(SiteImportItemState.LeftOut);
        report.Single(line => line.Title == "Venir").Notes.ShouldContain(new SiteImportNoteDto("Shortcode", "[acme id=\"3\"]"));
        report.Sum(line => line.Title.Contains("x@y.fr", StringComparison.Ordinal) ? 1 : 0).ShouldBe(0);
    }

    [Fact]
    public async Task A_site_that_goes_online_tells_who_answers_for_it()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await ImportAsync(space, OldSite);
        foreach (var path in new[] { "/mentions-legales", "/accessibilite", "/donnees-personnelles" }) (await hub.VisitAsync(space.Slug, path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        (await hub.ReadAsync(space.Slug, "/contact")).ShouldContain("href=\"/mentions-legales\"");
    }

    [Fact]
    public async Task A_legal_page_that_somebody_left_incomplete_stops_the_import_until_it_is_completed()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var id = (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Single(page => page.Kind == PageKind.LegalNotice).Id;
        var legal = await space.Admin.GetAsync<PageDto>($"/api/sites/page/{id}");
        (await space.Saves(legal, """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"image","v":1,"media":"","alt":{"kind":"text","text":""}}]}""", legal.Revision)).EnsureSuccess();
        var import = await ImportAsync(space, OldSite);
        import.Status.ShouldBe(SiteImportStatus.Failed);
        import.Error.ShouldNotBeNull().ShouldContain("page légale");
        (await space.Admin.GetAsync<MenuDto>("/api/sites/menu")).Items.Select(item => item.Label).ShouldContain("Venir");

        (await space.Saves(legal, SitesTestExtensions.Text(("b2", "Nous répondons de ce site.")), legal.Revision + 1)).EnsureSuccess();
        (await StartAsync(space, import)).Status.ShouldBe(SiteImportStatus.Completed);
        (await hub.ReadAsync(space.Slug, "/mentions-legales")).ShouldContain("Nous répondons");
    }

    [Fact]
    public async Task Pictures_that_only_texts_name_are_fetched_too()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await ImportAsync(space, """
            <item><title>Le quai</title><wp:post_id>1</wp:post_id><wp:post_type>page</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<p><a href="https://ancien.fr/wp-content/uploads/2023/quai.jpg"><img alt="Le quai" src="https://www.ancien.fr/wp-content/uploads/2023/quai-300x200.jpg"></a></p>
            <img src="/wp-content/uploads/2023/perdue-300x200.jpg" alt="Plus petite"><img src="https://ailleurs.fr/wp-content/uploads/autre.jpg" alt="Ailleurs">]]></content:encoded></item>
            """);
        import.Counts.Media.ShouldBe(2);
        var page = await hub.ReadAsync(space.Slug, "/le-quai");
        foreach (var alt in new[] { "Le quai", "Plus petite" }) page.ShouldContain($"alt=\"{alt}\"");
        page.ShouldContain("https://ailleurs.fr/wp-content/uploads/autre.jpg");
    }

    [Theory]
    [InlineData("/2023/05/la-fete", "/actualites/la-fete")]
    [InlineData("/2023/05/la-fete/", "/actualites/la-fete")]
    [InlineData("/2023/05/fete-2023", "/actualites/la-fete")]
    [InlineData("/association/venir/", "/venir")]
    public async Task Old_addresses_lead_to_the_new_ones_in_one_step(string old, string present)
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await ImportAsync(space, OldSite);
        var answer = await hub.VisitAsync(space.Slug, old);
        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().ShouldBe(present);
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await ImportAsync(space, OldSite);
        var before = await CountAsync(space);
        var again = await ImportAsync(space, OldSite);
        (again.Counts.Imported, again.Counts.Changed).ShouldBe((1, 0), "the menu entry is looked at again");
        (await CountAsync(space)).ShouldBe(before);
    }

    [Fact]
    public async Task What_waits_for_the_legal_notice_stays_a_draft_and_the_report_says_so()
    {
        var space = await hub.Given.AnAssociation();
        var import = await ImportAsync(space, OldSite);
        import.Counts.Published.ShouldBe(0);
        (await space.ReportAsync(import)).Single(line => line.Title == "Venir").Notes.ShouldContain(new SiteImportNoteDto("NotOnline", SitesErrorCodes.LegalNoticeIncomplete));
    }

    [Fact]
    public async Task A_work_that_was_broken_off_goes_on_where_it_was_and_doubles_nothing()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await UploadAsync(space, WxrReaderTests.Wxr(OldSite));
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        await Should.ThrowAsync<OperationCanceledException>(() => WorkUntilTheThirdThingAsync(space, import));
        var broken = await StateAsync(space, import);
        (broken.Status, broken.Counts.Done).ShouldBe((SiteImportStatus.Running, 2));
        await hub.RunJobsAsync();
        var done = await StateAsync(space, import);
        done.Status.ShouldBe(SiteImportStatus.Completed);
        (done.Counts.Done, done.Counts.Pages, done.Counts.Posts).ShouldBe((done.Counts.Total, 2, 2));
    }

    [Fact]
    public async Task Somebody_can_stop_it_and_let_it_go_on()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await UploadAsync(space, WxrReaderTests.Wxr(OldSite));
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/cancel");
        await hub.RunJobsAsync();
        (await StateAsync(space, import)).Status.ShouldBe(SiteImportStatus.Cancelled);
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        await hub.RunJobsAsync();
        (await StateAsync(space, import)).Status.ShouldBe(SiteImportStatus.Completed);
    }

    [Theory]
    [InlineData("Bonjour", SitesTransferErrorCodes.ImportFileUnknown)]
    [InlineData("", SitesTransferErrorCodes.ImportFileMissing)]
    public async Task A_file_of_another_kind_is_refused_at_once(string content, string code)
    {
        var space = await hub.Given.AnAssociation();
        var answer = await space.Uploads(Encoding.UTF8.GetBytes(content), "x.bin");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_document_type_stops_the_import_and_is_named()
    {
        var space = await hub.Given.AnAssociation();
        var import = await StartAsync(space, await UploadAsync(space, "<!DOCTYPE rss><rss/>"));
        import.Status.ShouldBe(SiteImportStatus.Failed);
        import.Error.ShouldNotBeNull().ShouldContain("ne peut pas être lu");
    }

    /// <summary>Works as the job does, and pulls the plug in the middle of the third thing.</summary>
    private async Task WorkUntilTheThirdThingAsync(TestSpace space, SiteImportDto import)
    {
        using var plug = new CancellationTokenSource();
        await using var scope = hub.Services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(space.TenantId);
        await WatchedImports.Importer(scope.ServiceProvider, PullThePlug).RunAsync(import.Id, plug.Token);

        void PullThePlug(int thing)
        {
            if (thing == 3) plug.Cancel();
        }
    }

    private async Task<SiteImportDto> ImportAsync(TestSpace space, string items) => await StartAsync(space, await UploadAsync(space, WxrReaderTests.Wxr(items)));

    private async Task<SiteImportDto> StartAsync(TestSpace space, SiteImportDto import)
    {
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        await hub.RunJobsAsync();
        return await StateAsync(space, import);
    }

    private static async Task<SiteImportDto> UploadAsync(TestSpace space, string content)
        => await (await space.Uploads(Encoding.UTF8.GetBytes(content), "ancien.xml")).EnsureSuccess().ReadAsync<SiteImportDto>();

    private static Task<SiteImportDto> StateAsync(TestSpace space, SiteImportDto import) => space.Admin.GetAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}");

    private static async Task<(int Pages, long Posts, int Media)> CountAsync(TestSpace space) => (
        (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Count,
        (await space.Admin.GetAsync<PagedResultDto<PostListItemDto>>("/api/sites/post")).TotalCount,
        (await space.Admin.GetAsync<MediaPageDto>("/api/sites/media")).Items.Count);
}
