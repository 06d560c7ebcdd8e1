using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>What is written stands beside what learners read, until its author puts it online.</summary>
public class PublishingTests(LearningHub hub)
{
    private const string Gift = "// [id:heure]\nÀ quelle heure ? {=Midi#Oui. ~Minuit#Non.}";

    private LearnerPages Visitor => new(hub.NewBrowser());

    private static string Text(string markdown) => $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"{{markdown}}"}]}""";

    private sealed record Online(TestSpace Space, CourseDto Course, LessonDto Lesson, string Path)
    {
        public Task<LessonDto> ReadAsync() => Space.Admin.GetAsync<LessonDto>($"/api/learning/lesson/{Lesson.Id}");

        public async Task<LessonDto> WriteAsync(string document)
        {
            var now = await ReadAsync();
            return await Space.Admin.PutAsync<LessonDto>($"/api/learning/lesson/{now.Id}", new UpdateLessonInput
            {
                Title = now.Title, Slug = now.Slug, Minutes = now.Minutes, Document = document, ConcurrencyStamp = now.ConcurrencyStamp,
            });
        }

        public Task<QuestionImportDto> ImportAsync(string gift) =>
            Space.Admin.PostAsync<QuestionImportDto>("/api/learning/question/import", new ImportQuestionsInput { LessonId = Lesson.Id, Gift = gift });

        public Task<LessonDto> PutOnlineAsync() => Space.Admin.PostAsync<LessonDto>($"/api/learning/lesson/{Lesson.Id}/publish");
    }

    private async Task<Online> ACourseOnlineAsync()
    {
        var space = await hub.Given.AnAssociation();
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Tenir le compost" });
        var lesson = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "Le sec", Document = Text("Du carton.") });
        var online = new Online(space, course, lesson, $"/formations/de/{space.Slug}/{course.Slug}/{lesson.Slug}");
        await online.ImportAsync(Gift);
        await space.Admin.PostAsync<CourseDto>($"/api/learning/course/{course.Id}/publish");
        return online;
    }

    [Fact]
    public async Task Learners_read_the_former_text_until_the_new_one_is_put_online()
    {
        var online = await ACourseOnlineAsync();
        (await online.ReadAsync()).State.ShouldBe(LessonState.Online);

        (await online.WriteAsync(Text("Du carton et des feu"))).State.ShouldBe(LessonState.Changed);
        (await Visitor.OpenAsync(online.Path)).ShouldNotContain("des feu");

        (await online.PutOnlineAsync()).State.ShouldBe(LessonState.Online);
        (await Visitor.OpenAsync(online.Path)).ShouldContain("des feu");
    }

    [Fact]
    public async Task Whoever_answers_while_the_questions_are_rewritten_does_not_lose_their_answers()
    {
        var online = await ACourseOnlineAsync();
        var visitor = Visitor;
        var form = LearnerPages.Fill(await visitor.OpenAsync(online.Path), "Midi");
        await online.ImportAsync(Gift.Replace("À quelle heure", "Quand", StringComparison.Ordinal) + "\n\nEt le soir ? {F}");
        (await online.ReadAsync()).State.ShouldBe(LessonState.Changed);

        (await visitor.PostAsync(online.Path, "Answer", form)).ShouldContain("1 sur 1");

        await online.PutOnlineAsync();
        var page = await Visitor.OpenAsync(online.Path);
        page.ShouldContain("Quand");
        page.ShouldContain("Et le soir");
        (await Visitor.OpenAsync(online.Path[..online.Path.LastIndexOf('/')])).ShouldContain("2 questions");
    }

    [Fact]
    public async Task A_lesson_that_is_added_to_a_public_course_waits_to_be_put_online()
    {
        var online = await ACourseOnlineAsync();
        var added = await online.Space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = online.Course.Id, Title = "L’humide" });
        added.State.ShouldBe(LessonState.New);
        var path = online.Path[..online.Path.LastIndexOf('/')];
        (await Visitor.OpenAsync(path)).ShouldNotContain("L’humide");
        (await hub.NewBrowser().Http.GetAsync(path + "/l-humide")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        var course = await online.Space.Admin.PostAsync<CourseDto>($"/api/learning/course/{online.Course.Id}/publish");

        course.Lessons.ShouldAllBe(lesson => lesson.State == LessonState.Online);
        (await Visitor.OpenAsync(path)).ShouldContain("L’humide");
    }

    [Fact]
    public async Task The_outline_says_which_lessons_are_behind()
    {
        var online = await ACourseOnlineAsync();
        await online.WriteAsync(Text("Autre chose."));
        (await online.Space.Admin.GetAsync<CourseDto>($"/api/learning/course/{online.Course.Id}")).Lessons.Single().State.ShouldBe(LessonState.Changed);
        await online.Space.Admin.PostAsync<CourseDto>($"/api/learning/course/{online.Course.Id}/unpublish");
        (await online.ReadAsync()).State.ShouldBe(LessonState.Draft);
    }

    [Fact]
    public async Task A_lesson_whose_picture_is_not_described_is_not_put_online_and_the_author_reads_where()
    {
        var online = await ACourseOnlineAsync();
        await online.WriteAsync($$$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Bonjour"},{"id":"b2","type":"image","v":1,"media":"media:{{{Guid.NewGuid()}}}","alt":{"kind":"text","text":""}}]}""");

        foreach (var path in new[] { $"course/{online.Course.Id}", $"lesson/{online.Lesson.Id}" })
        {
            var refused = await online.Space.Admin.SendAsync(HttpMethod.Post, $"/api/learning/{path}/publish");
            (await refused.CodeAsync()).ShouldBe(LearningErrorCodes.LessonNotPublishable, path);
            var words = await refused.Content.ReadAsStringAsync();
            words.ShouldContain("Le sec");
            words.ShouldContain("bloc 2");
        }

        (await Visitor.OpenAsync(online.Path)).ShouldContain("Du carton.");
    }
}
