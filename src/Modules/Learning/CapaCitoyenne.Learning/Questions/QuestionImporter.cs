using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions.Gift;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>Puts the questions of a file into a lesson. What the course has already is left alone, or becomes a new version.</summary>
internal sealed class QuestionImporter(IRepository<LessonQuestion, Guid> questions) : DomainService
{
    public async Task<IReadOnlyList<ImportStep>> ImportAsync(Lesson lesson, IReadOnlyList<GiftQuestion> file, bool dryRun)
    {
        var rows = await questions.GetListAsync(question => question.CourseId == lesson.CourseId);
        var steps = ImportPlan.Make(file, [.. rows.Select(row => new ExistingQuestion(row.Id, row.ExternalId, row.Hash))]);
        var position = await FindPlaceAsync(lesson.Id, steps.Count(step => step.Action == ImportAction.Create));
        if (dryRun) return steps;
        foreach (var step in steps)
        {
            if (step.Action == ImportAction.Create)
            {
                await questions.InsertAsync(new LessonQuestion(GuidGenerator.Create(), lesson.CourseId, lesson.Id, position++, step.Source.Question));
            }
            else if (step.Action == ImportAction.Update)
            {
                var row = rows.First(existing => existing.Id == step.Existing);
                row.Set(step.Source.Question);
                await questions.UpdateAsync(row);
            }
        }

        return steps;
    }

    /// <summary>The place behind a lesson's last question.</summary>
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.TooManyQuestions"/>: there is no room for so many more.</exception>
    public async Task<int> FindPlaceAsync(Guid lessonId, int more)
    {
        var places = await AsyncExecuter.ToListAsync(
            (await questions.GetQueryableAsync()).Where(question => question.LessonId == lessonId).Select(question => question.Position));
        if (places.Count + more > QuestionConsts.MaxPerLesson)
            throw new BusinessException(LearningErrorCodes.TooManyQuestions).WithData("Max", QuestionConsts.MaxPerLesson);
        return places.Count == 0 ? 0 : places.Max() + 1;
    }
}
