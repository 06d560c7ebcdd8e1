using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Progress;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning;

public class LearnerTests(LearningHub hub)
{
    private static readonly string[] RightAnswers = ["Ce que vous faites", "«\u00a0Atelier", "«\u00a0Nous aidons", "q3=false"];

    private Task<(int Enrolments, int Done, int Attempts)> CountAsync(Guid learner) => hub.InAsync(null, learner, async services =>
    {
        var enrolments = await services.GetRequiredService<IRepository<Enrolment, Guid>>().GetListAsync(row => row.LearnerId == learner);
        var ids = enrolments.ConvertAll(row => row.Id);
        return (
            enrolments.Count,
            await services.GetRequiredService<IRepository<LessonProgress, Guid>>().CountAsync(row => ids.Contains(row.EnrolmentId)),
            await services.GetRequiredService<IRepository<LessonAttempt, Guid>>().CountAsync(row => ids.Contains(row.EnrolmentId)));
    });

    private static async Task<CatalogueCourseDto> CourseAsync(HubClient browser) =>
        await browser.OnTheHub().GetAsync<CatalogueCourseDto>("/api/learning/catalogue/course?slug=" + StarterCatalogue.PublishHomePageSlug);

    [Fact]
    public async Task An_attempt_is_kept_and_the_lesson_done()
    {
        var space = await hub.Given.AnAssociation();
        await new LearnerPages(space.Admin).AnswerAsync(LearnerPages.First, RightAnswers);
        var lesson = (await CourseAsync(space.Admin)).Lessons[0];
        (lesson.IsDone, lesson.BestRatio).ShouldBe((true, 1m));
    }

    [Fact]
    public async Task The_same_form_sent_eight_times_at_once_makes_one_of_everything()
    {
        var space = await hub.Given.AnAssociation();
        var pages = new LearnerPages(space.Admin);
        var form = LearnerPages.Fill(await pages.OpenAsync(LearnerPages.First), RightAnswers);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pages.PostAsync(LearnerPages.First, "Answer", form)));
        (await CountAsync(space.AdminId)).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Every_attempt_is_kept_and_the_best_counts()
    {
        var space = await hub.Given.AnAssociation();
        var pages = new LearnerPages(space.Admin);
        await pages.AnswerAsync(LearnerPages.First, RightAnswers);
        await pages.AnswerAsync(LearnerPages.First, "Un mot de bienvenue");
        (await CountAsync(space.AdminId)).Attempts.ShouldBe(2);
        (await CourseAsync(space.Admin)).Lessons[0].BestRatio.ShouldBe(1m);
    }

    [Fact]
    public async Task A_learner_takes_along_what_they_did_and_the_hub_forgets_it_but_nobody_elses()
    {
        var (leaver, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        foreach (var space in new[] { leaver, other }) await new LearnerPages(space.Admin).AnswerAsync(LearnerPages.First, RightAnswers);
        var course = await CourseAsync(leaver.Admin);
        var enrolment = await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<Enrolment, Guid>>().GetAsync(row => row.LearnerId == leaver.AdminId));

        var file = await hub.CollectsAsync("learning", leaver.Person());
        await hub.ForgetsAsync(leaver.Person());

        file.ShouldContain(course.Title);
        file.ShouldContain(course.Lessons[0].Title);
        file.ShouldNotContain("isRight", Case.Insensitive);
        (await CountAsync(leaver.AdminId)).ShouldBe((0, 0, 0));
        await hub.InAsync(null, null, async services =>
        {
            (await services.GetRequiredService<IRepository<LessonProgress, Guid>>().CountAsync(row => row.EnrolmentId == enrolment.Id)).ShouldBe(0);
            (await services.GetRequiredService<IRepository<LessonAttempt, Guid>>().CountAsync(row => row.EnrolmentId == enrolment.Id)).ShouldBe(0);
        });
        (await CourseAsync(leaver.Admin)).Lessons[0].IsDone.ShouldBeFalse();
        (await hub.CollectsAsync("learning", leaver.Person())).ShouldBeEmpty();
        (await CountAsync(other.AdminId)).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task A_failed_attempt_does_not_make_the_lesson_done()
    {
        var space = await hub.Given.AnAssociation();
        await new LearnerPages(space.Admin).AnswerAsync(LearnerPages.First, "Un mot de bienvenue");
        (await CountAsync(space.AdminId)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task The_course_opens_where_the_learner_was()
    {
        var space = await hub.Given.AnAssociation();
        await new LearnerPages(space.Admin).AnswerAsync(LearnerPages.First, "Un mot de bienvenue");
        (await CourseAsync(space.Admin)).ResumeSlug.ShouldBe("dire-l-essentiel");
        (await new LearnerPages(space.Admin).OpenAsync(StarterCatalogue.PublishHomePage)).ShouldContain("Continuer\u00a0: Dire l’essentiel");
    }

    [Fact]
    public async Task What_a_visitor_did_joins_the_account_at_sign_in()
    {
        var space = await hub.Given.AnAssociation();
        var browser = hub.NewBrowser();
        var pages = new LearnerPages(browser);
        await pages.AnswerAsync(LearnerPages.First, RightAnswers);
        await browser.SignInAsync(space.AdminEmail, TestSpace.Password);
        (await pages.OpenAsync(StarterCatalogue.PublishHomePage)).ShouldContain("stamp-ok");
        (await CountAsync(space.AdminId)).ShouldBe((1, 1, 0));
        (await hub.NewBrowser().Http.GetAsync("/formations")).EnsureSuccess();
    }

    [Fact]
    public async Task One_learners_progress_is_not_anothers()
    {
        var (one, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        await new LearnerPages(one.Admin).AnswerAsync(LearnerPages.First, RightAnswers);
        (await CourseAsync(other.Admin)).Lessons[0].IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_frozen_attempt_keeps_the_question_as_it_was()
    {
        var space = await hub.Given.AnAssociation();
        await new LearnerPages(space.Admin).AnswerAsync(LearnerPages.First, RightAnswers);
        var stored = await hub.InAsync(null, space.AdminId, async services =>
        {
            var enrolment = await services.GetRequiredService<IRepository<Enrolment, Guid>>().GetAsync(row => row.LearnerId == space.AdminId);
            return (await services.GetRequiredService<IRepository<LessonAttempt, Guid>>().GetAsync(row => row.EnrolmentId == enrolment.Id)).AttemptJson;
        });
        var attempt = Questions.QuestionJson.ReadAttempt(stored);
        attempt.Slots.Count.ShouldBe(3);
        attempt.Score().Ratio.ShouldBe(1m);
        attempt.Slots[0].Question.Text.Value.ShouldStartWith("Une habitante");
    }
}
