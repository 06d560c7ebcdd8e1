using System.Net;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning.Tasks;

public class ExerciseTests(LearningHub hub)
{
    /// <summary>A course of the hub whose one lesson has the test's exercise.</summary>
    private async Task<(string Path, Guid LessonId)> AnExerciseAsync()
    {
        var slug = $"exercice-{Guid.NewGuid():N}";
        var id = await hub.InAsync(null, null, async services =>
        {
            var course = new Course(Guid.CreateVersion7(), slug, "Exercice", "", "fr");
            var lesson = new Lesson(Guid.CreateVersion7(), course.Id, 0, "faire", "Faire");
            lesson.Describe("faire", "Faire", "", 5);
            lesson.Write("{\"schema\":\"page/1\",\"lang\":\"fr\",\"blocks\":[]}");
            lesson.Ask(TestTaskCheck.TaskName, "Faites-le.");
            lesson.PutOnline(QuestionSet.Of([]));
            course.Publish(1, DateTime.UtcNow);
            await services.GetRequiredService<IRepository<Course, Guid>>().InsertAsync(course);
            await services.GetRequiredService<ILessonRepository>().InsertAsync(lesson);
            return lesson.Id;
        });
        return ($"/formations/{slug}/faire", id);
    }

    private static async Task<string> CheckAsync(TestSpace space, string path, Guid? other = null)
    {
        var pages = new LearnerPages(space.Admin);
        var token = LearnerPages.Hidden(await pages.OpenAsync(path), "__RequestVerificationToken");
        return await pages.PostAsync(path, "Check", new Dictionary<string, string> { ["space"] = (other ?? space.TenantId).ToString(), ["__RequestVerificationToken"] = token });
    }

    [Fact]
    public async Task A_failed_check_says_what_is_missing_and_links_to_the_very_screen()
    {
        var space = await hub.Given.AnAssociation();
        var page = await CheckAsync(space, (await AnExerciseAsync()).Path);
        page.ShouldContain("Il manque un titre.");
        page.ShouldContain($"href=\"/espace/{space.Slug}/site/pages/accueil\"");
    }

    [Fact]
    public async Task Work_that_was_done_before_counts()
    {
        var space = await hub.Given.AnAssociation();
        TestTaskCheck.DoneIn[space.TenantId] = true;
        (await CheckAsync(space, (await AnExerciseAsync()).Path)).ShouldContain("Réussi");
    }

    [Fact]
    public async Task The_exercise_is_ticked_by_itself_when_the_work_is_done()
    {
        var space = await hub.Given.AnAssociation();
        var (path, _) = await AnExerciseAsync();
        await CheckAsync(space, path);
        TestTaskCheck.DoneIn[space.TenantId] = true;
        await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<IDistributedEventBus>()
            .PublishAsync(new TaskStateChangedEto { TenantId = space.TenantId, TaskName = TestTaskCheck.TaskName }));
        await hub.RunJobsAsync();
        (await new LearnerPages(space.Admin).OpenAsync(path)).ShouldContain("Réussi");
    }

    [Fact]
    public async Task Taking_the_work_back_does_not_untick_the_exercise()
    {
        var space = await hub.Given.AnAssociation();
        var (path, id) = await AnExerciseAsync();
        TestTaskCheck.DoneIn[space.TenantId] = true;
        await CheckAsync(space, path);
        TestTaskCheck.DoneIn.TryRemove(space.TenantId, out _);
        (await space.Admin.OnTheHub().PostAsync<TaskResultDto>($"/api/learning/catalogue/{id}/check-task", new CheckTaskInput { SpaceId = space.TenantId })).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task Six_clicks_at_once_are_one_practice_and_no_error()
    {
        var space = await hub.Given.AnAssociation();
        var (_, id) = await AnExerciseAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            space.Admin.OnTheHub().PostAsync<TaskResultDto>($"/api/learning/catalogue/{id}/check-task", new CheckTaskInput { SpaceId = space.TenantId })));
        (await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<Progress.Practice, Guid>>().CountAsync(row => row.LessonId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Another_associations_space_is_not_looked_at()
    {
        var (one, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var (_, id) = await AnExerciseAsync();
        var response = await one.Admin.OnTheHub().SendAsync(HttpMethod.Post, $"/api/learning/catalogue/{id}/check-task", new CheckTaskInput { SpaceId = other.TenantId });
        (response.StatusCode, await response.CodeAsync()).ShouldBe((HttpStatusCode.Forbidden, LearningErrorCodes.NotMemberOfSpace));
    }

    [Fact]
    public async Task A_visitor_cannot_have_a_space_checked()
    {
        var (_, id) = await AnExerciseAsync();
        (await hub.NewBrowser().SendAsync(HttpMethod.Post, $"/api/learning/catalogue/{id}/check-task", new CheckTaskInput())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_lesson_without_questions_is_done_when_the_learner_says_so()
    {
        var space = await hub.Given.AnAssociation();
        var (path, _) = await AnExerciseAsync();
        (await new LearnerPages(space.Admin).PressAsync(path, "J’ai terminé cette leçon")).ShouldContain("Leçon faite");
        (await new LearnerPages(space.Admin).OpenAsync(path)).ShouldContain("Leçon faite");
    }

    [Fact]
    public async Task A_visitor_says_so_too()
    {
        var (path, _) = await AnExerciseAsync();
        (await new LearnerPages(hub.NewBrowser()).PressAsync(path, "J’ai terminé cette leçon")).ShouldContain("Leçon faite");
    }

    private Task ChangeAsync(Guid lessonId, string? taskName) => hub.InAsync(null, null, async services =>
    {
        var lessons = services.GetRequiredService<ILessonRepository>();
        var lesson = await lessons.GetAsync(lessonId);
        lesson.Ask(taskName, "Autre chose.");
        await lessons.UpdateAsync(lesson);
    });

    [Fact]
    public async Task Another_exercise_in_the_same_lesson_begins_anew()
    {
        var space = await hub.Given.AnAssociation();
        var (path, id) = await AnExerciseAsync();
        TestTaskCheck.DoneIn[space.TenantId] = true;
        await CheckAsync(space, path);
        await ChangeAsync(id, TaskNames.LetterSent);

        (await new LearnerPages(space.Admin).OpenAsync(path)).ShouldNotContain("Réussi");
        var page = await CheckAsync(space, path);

        page.ShouldNotContain("Réussi");
        page.ShouldContain($"href=\"/espace/{space.Slug}/lettres\"");
    }

    [Fact]
    public async Task The_former_exercise_ticks_nothing_any_more()
    {
        var space = await hub.Given.AnAssociation();
        var (path, id) = await AnExerciseAsync();
        await CheckAsync(space, path);
        await ChangeAsync(id, TaskNames.LetterSent);
        TestTaskCheck.DoneIn[space.TenantId] = true;
        await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<IDistributedEventBus>()
            .PublishAsync(new TaskStateChangedEto { TenantId = space.TenantId, TaskName = TestTaskCheck.TaskName }));
        await hub.RunJobsAsync();

        (await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<Progress.Practice, Guid>>().GetAsync(row => row.LessonId == id))).PassedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_comes_back_to_an_exercise_that_was_taken_away_is_told_so()
    {
        var space = await hub.Given.AnAssociation();
        var (path, id) = await AnExerciseAsync();
        var token = LearnerPages.Hidden(await new LearnerPages(space.Admin).OpenAsync(path), "__RequestVerificationToken");
        await ChangeAsync(id, null);
        (await new LearnerPages(space.Admin).PostAsync(path, "Check", new Dictionary<string, string> { ["space"] = space.TenantId.ToString(), ["__RequestVerificationToken"] = token }))
            .ShouldContain("vient d’être retiré");
    }
}
