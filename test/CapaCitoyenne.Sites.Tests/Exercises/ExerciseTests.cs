using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CapaCitoyenne.Sites.Exercises;

/// <summary>The exercises of the course "Faire vivre son site": the hub looks at what is really online.</summary>
public class ExerciseTests(HubFixture hub)
{
    private const string Opening = "Le composteur ouvre samedi 21 mars, square Léon, de dix heures à midi.";
    private static readonly string LongText = string.Join("\n\n", Enumerable.Repeat("Une phrase de dix mots pour remplir la page de texte.", 40));

    private Task<TaskCheckResult> CheckAsync(TestSpace space, string task) => hub.InAsync(space.TenantId, space.AdminId, services =>
        services.GetServices<ITaskCheck>().Single(check => check.Name == task).CheckAsync(space.TenantId));

    private static async Task<PostDto> APostAsync(TestSpace space, string markdown, string? excerpt = null)
    {
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput
        {
            Title = "Le composteur ouvre", Document = SitesTestExtensions.Text(("b1", markdown)), Excerpt = excerpt,
        });
        return await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/publish");
    }

    private static async Task<PageDto> APageWithAsync(TestSpace space, string alt)
    {
        using var picture = Image.Black(40, 30);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture.PngsaveBuffer()), "file", "porte.png" } };
        var media = await (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/media", form)).EnsureSuccess().ReadAsync<MediaDto>();
        var page = await space.APage("Nous trouver");
        var image = $$"""{"id":"i1","type":"image","v":1,"media":"{{media.Urn}}","alt":{{alt}}}""";
        return await (await space.Saves(page, $$"""{"schema":"page/1","lang":"fr","blocks":[{{image}}]}""", page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
    }

    [Fact]
    public async Task Before_anything_is_online_the_post_exercise_leads_to_what_stands_in_the_way_and_to_the_news()
    {
        var space = await hub.Given.AnAssociation();
        var result = await CheckAsync(space, TaskNames.PostPublished);
        (result.Passed, string.Join(' ', result.Findings.Select(finding => finding.Link))).ShouldBe((false, "reglages site/articles"));
    }

    [Fact]
    public async Task A_draft_is_the_very_screen_to_go_to()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var draft = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Brouillon" });
        (await CheckAsync(space, TaskNames.PostPublished)).Findings.ShouldHaveSingleItem().Link.ShouldBe($"site/articles/{draft.Id}");
    }

    [Fact]
    public async Task A_post_with_a_clear_opening_passes()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await APostAsync(space, Opening);
        (await CheckAsync(space, TaskNames.PostPublished)).Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Bonjour à tous !", "ne dit pas de quoi il s’agit")]
    [InlineData("mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot", "est très long")]
    public async Task An_opening_that_is_a_word_or_a_wall_does_not_unless_there_is_a_summary(string opening, string finding)
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var post = await APostAsync(space, opening);
        var found = (await CheckAsync(space, TaskNames.PostPublished)).Findings.ShouldHaveSingleItem();
        found.Message.ShouldContain(finding);
        found.Link.ShouldBe($"site/articles/{post.Id}");

        await APostAsync(space, opening, "Le composteur du square ouvre le 21 mars.");
        (await CheckAsync(space, TaskNames.PostPublished)).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_post_needs_a_heading()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await APostAsync(space, Opening + "\n\n" + LongText);
        (await CheckAsync(space, TaskNames.PostPublished)).Findings.ShouldHaveSingleItem().Message.ShouldContain("titre à l’intérieur");
        await APostAsync(space, Opening + "\n\n## La suite\n\n" + LongText);
        (await CheckAsync(space, TaskNames.PostPublished)).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_described_picture_online_passes_and_a_decorative_one_alone_does_not()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.Publishes(await APageWithAsync(space, """{"kind":"decorative"}"""));
        (await CheckAsync(space, TaskNames.PicturesDescribed)).Findings.ShouldHaveSingleItem().Link.ShouldBe("site");

        var page = await APageWithAsync(space, """{"kind":"text","text":"La porte verte du local, à côté de la boulangerie"}""");
        (await CheckAsync(space, TaskNames.PicturesDescribed)).Passed.ShouldBeFalse();
        await space.Publishes(page);
        (await CheckAsync(space, TaskNames.PicturesDescribed)).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_exercises_are_checked_again_when_a_post_goes_online()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var lesson = await space.Admin.OnTheHub().GetAsync<LessonPageDto>($"/api/learning/catalogue/lesson?course={StarterCatalogue.KeepSiteAliveSlug}&lesson=ecrire-un-article");
        var check = $"/api/learning/catalogue/{lesson.Lesson.Id}/check-task";
        (await space.Admin.OnTheHub().PostAsync<TaskResultDto>(check, new CheckTaskInput { SpaceId = space.TenantId })).Passed.ShouldBeFalse();

        await APostAsync(space, Opening);
        await hub.RunJobsAsync();

        var course = await space.Admin.OnTheHub().GetAsync<CatalogueCourseDto>($"/api/learning/catalogue/course?slug={StarterCatalogue.KeepSiteAliveSlug}");
        course.Lessons[0].IsTaskDone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_steps_lead_to_the_lessons()
    {
        var space = await hub.Given.AnAssociation();
        var steps = await space.Admin.GetAsync<ListResultDto<FirstStep>>("/api/associations/first-step");
        steps.Items.Single(step => step.Name == "sites.first-post-published").LessonLink.ShouldBe(StarterCatalogue.WritePost);
    }

    private static SaveEventInput AnEvent(bool isAllDay) => new()
    {
        Title = "Atelier couture", PlaceName = "Salle Saint-Bruno",
        Times = new()
        {
            StartDay = new(2027, 4, 8), EndDay = new(2027, 4, 8), StartTime = isAllDay ? null : new(18, 30), EndTime = isAllDay ? null : new(20, 0),
        },
    };

    private static async Task<EventDto> APublishedEventAsync(TestSpace space, bool isAllDay)
    {
        var draft = await space.Admin.PostAsync<EventDto>("/api/sites/event", AnEvent(isAllDay));
        return await space.Admin.PostAsync<EventDto>($"/api/sites/event/{draft.Id}/publish");
    }

    [Fact]
    public async Task An_empty_agenda_leads_to_the_agenda_and_a_draft_to_its_own_screen()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        (await CheckAsync(space, TaskNames.EventPublished)).Findings.ShouldHaveSingleItem().Link.ShouldBe("site/agenda");
        var draft = await space.Admin.PostAsync<EventDto>("/api/sites/event", AnEvent(isAllDay: false));
        (await CheckAsync(space, TaskNames.EventPublished)).Findings.ShouldHaveSingleItem().Link.ShouldBe($"site/agenda/{draft.Id}");
    }

    [Fact]
    public async Task An_event_needs_a_time_to_pass()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await APublishedEventAsync(space, isAllDay: true);
        (await CheckAsync(space, TaskNames.EventPublished)).Findings.ShouldHaveSingleItem().Message.ShouldContain("sans heure");
        await APublishedEventAsync(space, isAllDay: false);
        (await CheckAsync(space, TaskNames.EventPublished)).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task News_that_announce_three_days_propose_the_agenda_until_it_is_used()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        async Task<bool> IsProposed() => (await space.Admin.GetAsync<ListResultDto<FirstStep>>("/api/associations/first-step")).Items.Any(step => step.Name == "sites.agenda-used");
        for (var i = 0; i < 2; i++) await APostAsync(space, Opening);
        (await IsProposed()).ShouldBeFalse();
        await APostAsync(space, Opening);
        (await IsProposed()).ShouldBeTrue();
        await APublishedEventAsync(space, isAllDay: false);
        (await IsProposed()).ShouldBeFalse();
    }
}
