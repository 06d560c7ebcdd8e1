using System.Net;
using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CapaCitoyenne.Sites.Media.MediaSamples;

namespace CapaCitoyenne.Sites.Media;

public class MediaLibraryTests(HubFixture hub)
{
    [Fact]
    public async Task A_file_is_found_by_the_words_of_its_name_and_description_without_accents()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(300, 200), "IMG_2041.jpg");
        await space.AFile(Pdf, "statuts.pdf");
        await space.Changes(photo, input => (input.Alt, input.Credit) = ("La fête du quai", "Léa Bonnet"));

        (await space.Files("filter=FETE bonnet")).ShouldBe(["IMG_2041.jpg"]);
        (await space.Files("filter=statuts")).ShouldBe(["statuts.pdf"]);
        (await space.Files("filter=kermesse")).ShouldBeEmpty();
        (await space.Files("kind=Document")).ShouldBe(["statuts.pdf"]);
    }

    [Fact]
    public async Task The_library_is_read_page_after_page_the_newest_first()
    {
        var space = await hub.Given.AnAssociation();
        for (var i = 1; i <= 5; i++) await space.AFile(Photo(100 + i, 50), $"{i}.jpg");

        var first = await space.Admin.GetAsync<MediaPageDto>("/api/sites/media?maxResultCount=2");
        var second = await space.Admin.GetAsync<MediaPageDto>($"/api/sites/media?maxResultCount=2&cursor={first.NextCursor}");
        var last = await space.Admin.GetAsync<MediaPageDto>($"/api/sites/media?maxResultCount=2&cursor={second.NextCursor}");
        first.Items.Concat(second.Items).Concat(last.Items).Select(file => file.FileName).ShouldBe(["5.jpg", "4.jpg", "3.jpg", "2.jpg", "1.jpg"]);
        last.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task What_it_shows_who_made_it_and_who_agreed_are_kept()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(300, 200), "a.jpg");
        var changed = await space.Changes(photo, input =>
        {
            (input.Alt, input.Caption, input.Credit) = ("Deux enfants plantent des fèves", "Mars 2026", "Karim Haddad");
            (input.ConsentNote, input.ConsentUntil) = ("Parents de Lou et de Sam, par écrit", new DateOnly(2028, 6, 30));
        });
        (changed.Alt, changed.Caption, changed.Credit, changed.ConsentUntil).ShouldBe(("Deux enfants plantent des fèves", "Mars 2026", "Karim Haddad", new DateOnly(2028, 6, 30)));
    }

    [Fact]
    public async Task Of_two_people_who_describe_it_at_once_the_second_overwrites_nothing()
    {
        var space = await hub.Given.AnAssociation();
        var read = await space.AFile(Photo(300, 200), "a.jpg");
        Task<HttpResponseMessage> Describes(string alt, string? stamp)
            => space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/media/{read.Id}", new UpdateMediaInput { FileName = "a.jpg", Alt = alt, ConcurrencyStamp = stamp });

        var first = await (await Describes("Deux enfants plantent des fèves", read.ConcurrencyStamp)).EnsureSuccess().ReadAsync<MediaDto>();
        (await Describes("Des fèves", read.ConcurrencyStamp)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await space.Admin.GetAsync<MediaDto>($"/api/sites/media/{read.Id}")).Alt.ShouldBe("Deux enfants plantent des fèves");
        (await Describes("Deux enfants sèment des fèves", first.ConcurrencyStamp)).EnsureSuccess();
    }

    [Fact]
    public async Task The_name_of_a_file_describes_nothing()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(300, 200), "IMG_2041.jpg");
        var response = await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/media/{photo.Id}", new UpdateMediaInput { FileName = "a.jpg", Alt = "IMG_2041.jpg" });
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.MediaAltIsFileName);
    }

    [Fact]
    public async Task Other_bytes_show_wherever_the_file_is_used()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var photo = await space.AFile(Photo(1200, 800), "a.jpg");
        await space.PublishesAPageWith(photo);
        (await hub.ReadAsync(space.Slug, "/photo")).ShouldContain(photo.Url);

        var replaced = await (await space.SendsFile(Photo(900, 600), "b.jpg", $"/api/sites/media/{photo.Id}/replace")).EnsureSuccess().ReadAsync<MediaDto>();
        replaced.Urn.ShouldBe(photo.Urn);
        replaced.Url.ShouldNotBe(photo.Url);
        var html = await hub.ReadAsync(space.Slug, "/photo");
        html.ShouldContain(replaced.Url);
        html.ShouldNotContain(photo.Url);
        (await hub.VisitAsync(space.Slug, photo.Url)).StatusCode.ShouldBe(HttpStatusCode.OK, "letters that were sent still show the former one");
    }

    [Fact]
    public async Task What_was_said_of_the_picture_before_is_not_said_of_the_one_that_takes_its_place()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(1200, 800), "a.jpg");
        var change = new UpdateMediaInput { FileName = "a.jpg", Alt = "Lou plante un pommier", FocusX = 10, FocusY = 90, ConsentNote = "parents de Lou, par écrit", ConsentUntil = new(2097, 1, 1) };
        (await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/media/{photo.Id}", change)).EnsureSuccess();
        var replaced = await (await space.SendsFile(Photo(900, 600), "b.jpg", $"/api/sites/media/{photo.Id}/replace")).EnsureSuccess().ReadAsync<MediaDto>();
        (replaced.FocusX, replaced.FocusY, replaced.ConsentNote, replaced.ConsentUntil).ShouldBe((50, 50, null, null));
        replaced.Alt.ShouldBe("Lou plante un pommier", "somebody is asked whether it still holds");
    }

    [Fact]
    public async Task A_document_does_not_take_the_place_of_a_picture()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(300, 200), "a.jpg");
        (await (await space.SendsFile(Pdf, "a.pdf", $"/api/sites/media/{photo.Id}/replace")).CodeAsync()).ShouldBe(SitesErrorCodes.MediaKindDiffers);
    }

    [Fact]
    public async Task What_is_used_says_where_and_is_deleted_only_when_one_insists()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var used = await space.AFile(Photo(300, 200), "utile.jpg");
        await space.AFile(Photo(200, 100), "inutile.jpg");
        var page = await space.PublishesAPageWith(used);

        (await space.Files("unused=true")).ShouldBe(["inutile.jpg"]);
        var usage = (await space.Admin.GetAsync<ListResultDto<MediaUsageDto>>($"/api/sites/media/{used.Id}/usages")).Items.ShouldHaveSingleItem();
        usage.ShouldBe(new MediaUsageDto("page", "Photo", $"site/pages/{page.Id}"));

        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{used.Id}")).CodeAsync()).ShouldBe(SitesErrorCodes.MediaInUse);
        (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{used.Id}?evenIfUsed=true")).EnsureSuccess();
        (await hub.ReadAsync(space.Slug, "/photo")).ShouldNotContain(used.Url);
    }

    [Fact]
    public async Task Letters_guides_and_lessons_say_that_they_show_it()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(300, 200), "a.jpg");
        var document = $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"i","type":"image","v":1,"alt":{"kind":"text","text":"La fête"},"media":"{{photo.Urn}}"}]}""";
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "La lettre de mai", Content = document });
        var guide = await space.Admin.PostAsync<GuideDto>("/api/library/guide", new CreateGuideInput { Title = "Une fête de quartier", Body = document });
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Fêtes" });
        var lesson = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "La veille", Document = document });

        (await space.Admin.GetAsync<ListResultDto<MediaUsageDto>>($"/api/sites/media/{photo.Id}/usages")).Items.Select(use => (use.Kind, use.Link)).ShouldBe(
            [("letter", $"lettres/{letter.Id}"), ("guide", $"bibliotheque/{guide.Id}"), ("lesson", $"formations/lecons/{lesson.Id}")], ignoreOrder: true);

        var preview = await space.Admin.SendAsync(HttpMethod.Get, $"/api/mailing/{space.Slug}/campaign/{letter.Id}/preview.html");
        (await preview.EnsureSuccess().Content.ReadAsStringAsync()).ShouldContain($"src=\"{photo.Url}\"");
    }

    [Fact]
    public async Task Files_that_nothing_shows_are_found_whoever_else_shows_some()
    {
        var space = await hub.Given.AnAssociation();
        var files = new List<MediaDto>();
        foreach (var name in new[] { "lettre", "guide", "leçon", "agenda", "logo", "inutile" }) files.Add(await space.AFile(Photo(300 + files.Count, 200), name + ".jpg"));
        string Document(int i) => $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"i","type":"image","v":1,"alt":{"kind":"text","text":"La fête"},"media":"{{files[i].Urn}}"}]}""";
        await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "La lettre de mai", Content = Document(0) });
        await space.Admin.PostAsync<GuideDto>("/api/library/guide", new CreateGuideInput { Title = "Une fête de quartier", Body = Document(1) });
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Fêtes" });
        await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "La veille", Document = Document(2) });
        await space.AnEvent("Fête", new DateOnly(2097, 5, 1), change: input => input.Markdown = $"![La place]({files[3].Urn})");
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", LogoMediaId = files[4].Id });
        (await space.Files("unused=true")).ShouldBe(["inutile.jpg"]);

        // As a site was before there was an index.
        await hub.InAsync(space.TenantId, null, async services =>
        {
            var context = await services.GetRequiredService<Abp.EntityFrameworkCore.IDbContextProvider<Abp.EntityFrameworkCore.AbpDbContext>>().GetDbContextAsync();
            await context.Set<MediaUseEntry>().ExecuteDeleteAsync();
            await context.Set<Site>().ExecuteUpdateAsync(update => update.SetProperty(site => site.AreMediaUsesNoted, false));
        });
        (await space.Files("unused=true")).ShouldBe(["inutile.jpg"]);
    }

    [Fact]
    public async Task A_page_in_the_trash_shows_nothing_until_it_is_back()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.PublishesAPageWith(await space.AFile(Photo(300, 200), "a.jpg"));
        (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/page/{page.Id}")).EnsureSuccess();
        (await space.Files("unused=true")).ShouldBe(["a.jpg"]);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/restore-from-trash", new RestoreFromTrashInput { AsItWas = true });
        (await space.Files("unused=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_document_names_is_read_in_one_call()
    {
        var space = await hub.Given.AnAssociation();
        var (one, two) = (await space.AFile(Photo(300, 200), "a.jpg"), await space.AFile(Pdf, "b.pdf"));
        var found = await space.Admin.GetAsync<ListResultDto<MediaDto>>($"/api/sites/media/many?ids={one.Id},{two.Id},{Guid.NewGuid()},x");
        found.Items.Select(file => file.FileName).ShouldBe(["a.jpg", "b.pdf"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_deleted_comes_back_from_the_trash()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var photo = await space.AFile(Photo(300, 200), "a.jpg");
        await space.PublishesAPageWith(photo);
        (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{photo.Id}?evenIfUsed=true")).EnsureSuccess();
        (await space.Files()).ShouldBeEmpty();
        (await space.Files("trash=true")).ShouldBe(["a.jpg"]);

        await space.Admin.PostAsync<MediaDto>($"/api/sites/media/{photo.Id}/restore");

        (await space.Files()).ShouldBe(["a.jpg"]);
        (await hub.ReadAsync(space.Slug, "/photo")).ShouldContain(photo.Url);
    }

    [Fact]
    public async Task An_emptied_trash_leaves_no_bytes_but_those_that_another_file_has_too()
    {
        var space = await hub.Given.AnAssociation();
        var gone = await space.AFile(Pdf, "a.pdf");
        var photo = await space.AFile(Photo(300, 200), "b.jpg");
        var twin = await space.AFile(Photo(310, 200), "c.jpg");
        await (await space.SendsFile(Photo(300, 200), "b.jpg", $"/api/sites/media/{twin.Id}/replace")).EnsureSuccess().ReadAsync<MediaDto>();
        foreach (var file in new[] { gone, photo }) (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{file.Id}")).EnsureSuccess();

        (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/media/empty-trash")).EnsureSuccess();

        (await hub.VisitAsync(space.Slug, gone.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.VisitAsync(space.Slug, photo.Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await space.Files("trash=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_comes_back_while_the_trash_is_emptied_keeps_its_bytes()
    {
        var space = await hub.Given.AnAssociation();
        var gone = await space.AFile(Photo(300, 200), "a.jpg");
        (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{gone.Id}")).EnsureSuccess();

        MediaDto back = null!;
        await hub.InAsync(space.TenantId, null, async services =>
        {
            // After the commit, before the bytes go.
            services.GetRequiredService<Abp.Uow.IUnitOfWorkManager>().Current!.OnCompleted(async () => back = await space.AFile(Photo(300, 200), "a.jpg"));
            await services.GetRequiredService<MediaManager>().EmptyTrashAsync();
        });

        back.Id.ShouldNotBe(gone.Id);
        (await hub.VisitAsync(space.Slug, back.Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_thirty_days_the_trash_empties_itself()
    {
        var space = await hub.Given.AnAssociation();
        var photo = await space.AFile(Photo(300, 200), "a.jpg");
        (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/media/{photo.Id}")).EnsureSuccess();
        await DoTheNightsWork();
        (await space.Files("trash=true")).ShouldBe(["a.jpg"]);

        await hub.InAsync(space.TenantId, null, async services =>
        {
            var file = await services.GetRequiredService<IMediaRepository>().FindTrashedAsync(photo.Id);
            typeof(MediaFile).GetProperty(nameof(MediaFile.DeletionTime))!.SetValue(file, hub.Clock.GetUtcNow().UtcDateTime.AddDays(-31));
        });
        await DoTheNightsWork();

        (await space.Files("trash=true")).ShouldBeEmpty();
        (await hub.VisitAsync(space.Slug, photo.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_full_library_says_so_before_anything_is_stored()
    {
        var space = await hub.Given.AnAssociation();
        await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<ISettingManager>().SetForCurrentTenantAsync(MediaSettings.QuotaMegabytes, "1"));
        var noise = new byte[800_000];
        new Random(7).NextBytes(noise);
        await space.AFile(ZipOf(noise), "a.docx");

        var room = await space.Admin.GetAsync<MediaQuotaDto>("/api/sites/media/quota");
        room.MaxBytes.ShouldBe(1024 * 1024);
        room.UsedBytes.ShouldBeInRange(800_000, 810_000);
        noise[0]++;
        (await (await space.SendsFile(ZipOf(noise), "b.docx")).CodeAsync()).ShouldBe(SitesErrorCodes.MediaQuotaExceeded);
    }

    private static byte[] ZipOf(byte[] bytes) => DocxWith(("word/media/a.bin", bytes));

    private async Task DoTheNightsWork()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IHangfireBackgroundWorker>().OfType<MediaTrashWorker>().Single().DoWorkAsync();
    }
}
