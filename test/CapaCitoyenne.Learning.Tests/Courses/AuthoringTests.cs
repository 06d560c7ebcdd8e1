using System.Net;
using System.Text.Json;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Results;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning.Courses;

public class AuthoringTests(LearningHub hub)
{
    private const string Gift = """
        // [id:q1]
        ::Un::[plain]Quelle heure ? {=midi#Oui ~minuit#Non}

        Deux {T#non#oui}

        Trois {~%50%a ~b}

        Quatre {#3,5}
        """;

    private static async Task<(CourseDto Course, LessonDto Lesson)> ACourseAsync(TestSpace space, string title = "Animer une réunion")
    {
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = title });
        var lesson = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "L’ordre du jour", Minutes = 6 });
        return (course, lesson);
    }

    private static Task<QuestionImportDto> ImportAsync(TestSpace space, Guid lessonId, bool dryRun, string gift = Gift) =>
        space.Admin.PostAsync<QuestionImportDto>("/api/learning/question/import", new ImportQuestionsInput { LessonId = lessonId, Gift = gift, DryRun = dryRun });

    [Fact]
    public async Task A_course_is_written_and_put_online()
    {
        var space = await hub.Given.AnAssociation();
        var (course, _) = await ACourseAsync(space);
        course.Slug.ShouldBe("animer-une-reunion");
        course = await space.Admin.PostAsync<CourseDto>($"/api/learning/course/{course.Id}/publish");
        (course.Status, course.Lessons.Single().Slug).ShouldBe((CourseStatus.Published, "l-ordre-du-jour"));
    }

    [Fact]
    public async Task A_course_without_lesson_is_not_put_online()
    {
        var space = await hub.Given.AnAssociation();
        var course = await space.Admin.PostAsync<CourseDto>("/api/learning/course", new CreateCourseInput { Title = "Vide" });
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/learning/course/{course.Id}/publish");
        (await response.CodeAsync()).ShouldBe(LearningErrorCodes.CourseHasNoLesson);
    }

    [Fact]
    public async Task Two_courses_of_a_space_do_not_share_an_address_and_two_spaces_do()
    {
        var (one, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        await ACourseAsync(one);
        var response = await one.Admin.SendAsync(HttpMethod.Post, "/api/learning/course", new CreateCourseInput { Title = "Animer une réunion" });
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.CodeAsync()).ShouldBe(LearningErrorCodes.CourseSlugTaken);
        (await ACourseAsync(other)).Course.Slug.ShouldBe("animer-une-reunion");
    }

    [Fact]
    public async Task Saving_over_a_newer_version_is_a_conflict()
    {
        var space = await hub.Given.AnAssociation();
        var (course, _) = await ACourseAsync(space);
        var input = new UpdateCourseInput { Title = "Autre", ConcurrencyStamp = course.ConcurrencyStamp };
        await space.Admin.PutAsync<CourseDto>($"/api/learning/course/{course.Id}", input);
        (await space.Admin.SendAsync(HttpMethod.Put, $"/api/learning/course/{course.Id}", input)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Lessons_are_moved_and_their_addresses_come_free_when_they_go()
    {
        var space = await hub.Given.AnAssociation();
        var (course, first) = await ACourseAsync(space);
        var second = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "Le tour de table" });
        await space.Admin.PostAsync($"/api/learning/lesson/{second.Id}/move", new MoveLessonInput { Position = 0 });
        (await space.Admin.GetAsync<CourseDto>($"/api/learning/course/{course.Id}")).Lessons.Select(lesson => lesson.Id).ShouldBe([second.Id, first.Id]);
        await space.Admin.DeleteAsync($"/api/learning/lesson/{first.Id}");
        (await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "L’ordre du jour" })).Slug.ShouldBe("l-ordre-du-jour");
    }

    [Fact]
    public async Task An_unknown_exercise_is_refused()
    {
        var space = await hub.Given.AnAssociation();
        var (course, _) = await ACourseAsync(space);
        var response = await space.Admin.SendAsync(HttpMethod.Post, "/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "X", TaskName = "rien.du-tout" });
        (await response.CodeAsync()).ShouldBe(LearningErrorCodes.TaskUnknown);
    }

    [Fact]
    public async Task An_import_imports_the_good_questions_and_lists_the_bad_ones()
    {
        var space = await hub.Given.AnAssociation();
        var (_, lesson) = await ACourseAsync(space);
        var report = await ImportAsync(space, lesson.Id, dryRun: false);
        (report.Created, report.Questions.Count).ShouldBe((2, 2));
        report.Issues.Select(issue => (issue.Line, issue.Column)).ShouldBe([(6, 1), (8, 10)]);
        report.Issues[1].Message.ShouldContain("3,5");
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        var space = await hub.Given.AnAssociation();
        var (course, lesson) = await ACourseAsync(space);
        (await ImportAsync(space, lesson.Id, dryRun: true)).Created.ShouldBe(2);
        (await space.Admin.GetAsync<PagedResultDto<QuestionDto>>($"/api/learning/question?CourseId={course.Id}")).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_file_a_second_time_changes_nothing_and_a_known_id_is_updated()
    {
        var space = await hub.Given.AnAssociation();
        var (course, lesson) = await ACourseAsync(space);
        await ImportAsync(space, lesson.Id, dryRun: false);
        var again = await ImportAsync(space, lesson.Id, dryRun: false);
        (again.Created, again.Updated, again.Unchanged).ShouldBe((0, 0, 2));
        var changed = await ImportAsync(space, lesson.Id, dryRun: false, Gift.Replace("Quelle heure", "À quelle heure", StringComparison.Ordinal));
        (changed.Created, changed.Updated, changed.Unchanged).ShouldBe((0, 1, 1));
        (await space.Admin.GetAsync<PagedResultDto<QuestionDto>>($"/api/learning/question?CourseId={course.Id}")).Items[0].Version.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_elsewhere()
    {
        var (one, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var (course, lesson) = await ACourseAsync(one);
        await ImportAsync(one, lesson.Id, dryRun: false);
        var export = await one.Admin.GetAsync<QuestionExportDto>($"/api/learning/question/{course.Id}/gift");
        export.FileName.ShouldBe("animer-une-reunion.gift");
        (await ImportAsync(other, (await ACourseAsync(other)).Lesson.Id, dryRun: false, export.Gift)).Created.ShouldBe(2);
    }

    [Fact]
    public async Task The_questions_of_a_removed_lesson_can_be_imported_into_another()
    {
        var space = await hub.Given.AnAssociation();
        var (course, lesson) = await ACourseAsync(space);
        await ImportAsync(space, lesson.Id, dryRun: false);
        await space.Admin.DeleteAsync($"/api/learning/lesson/{lesson.Id}");
        var other = await space.Admin.PostAsync<LessonDto>("/api/learning/lesson", new CreateLessonInput { CourseId = course.Id, Title = "Autre" });
        (await ImportAsync(space, other.Id, dryRun: false)).Created.ShouldBe(2);
    }

    [Fact]
    public async Task A_lesson_has_room_for_a_hundred_questions()
    {
        var space = await hub.Given.AnAssociation();
        var (_, lesson) = await ACourseAsync(space);
        var gift = string.Join("\n\n", Enumerable.Range(0, 101).Select(i => $"Question {i} {{T}}"));
        var response = await space.Admin.SendAsync(HttpMethod.Post, "/api/learning/question/import", new ImportQuestionsInput { LessonId = lesson.Id, Gift = gift });
        (await response.CodeAsync()).ShouldBe(LearningErrorCodes.TooManyQuestions);
    }

    [Fact]
    public async Task A_question_goes_through_the_editor_without_a_loss()
    {
        var space = await hub.Given.AnAssociation();
        var (course, lesson) = await ACourseAsync(space);
        await ImportAsync(space, lesson.Id, dryRun: false);
        var question = (await space.Admin.GetAsync<PagedResultDto<QuestionDto>>($"/api/learning/question?CourseId={course.Id}")).Items[0];
        var saved = await space.Admin.PutAsync<QuestionDto>($"/api/learning/question/{question.Id}", new UpdateQuestionInput { Content = question.Content, ConcurrencyStamp = question.ConcurrencyStamp });
        saved.Content.ShouldBeEquivalentTo(question.Content);
    }

    [Fact]
    public async Task A_question_that_cannot_be_marked_is_refused_at_the_fields_that_are_wrong()
    {
        var space = await hub.Given.AnAssociation();
        var (_, lesson) = await ACourseAsync(space);
        var content = new QuestionContentDto { Kind = QuestionKind.SingleChoice, Text = new() { Value = "?" }, Answers = [new() { Text = new() { Value = "a" } }, new()] };
        var response = await space.Admin.SendAsync(HttpMethod.Post, "/api/learning/question", new CreateQuestionInput { LessonId = lesson.Id, Content = content });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await response.ReadAsync<JsonElement>()).GetProperty("errors");
        errors.GetProperty("content.answers[1]")[0].GetString().ShouldBe("Un choix n’a pas de texte.");
        errors.GetProperty("content.answers")[0].GetString().ShouldBe("Aucune réponse ne donne tous les points.");
    }

    [Fact]
    public async Task Another_space_finds_nothing()
    {
        var (one, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var (course, lesson) = await ACourseAsync(one);
        foreach (var path in new[] { $"course/{course.Id}", $"lesson/{lesson.Id}", $"question/{course.Id}/gift", $"result/{course.Id}" })
            (await other.Admin.SendAsync(HttpMethod.Get, "/api/learning/" + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Admin.SendAsync(HttpMethod.Post, $"/api/learning/catalogue/{lesson.Id}/answer", new Catalogue.AnswerSheetInput { Version = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_visitor_has_no_way_to_the_keys()
    {
        var (course, _) = await ACourseAsync(await hub.Given.AnAssociation());
        (await hub.NewBrowser().SendAsync(HttpMethod.Get, $"/api/learning/question?CourseId={course.Id}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_hubs_catalogue_is_not_an_associations_to_edit()
    {
        var space = await hub.Given.AnAssociation();
        var starter = await space.Admin.OnTheHub().GetAsync<Catalogue.CatalogueCourseDto>("/api/learning/catalogue/course?slug=" + Catalogue.StarterCatalogue.PublishHomePageSlug);
        (await space.Admin.SendAsync(HttpMethod.Get, $"/api/learning/course/{starter.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        space.Admin.Space = null;
        (await space.Admin.SendAsync(HttpMethod.Get, $"/api/learning/course/{starter.Id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Results_of_nobody_are_no_figures()
    {
        var space = await hub.Given.AnAssociation();
        var (course, lesson) = await ACourseAsync(space);
        var result = await space.Admin.GetAsync<CourseResultDto>($"/api/learning/result/{course.Id}");
        (result.Started, result.Done, result.Lessons.Single().Id).ShouldBe((null, null, lesson.Id));
    }
}
