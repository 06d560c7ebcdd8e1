using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Web.Demo;

/// <summary>The course that one of the associations has written.</summary>
internal sealed class DemoCourses(
    ICourseAppService courses, ILessonAppService lessons, IQuestionAppService questions, IPageDocumentIntegrationService documents)
{
    public async Task SeedAsync(DemoAssociation association)
    {
        if (association.Course is not { } source || (await courses.GetListAsync(new PagedResultRequestDto())).TotalCount > 0)
        {
            return;
        }

        var folder = $"{association.Folder}/course/{source.File}";
        var course = await courses.CreateAsync(new CreateCourseInput { Title = source.Title, Summary = source.Summary });
        var lesson = await lessons.CreateAsync(new CreateLessonInput
        {
            CourseId = course.Id,
            Title = source.Lesson,
            Aim = source.Aim,
            Minutes = source.Minutes,
            Document = documents.FromTwin("---\nschema: page/1\nlang: fr\n---\n\n" + DemoContent.Read(folder + ".md")),
        });
        await questions.ImportAsync(new ImportQuestionsInput { LessonId = lesson.Id, Gift = DemoContent.Read(folder + ".gift") });
        await courses.PublishAsync(course.Id);
    }
}
