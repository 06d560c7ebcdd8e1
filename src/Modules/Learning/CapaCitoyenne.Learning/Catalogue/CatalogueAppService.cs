using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Permissions;
using CapaCitoyenne.Learning.Progress;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Learning.Catalogue;

internal sealed class CatalogueAppService(
    CatalogueReader reader,
    ILessonRepository lessons,
    IEnrolmentRepository enrolments,
    IRepository<Practice, Guid> practices,
    TaskChecker checker,
    IPageDocumentIntegrationService documents,
    IMembershipIntegrationService memberships,
    IPermissionChecker permissionChecker) : LearningAppService, ICatalogueAppService
{
    [AllowAnonymous]
    public async Task<ListResultDto<CatalogueCourseDto>> GetListAsync() => new(await reader.GetListAsync());

    [AllowAnonymous]
    public Task<CatalogueCourseDto> GetCourseAsync(string slug) => reader.GetAsync(slug);

    [AllowAnonymous]
    public async Task<LessonPageDto> GetLessonAsync(string course, string lesson, Guid? attempt = null)
    {
        var outline = await reader.GetAsync(course);
        var item = outline.Lessons.Find(candidate => candidate.Slug == lesson) ?? throw new EntityNotFoundException(typeof(Lesson), lesson);
        var row = await lessons.GetAsync(item.Id);
        var sheet = new QuestionSheet(QuestionSet.Read(row.PublishedQuestionsJson), attempt ?? GuidGenerator.Create());
        var rendered = await documents.RenderAsync(new RenderDocumentInput { Document = row.PublishedDocument!, Target = RenderTarget.Web });
        return new()
        {
            Course = outline,
            Lesson = item,
            Html = rendered.Content,
            CompletionRule = row.CompletionRule,
            PassRatio = row.PassRatio,
            Questions = sheet.ToDto(),
            Task = row.TaskName is null ? null : await GetTaskAsync(row),
        };
    }

    [AllowAnonymous, EnableRateLimiting(AnonymousRateLimits.Write)]
    public async Task<MarkedSheetDto> AnswerAsync(Guid id, AnswerSheetInput input)
    {
        var lesson = await FindPublishedAsync(id);
        var sheet = new QuestionSheet(QuestionSet.Read(lesson.PublishedQuestionsJson), input.AttemptId);
        if (sheet.Version != input.Version) throw new BusinessException(LearningErrorCodes.QuestionsChanged);
        var attempt = sheet.Answer(input.Answers);
        var isDone = lesson.IsDoneBy(attempt.Score().Ratio, attempt.Slots.Any(slot => slot.Response is not null));
        if (CurrentUser.Id is { } learner) isDone = await KeepAsync(lesson, learner, input.AttemptId, attempt, isDone);
        return QuestionSheet.ToDto(attempt, input.Answers, isDone);
    }

    [Authorize]
    public async Task CompleteAsync(Guid id)
    {
        var lesson = await FindPublishedAsync(id);
        if (lesson.CompletionRule == CompletionRule.Passed && lesson.PublishedQuestionCount > 0) return;
        var enrolment = await VisitAsync(lesson, CurrentUser.GetId());
        await enrolments.MarkDoneAsync(enrolment.Id, id, CompletionReason.Completed, Clock.Now);
    }

    [Authorize]
    public async Task<TaskResultDto> CheckTaskAsync(Guid id, CheckTaskInput input)
    {
        var lesson = await FindPublishedAsync(id);
        if (lesson.TaskName is null) throw new BusinessException(LearningErrorCodes.LessonHasNoTask);
        var space = await FindSpaceAsync(input.SpaceId);
        var result = await checker.CheckAsync(lesson.TaskName, space.TenantId);
        var enrolment = await VisitAsync(lesson, CurrentUser.GetId());
        var practice = await enrolments.GetOrCreatePracticeAsync(enrolment.Id, id, lesson.TaskName, space.TenantId, Clock.Now);
        practice.Record(space.TenantId, result.Passed, TaskChecker.Write(result.Findings), Clock.Now);
        await practices.UpdateAsync(practice, autoSave: true);
        return practice.ToDto(space);
    }

    /// <summary>Freezes the attempt; true when the lesson is done, now or since an earlier attempt.</summary>
    private async Task<bool> KeepAsync(Lesson lesson, Guid learner, Guid attemptId, Questions.Attempts.Attempt attempt, bool isDone)
    {
        var enrolment = await VisitAsync(lesson, learner);
        var score = attempt.Score();
        await enrolments.AddAttemptAsync(attemptId, enrolment.Id, lesson.Id, score.Mark, score.Available, QuestionJson.Write(attempt), Clock.Now);
        if (isDone) await enrolments.MarkDoneAsync(enrolment.Id, lesson.Id, CompletionReason.Passed, Clock.Now);
        return isDone || (await enrolments.GetProgressAsync(learner, [lesson.CourseId])).DoneLessons.Contains(lesson.Id);
    }

    private async Task<Enrolment> VisitAsync(Lesson lesson, Guid learner)
    {
        var enrolment = await enrolments.GetOrCreateAsync(lesson.CourseId, learner, Clock.Now);
        enrolment.Visit(lesson.Id);
        return await enrolments.UpdateAsync(enrolment, autoSave: true);
    }

    private async Task<Lesson> FindPublishedAsync(Guid lessonId)
    {
        var lesson = await lessons.GetAsync(lessonId);
        await reader.GetAsync(lesson.CourseId);
        return lesson.IsOnline ? lesson : throw new EntityNotFoundException(typeof(Lesson), lessonId);
    }

    private async Task<TaskPanelDto> GetTaskAsync(Lesson lesson)
    {
        var panel = new TaskPanelDto { Name = lesson.TaskName!, Text = lesson.TaskText ?? "" };
        if (CurrentUser.Id is not { } learner) return panel;
        var spaces = await memberships.GetListAsync(learner);
        panel.Spaces = spaces.ConvertAll(space => new TaskSpaceDto(space.TenantId, space.Name, space.Slug));
        var progress = await enrolments.GetProgressAsync(learner, [lesson.CourseId]);
        if (progress.PracticeByLesson.TryGetValue(lesson.Id, out var practice) && practice.TaskName == lesson.TaskName)
            panel.Result = practice.ToDto(spaces.Find(space => space.TenantId == practice.SpaceId));
        return panel;
    }

    private async Task<MembershipInfo> FindSpaceAsync(Guid spaceId)
    {
        var space = (await memberships.GetListAsync(CurrentUser.GetId())).Find(candidate => candidate.TenantId == spaceId);
        using (CurrentTenant.Change(spaceId))
        {
            if (space is null || !await permissionChecker.IsGrantedAsync(LearningPermissions.Tasks.Check))
                throw new BusinessException(LearningErrorCodes.NotMemberOfSpace);
        }

        return space;
    }
}
