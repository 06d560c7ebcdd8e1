using System.Net;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>Removing a lesson or a question can be taken back, and never empties a public course.</summary>
public class RemovingTests(LearningHub hub)
{
    private const string Lessons = "/api/learning/lesson";
    private const string Questions = "/api/learning/question";

    private sealed record Written(TestSpace Space, CourseDto Course, List<LessonDto> Lessons)
    {
        public async Task<List<string>> OutlineAsync() =>
            (await Space.Admin.GetAsync<CourseDto>($"/api/learning/course/{Course.Id}")).Lessons.ConvertAll(lesson => $"{lesson.Slug} {lesson.QuestionCount}");

        public async Task<List<QuestionDto>> QuestionsAsync() =>
            [.. (await Space.Admin.GetAsync<PagedResultDto<QuestionDto>>($"{Questions}?CourseId={Course.Id}")).Items];
    }

    private async Task<Written> ACourseAsync(params string[] titles)
    {
        var space = await hub.Given.AnAssociation();
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Animer" });
        var lessons = new List<LessonDto>();
        foreach (var title in titles) lessons.Add(await space.Admin.PostAsync<LessonDto>(Lessons, new CreateLessonInput { CourseId = course.Id, Title = title }));
        await space.Admin.PostAsync<QuestionImportDto>(Questions + "/import", new ImportQuestionsInput { LessonId = lessons[0].Id, Gift = "Un {T}\n\nDeux {F}\n\nTrois {T}" });
        return new(space, course, lessons);
    }

    [Fact]
    public async Task A_lesson_comes_back_to_its_place_with_the_questions_that_went_with_it()
    {
        var written = await ACourseAsync("Avant", "Après");
        await written.Space.Admin.DeleteAsync($"{Questions}/{(await written.QuestionsAsync())[1].Id}");
        await written.Space.Admin.DeleteAsync($"{Lessons}/{written.Lessons[0].Id}");
        (await written.OutlineAsync()).ShouldBe(["apres 0"]);

        await written.Space.Admin.PostAsync<LessonDto>($"{Lessons}/{written.Lessons[0].Id}/restore");

        (await written.OutlineAsync()).ShouldBe(["avant 2", "apres 0"]);
        (await written.QuestionsAsync()).Select(question => question.Content.Text.Value).ShouldBe(["Un", "Trois"]);
    }

    [Fact]
    public async Task A_lesson_whose_address_was_taken_meanwhile_comes_back_beside_it()
    {
        var written = await ACourseAsync("Avant");
        await written.Space.Admin.DeleteAsync($"{Lessons}/{written.Lessons[0].Id}");
        await written.Space.Admin.PostAsync<LessonDto>(Lessons, new CreateLessonInput { CourseId = written.Course.Id, Title = "Avant" });
        (await written.Space.Admin.PostAsync<LessonDto>($"{Lessons}/{written.Lessons[0].Id}/restore")).Slug.ShouldBe("avant-2");
    }

    [Fact]
    public async Task A_question_comes_back_to_its_place()
    {
        var written = await ACourseAsync("Avant");
        var removed = (await written.QuestionsAsync())[1];
        await written.Space.Admin.DeleteAsync($"{Questions}/{removed.Id}");
        await written.Space.Admin.PostAsync<QuestionDto>($"{Questions}/{removed.Id}/restore");
        (await written.QuestionsAsync()).Select(question => question.Content.Text.Value).ShouldBe(["Un", "Deux", "Trois"]);
    }

    [Fact]
    public async Task What_was_not_removed_or_is_anothers_is_not_brought_back()
    {
        var (written, other) = (await ACourseAsync("Avant"), await hub.Given.AnAssociation());
        (await written.Space.Admin.SendAsync(HttpMethod.Post, $"{Lessons}/{written.Lessons[0].Id}/restore")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await written.Space.Admin.DeleteAsync($"{Lessons}/{written.Lessons[0].Id}");
        (await other.Admin.SendAsync(HttpMethod.Post, $"{Lessons}/{written.Lessons[0].Id}/restore")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_lesson_of_a_public_course_stays()
    {
        var written = await ACourseAsync("Avant", "Après");
        await written.Space.Admin.PostAsync<CourseDto>($"/api/learning/course/{written.Course.Id}/publish");
        await written.Space.Admin.PostAsync<LessonDto>(Lessons, new CreateLessonInput { CourseId = written.Course.Id, Title = "Pas encore en ligne" });
        await written.Space.Admin.DeleteAsync($"{Lessons}/{written.Lessons[0].Id}");

        var refused = await written.Space.Admin.SendAsync(HttpMethod.Delete, $"{Lessons}/{written.Lessons[1].Id}");

        (await refused.CodeAsync()).ShouldBe(LearningErrorCodes.LastLessonOnline);
        await written.Space.Admin.PostAsync<CourseDto>($"/api/learning/course/{written.Course.Id}/unpublish");
        await written.Space.Admin.DeleteAsync($"{Lessons}/{written.Lessons[1].Id}");
    }
}
