using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Permissions;
using CapaCitoyenne.Learning.Questions.Gift;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Learning.Questions;

[Authorize(LearningPermissions.Courses.Default)]
internal sealed class QuestionAppService(
    IRepository<LessonQuestion, Guid> questions, ILessonRepository lessons, IRepository<Course, Guid> courses, QuestionImporter importer, LessonTrash trash)
    : LearningAppService, IQuestionAppService
{
    public async Task<PagedResultDto<QuestionDto>> GetListAsync(GetQuestionsInput input)
    {
        var query = (await questions.GetQueryableAsync()).Where(question => question.CourseId == input.CourseId);
        if (input.LessonId is { } lessonId) query = query.Where(question => question.LessonId == lessonId);
        var outline = (await lessons.GetOutlineAsync([input.CourseId])).ToDictionary(lesson => lesson.Id, lesson => lesson.Position);
        var ids = await AsyncExecuter.ToListAsync(query.Select(question => new { question.Id, question.LessonId, question.Position }));
        var page = ids.OrderBy(row => outline.GetValueOrDefault(row.LessonId)).ThenBy(row => row.Position)
            .Skip(input.SkipCount).Take(input.MaxResultCount).Select(row => row.Id).ToList();
        var rows = (await questions.GetListAsync(question => page.Contains(question.Id))).ToDictionary(question => question.Id);
        return new(ids.Count, page.ConvertAll(id => rows[id].ToDto(L)));
    }

    public async Task<QuestionDto> GetAsync(Guid id) => (await questions.GetAsync(id)).ToDto(L);

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<QuestionDto> CreateAsync(CreateQuestionInput input)
    {
        var lesson = await lessons.GetAsync(input.LessonId);
        var position = await importer.FindPlaceAsync(lesson.Id, more: 1);
        var row = new LessonQuestion(GuidGenerator.Create(), lesson.CourseId, lesson.Id, position, Read(input.Content, externalId: null));
        await questions.InsertAsync(row, autoSave: true);
        return row.ToDto(L);
    }

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<QuestionDto> UpdateAsync(Guid id, UpdateQuestionInput input)
    {
        var row = await questions.GetAsync(id);
        row.ConcurrencyStamp = input.ConcurrencyStamp;
        row.Set(Read(input.Content, row.ExternalId));
        await questions.UpdateAsync(row, autoSave: true);
        return row.ToDto(L);
    }

    [Authorize(LearningPermissions.Courses.Write)]
    public Task DeleteAsync(Guid id) => questions.DeleteAsync(id);

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<QuestionDto> RestoreAsync(Guid id) => (await trash.RestoreQuestionAsync(id)).ToDto(L);

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<QuestionImportDto> ImportAsync(ImportQuestionsInput input)
    {
        var lesson = await lessons.GetAsync(input.LessonId);
        var file = GiftReader.Read(input.Gift);
        var steps = await importer.ImportAsync(lesson, file.Questions, input.DryRun);
        return new()
        {
            DryRun = input.DryRun,
            Created = steps.Count(step => step.Action == ImportAction.Create),
            Updated = steps.Count(step => step.Action == ImportAction.Update),
            Unchanged = steps.Count(step => step.Action == ImportAction.Nothing),
            Questions = [.. steps.Select(step => new ImportedQuestionDto(
                step.Source.Line,
                step.Source.Question.Kind(),
                Beginning(step.Source.Question.Text.ToPlainText()),
                step.Action.ToString(),
                step.Source.Advice.ToAdvice(L)))],
            Issues = [.. file.Issues.Select(ToDto)],
        };
    }

    public async Task<QuestionExportDto> GetGiftAsync(Guid id)
    {
        var course = await courses.GetAsync(id);
        var order = (await lessons.GetOutlineAsync([id])).ToDictionary(lesson => lesson.Id, lesson => lesson.Position);
        var rows = await questions.GetListAsync(question => question.CourseId == id);
        var gift = GiftWriter.Write(rows.OrderBy(row => order.GetValueOrDefault(row.LessonId)).ThenBy(row => row.Position).Select(row => row.Read()));
        return new() { FileName = course.Slug + ".gift", Gift = gift.Text, Losses = [.. gift.Losses.Select(ToDto)] };
    }

    /// <summary>The question of a form; what is wrong with it is told at its field, all at once.</summary>
    /// <exception cref="AbpValidationException"></exception>
    private Question Read(QuestionContentDto content, string? externalId)
    {
        var question = content.ToQuestion(externalId);
        var errors = question.Check().Where(issue => issue.IsError).Select(issue => new ValidationResult(L[issue.Code], [QuestionMapper.FieldOf(issue)])).ToList();
        return errors.Count == 0 ? question : throw new AbpValidationException(errors);
    }

    private GiftIssueDto ToDto(GiftIssue issue) =>
        new(issue.Line, issue.Column, issue.Code, issue.ToText(L), issue.Detail);

    private static string Beginning(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
