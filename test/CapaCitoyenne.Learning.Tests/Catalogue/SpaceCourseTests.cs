using System.Net;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Progress;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Results;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning;

/// <summary>A course that a space has written, at its address on the hub.</summary>
public class SpaceCourseTests(LearningHub hub)
{
    private const string Gift = "::Heure::[plain]À quelle heure ? {=Midi#Oui, à midi. ~Minuit#Non, tout le monde dort.}";

    private static async Task<(CourseDto Course, string Path)> ACourseAsync(TestSpace space, bool isPublished = true)
    {
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Tenir le compost" });
        var lesson = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput
        {
            CourseId = course.Id, Title = "Le sec et l’humide", Minutes = 5, CompletionRule = CompletionRule.Passed, PassRatio = 1, TaskName = TestTaskCheck.TaskName, TaskText = "Faites-le.",
        });
        await space.Admin.PostAsync<QuestionImportDto>("/api/learning/question/import", new ImportQuestionsInput { LessonId = lesson.Id, Gift = Gift });
        if (isPublished) course = await space.Admin.PostAsync<CourseDto>($"/api/learning/course/{course.Id}/publish");
        return (course, $"/formations/de/{space.Slug}/{course.Slug}");
    }

    private LearnerPages Visitor => new(hub.NewBrowser());

    [Fact]
    public async Task A_published_course_is_read_without_an_account_and_says_who_wrote_it()
    {
        var space = await hub.Given.AnAssociation();
        var (_, path) = await ACourseAsync(space);

        (await Visitor.OpenAsync($"/formations/de/{space.Slug}")).ShouldContain($"href=\"{path}\"");
        (await Visitor.OpenAsync(path)).ShouldContain($"Une formation de «\u00a0{space.Name}");
        (await Visitor.OpenAsync(path + "/le-sec-et-l-humide")).ShouldContain("À quelle heure");
    }

    [Fact]
    public async Task A_draft_is_nobodys_to_read()
    {
        var space = await hub.Given.AnAssociation();
        var (course, path) = await ACourseAsync(space, isPublished: false);

        foreach (var address in new[] { path, path + "/le-sec-et-l-humide" })
            (await hub.NewBrowser().Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Visitor.OpenAsync($"/formations/de/{space.Slug}")).ShouldNotContain(course.Title);
    }

    [Fact]
    public async Task A_course_that_is_taken_off_again_is_gone_for_readers()
    {
        var space = await hub.Given.AnAssociation();
        var (course, path) = await ACourseAsync(space);
        await space.Admin.PostAsync<CourseDto>($"/api/learning/course/{course.Id}/unpublish");
        (await hub.NewBrowser().Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_stands_neither_in_the_hubs_catalogue_nor_under_another_space()
    {
        var (space, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var (course, _) = await ACourseAsync(space);

        (await hub.NewBrowser().GetAsync<ListResultDto<CatalogueCourseDto>>("/api/learning/catalogue")).Items.ShouldNotContain(listed => listed.Id == course.Id);
        foreach (var address in new[] { $"/formations/{course.Slug}", $"/formations/de/{other.Slug}/{course.Slug}", "/formations/de/personne/" + course.Slug })
            (await hub.NewBrowser().Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_former_address_of_the_space_leads_to_the_present_one()
    {
        var space = await hub.Given.AnAssociation();
        var (course, path) = await ACourseAsync(space);
        var renamed = await space.Admin.PostAsync<AssociationProfileDto>("/api/associations/association-profile/change-slug", new ChangeSlugInput { Slug = space.Slug + "-bis" });

        var response = await hub.NewBrowser().Http.GetAsync(path);

        (response.StatusCode, response.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.MovedPermanently, $"/formations/de/{renamed.Slug}/{course.Slug}"));
    }

    [Fact]
    public async Task A_visitors_progress_is_kept_in_their_browser_and_joins_their_account()
    {
        var (space, learner) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var (_, path) = await ACourseAsync(space);
        var visitor = Visitor;

        (await visitor.AnswerAsync(path + "/le-sec-et-l-humide", "Midi")).ShouldContain("La leçon est faite");
        (await visitor.OpenAsync(path)).ShouldContain("stamp-ok");
        (await visitor.OpenAsync("/formations")).ShouldNotContain("stamp");
        await visitor.Browser.SignInAsync(learner.AdminEmail, TestSpace.Password);
        (await visitor.OpenAsync(path)).ShouldContain("stamp-ok");

        var joined = await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<IRepository<Enrolment, Guid>>().CountAsync(row => row.LearnerId == learner.AdminId));
        joined.ShouldBe(1);
    }

    [Fact]
    public async Task The_exercise_is_done_in_the_learners_own_space_and_ticked_by_itself()
    {
        var (author, learner) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var (_, path) = await ACourseAsync(author);
        var lesson = path + "/le-sec-et-l-humide";
        var pages = new LearnerPages(learner.Admin);
        var token = LearnerPages.Hidden(await pages.OpenAsync(lesson), "__RequestVerificationToken");

        var page = await pages.PostAsync(lesson, "Check", new Dictionary<string, string> { ["space"] = learner.TenantId.ToString(), ["__RequestVerificationToken"] = token });
        page.ShouldContain("Il manque un titre.");
        page.ShouldContain($"href=\"/espace/{learner.Slug}/site/pages/accueil\"");

        TestTaskCheck.DoneIn[learner.TenantId] = true;
        await hub.InAsync(learner.TenantId, null, services => services.GetRequiredService<IDistributedEventBus>()
            .PublishAsync(new TaskStateChangedEto { TenantId = learner.TenantId, TaskName = TestTaskCheck.TaskName }));
        await hub.RunJobsAsync();
        (await pages.OpenAsync(lesson)).ShouldContain("Réussi");
    }

    [Fact]
    public async Task The_author_reads_figures_from_five_learners_on()
    {
        var author = await hub.Given.AnAssociation();
        var (course, path) = await ACourseAsync(author);
        var learners = new List<TestSpace>();
        for (var i = 0; i < 4; i++) learners.Add(await FollowAsync());

        (await ReadAsync()).ShouldBe((null, null, null, null, null));
        learners.Add(await FollowAsync());
        (await ReadAsync()).ShouldBe((5, null, 5, 5, 1m));

        foreach (var learner in learners)
        {
            TestTaskCheck.DoneIn[learner.TenantId] = true;
            await new LearnerPages(learner.Admin).PressAsync(path + "/le-sec-et-l-humide", "Vérifier mon exercice");
            (await ReadAsync()).Done.ShouldBe(learner == learners[^1] ? 5 : null);
        }

        async Task<TestSpace> FollowAsync()
        {
            var learner = await hub.Given.AnAssociation();
            await new LearnerPages(learner.Admin).AnswerAsync(path + "/le-sec-et-l-humide", "Midi");
            return learner;
        }

        async Task<(int? Started, int? Done, int? LessonDone, int? Answered, decimal? Success)> ReadAsync()
        {
            var result = await author.Admin.GetAsync<CourseResultDto>($"/api/learning/result/{course.Id}");
            var question = result.Lessons.Single().Questions.Single();
            return (result.Started, result.Done, result.Lessons.Single().Done, question.Answered, question.Success);
        }
    }

    [Fact]
    public async Task Nothing_is_put_online_before_somebody_has_confirmed_their_address()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var (course, _) = await ACourseAsync(space, isPublished: false);
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/learning/course/{course.Id}/publish");
        (await response.CodeAsync()).ShouldBe(LearningErrorCodes.EmailNotConfirmed);
    }
}
