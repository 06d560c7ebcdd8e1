using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Sites;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>A course as an archive of files, and back.</summary>
public sealed class CourseArchiveTests(LearningHub hub)
{
    private const string Alt = "Une table ronde";

    // One pixel.
    private static readonly byte[] Picture = Convert.FromHexString("474946383961010001008000007A3DFF0000002C00000000010001000002024401003B");

    private const string Gift = """
        // [id:q1]
        ::Un::[plain]Quelle heure ? {=midi#Oui ~minuit#Non}

        Deux {T#non#oui}
        """;

    public static TheoryData<string> Starters() => [.. StarterCatalogue.All];

    [Fact]
    public async Task A_course_leaves_as_files_that_any_editor_reads()
    {
        var space = await hub.Given.AnAssociation();
        var course = await ACourseAsync(space);

        using var archive = await TakeAsync(space, course.Id);
        var picture = archive.Entries.Single(entry => entry.FullName.StartsWith("medias/", StringComparison.Ordinal)).FullName;

        archive.Entries.Select(entry => entry.FullName).ShouldBe(["1-l-ordre-du-jour.md", "1-l-ordre-du-jour.gift", "2-le-tour-de-table.md", "course.json", picture]);
        archive.Text("1-l-ordre-du-jour.md").ShouldContain(picture);
        archive.Text("1-l-ordre-du-jour.md").ShouldContain(Alt);
        archive.Text("1-l-ordre-du-jour.gift").ShouldContain("Quelle heure ?");
        archive.Text("course.json").ShouldContain("\"Animer une réunion\"");
    }

    [Fact]
    public async Task What_leaves_one_space_and_arrives_in_another_leaves_it_again_the_same()
    {
        var (space, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var course = await ACourseAsync(space);
        using var left = await TakeAsync(space, course.Id);

        var arrived = await (await BringAsync(other, await BytesAsync(space, course.Id))).EnsureSuccess().ReadAsync<CourseDto>();
        using var again = await TakeAsync(other, arrived.Id);

        arrived.Status.ShouldBe(CourseStatus.Draft);
        again.Entries.Select(entry => entry.FullName).ShouldBe(left.Entries.Select(entry => entry.FullName));
        foreach (var entry in left.Entries) again.Text(entry.FullName).ShouldBe(left.Text(entry.FullName), entry.FullName);
        var lesson = await other.Admin.GetAsync<LessonDto>($"/api/learning/lesson/{arrived.Lessons[0].Id}");
        var picture = await other.Admin.GetAsync<MediaDto>($"/api/sites/media/{MediaUrns.In(lesson.Document).Single()}");
        (await other.Admin.Http.GetAsync(picture.Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (lesson.CompletionRule, lesson.PassRatio, lesson.TaskName, lesson.TaskText).ShouldBe((CompletionRule.Passed, 0.75m, TestTaskCheck.TaskName, "Faites-le."));
    }

    [Theory, MemberData(nameof(Starters))]
    public async Task The_hub_s_own_courses_come_back_whole(string slug)
    {
        var space = await hub.Given.AnAssociation();
        var (bytes, documents, questions) = await hub.InAsync(null, null, async services =>
        {
            var course = await services.GetRequiredService<IRepository<Course, Guid>>().GetAsync(one => one.Slug == slug);
            using var stream = new MemoryStream();
            await services.GetRequiredService<CourseArchive>().WriteAsync(course, stream, CancellationToken.None);
            var lessons = await services.GetRequiredService<ILessonRepository>().GetListAsync(lesson => lesson.CourseId == course.Id);
            var rows = await services.GetRequiredService<IRepository<LessonQuestion, Guid>>().GetListAsync(row => row.CourseId == course.Id);
            return (stream.ToArray(), lessons.OrderBy(lesson => lesson.Position).Select(lesson => lesson.Document).ToList(), rows.Select(row => row.Hash).Order().ToList());
        });

        var arrived = await (await BringAsync(space, bytes)).EnsureSuccess().ReadAsync<CourseDto>();

        for (var i = 0; i < documents.Count; i++)
        {
            var lesson = await space.Admin.GetAsync<LessonDto>($"/api/learning/lesson/{arrived.Lessons[i].Id}");
            JsonNode.DeepEquals(JsonNode.Parse(lesson.Document), JsonNode.Parse(documents[i])).ShouldBeTrue(lesson.Title);
        }

        (await hub.InAsync(space.TenantId, null, async services =>
            (await services.GetRequiredService<IRepository<LessonQuestion, Guid>>().GetListAsync()).Select(row => row.Hash).Order().ToList())).ShouldBe(questions);
    }

    [Fact]
    public async Task The_same_course_twice_stands_at_two_addresses()
    {
        var space = await hub.Given.AnAssociation();
        var course = await ACourseAsync(space);

        var copy = await (await BringAsync(space, await BytesAsync(space, course.Id))).EnsureSuccess().ReadAsync<CourseDto>();

        (course.Slug, copy.Slug).ShouldBe(("animer-une-reunion", "animer-une-reunion-2"));
    }

    [Fact]
    public async Task What_GIFT_cannot_say_is_told_in_the_archive()
    {
        var space = await hub.Given.AnAssociation();
        var course = await ACourseAsync(space);
        var question = (await space.Admin.GetAsync<Abp.Application.Dtos.PagedResultDto<QuestionDto>>($"/api/learning/question?courseId={course.Id}")).Items[0];
        question.Content.Mark = 3;
        await space.Admin.PutAsync<QuestionDto>($"/api/learning/question/{question.Id}", new UpdateQuestionInput { Content = question.Content, ConcurrencyStamp = question.ConcurrencyStamp });

        using var archive = await TakeAsync(space, course.Id);

        archive.Text("ce-que-gift-ne-dit-pas.txt").ShouldContain("le nombre de points");
    }

    [Fact]
    public async Task A_mistake_in_a_question_is_told_with_its_file_and_line_and_nothing_is_kept()
    {
        var space = await hub.Given.AnAssociation();
        var zip = ZipFiles.Of(("course.json", """{"title":"Cours","summary":"","language":"fr","lessons":[{"slug":"une","title":"Une","aim":"","minutes":5}]}"""), ("1-une.gift", "\nDeux {=a ~"));

        var answer = await BringAsync(space, zip);

        (await answer.CodeAsync()).ShouldBe(LearningErrorCodes.ArchiveQuestionsInvalid);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("1-une.gift");
        (await space.Admin.GetAsync<Abp.Application.Dtos.PagedResultDto<CourseListItemDto>>("/api/learning/course")).TotalCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rien")]
    [InlineData("null")]
    [InlineData("""{"title":"Sans leçons"}""")]
    public async Task An_archive_without_a_course_is_refused_in_words(string? outline)
    {
        var space = await hub.Given.AnAssociation();

        var answer = await BringAsync(space, outline is null ? ZipFiles.Of(("notes.md", "Rien.")) : ZipFiles.Of(("course.json", outline)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(LearningErrorCodes.ArchiveWithoutCourse);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_in_words()
    {
        var space = await hub.Given.AnAssociation();

        (await (await BringAsync(space, "PK"u8.ToArray())).CodeAsync()).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnreadable);
        (await BringAsync(space, ZipFiles.Of(("course.json", """{"title":"","summary":"","language":"fr","lessons":[]}""")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_takes_the_course_of_another_space()
    {
        var (space, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var course = await ACourseAsync(space);

        (await other.Admin.SendAsync(HttpMethod.Get, PathOf(course.Id))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.NewBrowser().SendAsync(HttpMethod.Get, PathOf(course.Id))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<CourseDto> ACourseAsync(TestSpace space)
    {
        var file = new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/gif") } };
        var picture = await space.Admin.PostAsync<MediaDto>("/api/sites/media", new MultipartFormDataContent { { file, "file", "table.gif" } });
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Animer une réunion", Summary = "Pour que chacun parle." });
        var lesson = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput
        {
            CourseId = course.Id, Title = "L’ordre du jour", Aim = "L’écrire à plusieurs.", Minutes = 6, CompletionRule = CompletionRule.Passed, PassRatio = 0.75m,
            TaskName = TestTaskCheck.TaskName, TaskText = "Faites-le.",
            Document = $$$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"text","v":1,"markdown":"## Avant\n\nÀ deux."},{"id":"b","type":"image","v":1,"media":"{{{picture.Urn}}}","alt":{"kind":"text","text":"{{{Alt}}}"}}]}""",
        });
        await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "Le tour de table" });
        await space.Admin.PostAsync<QuestionImportDto>("/api/learning/question/import", new ImportQuestionsInput { LessonId = lesson.Id, Gift = Gift });
        return course;
    }

    private static string PathOf(Guid id) => $"/api/learning/course/{id}/archive";

    private static async Task<byte[]> BytesAsync(TestSpace space, Guid id)
    {
        var answer = (await space.Admin.SendAsync(HttpMethod.Get, PathOf(id))).EnsureSuccess();
        answer.Content.Headers.ContentDisposition!.FileName.ShouldStartWith("animer-une-reunion");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<ZipArchive> TakeAsync(TestSpace space, Guid id) => new(new MemoryStream(await BytesAsync(space, id)));

    private static Task<HttpResponseMessage> BringAsync(TestSpace space, byte[] zip)
    {
        var file = new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        return space.Admin.SendAsync(HttpMethod.Post, "/api/learning/course/archive", new MultipartFormDataContent { { file, "file", "cours.zip" } });
    }
}
