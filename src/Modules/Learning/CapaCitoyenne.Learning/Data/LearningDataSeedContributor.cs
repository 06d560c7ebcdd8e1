using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Questions.Gift;

namespace CapaCitoyenne.Learning.Data;

/// <summary>The starter catalogue, on the hub's side. A course that is there is left alone, whatever its authors made of it.</summary>
internal sealed class LearningDataSeedContributor(
    IRepository<Course, Guid> courses, ILessonRepository lessons, IRepository<LessonQuestion, Guid> questions, IGuidGenerator guidGenerator, IClock clock)
    : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext context)
    {
        if (context.TenantId is not null) return;
        foreach (var slug in StarterCatalogue.All) await SeedAsync(slug);
    }

    private async Task SeedAsync(string slug)
    {
        if (await courses.AnyAsync(existing => existing.Slug == slug)) return;
        var source = StarterLesson.ReadCourse(slug);
        var course = new Course(guidGenerator.Create(), slug, source.Title, source.Summary, source.Language);
        for (var position = 0; position < source.Lessons.Count; position++) await AddAsync(course, position, source.Lessons[position]);
        course.Publish(source.Lessons.Count, clock.Now);
        await courses.InsertAsync(course);
    }

    private async Task AddAsync(Course course, int position, LessonFile source)
    {
        var file = $"{course.Slug}/{source.PathAt(position)}";
        var lesson = new Lesson(guidGenerator.Create(), course.Id, position, source.Slug, source.Title);
        lesson.Describe(source.Slug, source.Title, source.Aim, source.Minutes);
        lesson.Write(StarterLesson.ToDocument(StarterLesson.ReadFile(file + ".md"), course.Language));
        lesson.CountWhen(source.CompletionRule, source.PassRatio);
        lesson.Ask(source.TaskName, source.TaskText);
        var rows = GiftReader.Read(StarterLesson.ReadFile(file + ".gift")).Questions
            .Select((question, index) => new LessonQuestion(guidGenerator.Create(), course.Id, lesson.Id, index, question.Question)).ToList();
        lesson.PutOnline(QuestionSet.Of(rows));
        await lessons.InsertAsync(lesson);
        await questions.InsertManyAsync(rows);
    }
}
