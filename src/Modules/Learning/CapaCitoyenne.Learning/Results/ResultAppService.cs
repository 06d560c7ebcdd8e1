using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Permissions;
using CapaCitoyenne.Learning.Progress;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Questions.Attempts;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Learning.Results;

[Authorize(LearningPermissions.Results.Default)]
internal sealed class ResultAppService(IRepository<Course, Guid> courses, ILessonRepository lessons, IEnrolmentRepository enrolments)
    : LearningAppService, IResultAppService
{
    public async Task<CourseResultDto> GetAsync(Guid id)
    {
        var course = await courses.GetAsync(id);
        var outline = await lessons.GetOutlineAsync([id]);
        var done = await enrolments.CountDoneAsync(id);
        var attempts = (await enrolments.GetFirstAttemptsAsync(id)).ToLookup(attempt => attempt.LessonId, attempt => QuestionJson.ReadAttempt(attempt.AttemptJson));
        return new()
        {
            Id = course.Id,
            Started = Shown(await enrolments.CountAsync(enrolment => enrolment.CourseId == id)),
            Done = Shown(await enrolments.CountFinishedAsync(id, outline.FindAll(lesson => lesson.IsOnline))),
            Lessons = outline.ConvertAll(lesson => new LessonResultDto
            {
                Id = lesson.Id,
                Title = lesson.Title,
                Done = Shown(done.GetValueOrDefault(lesson.Id)),
                Questions = Count(attempts[lesson.Id]),
            }),
        };
    }

    private static int? Shown(int learners) => learners >= CourseResultDto.MinLearners ? learners : null;

    // Attempts are frozen: a question counts by what was shown, so that another content is another line.
    private static List<QuestionResultDto> Count(IEnumerable<Attempt> attempts) =>
        [.. attempts.SelectMany(attempt => attempt.Slots)
            .GroupBy(slot => QuestionJson.Hash(slot.Question))
            .OrderBy(group => group.Min(slot => slot.Number))
            .Select(group =>
            {
                var question = group.First().Question;
                var statistics = QuestionStatistics.Of(group.Select(slot => slot.Grade));
                return new QuestionResultDto
                {
                    Text = question.Text.ToPlainText(),
                    Kind = question.Kind(),
                    Answered = Shown(statistics.Answered),
                    Unanswered = Shown(statistics.Unanswered),
                    Success = Shown(statistics.Answered) is null ? null : statistics.Success,
                };
            })];
}
