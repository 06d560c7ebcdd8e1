using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Questions;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>Lessons and questions that are taken away, and brought back.</summary>
internal sealed class LessonTrash(
    IRepository<Course, Guid> courses, ILessonRepository lessons, IRepository<LessonQuestion, Guid> questions, LessonManager manager, QuestionImporter importer,
    IDataFilter dataFilter) : DomainService
{
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.LastLessonOnline"/></exception>
    public async Task DeleteAsync(Lesson lesson)
    {
        var course = await courses.GetAsync(lesson.CourseId);
        course.EnsureKeepsLesson((await lessons.GetOutlineAsync([course.Id])).Count(other => other.Id != lesson.Id && other.IsOnline));
        lesson.Retire();
        await lessons.DeleteAsync(lesson, autoSave: true);
        // Saved after the lesson: what goes with it went later than what its author had removed before.
        await questions.DeleteAsync(question => question.LessonId == lesson.Id, autoSave: true);
    }

    /// <summary>Brings a lesson back, with the questions that went with it.</summary>
    public async Task<Lesson> RestoreAsync(Guid id)
    {
        Lesson lesson;
        using (dataFilter.Disable<ISoftDelete>())
        {
            lesson = await lessons.FindAsync(row => row.Id == id && row.IsDeleted) ?? throw new EntityNotFoundException(typeof(Lesson), id);
            foreach (var question in await questions.GetListAsync(row => row.LessonId == id && row.IsDeleted && row.DeletionTime >= lesson.DeletionTime))
                question.Return();
        }

        await manager.ReturnAsync(lesson);
        return lesson;
    }

    /// <summary>Brings a question back to where it stood.</summary>
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.TooManyQuestions"/></exception>
    public async Task<LessonQuestion> RestoreQuestionAsync(Guid id)
    {
        LessonQuestion question;
        using (dataFilter.Disable<ISoftDelete>())
        {
            question = await questions.FindAsync(row => row.Id == id && row.IsDeleted) ?? throw new EntityNotFoundException(typeof(LessonQuestion), id);
        }

        await lessons.GetAsync(question.LessonId);
        await importer.FindPlaceAsync(question.LessonId, more: 1);
        question.Return();
        return await questions.UpdateAsync(question, autoSave: true);
    }
}
