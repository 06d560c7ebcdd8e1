using System.Text.Json;
using CapaCitoyenne.Learning.Progress;

namespace CapaCitoyenne.Learning.Tasks;

/// <summary>Runs the check of an exercise in a space, and keeps what it found with the learner's practice.</summary>
internal sealed class TaskChecker(IEnrolmentRepository enrolments, IRepository<Practice, Guid> practices, IEnumerable<ITaskCheck> checks) : DomainService
{
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.TaskUnknown"/>: no module answers for this exercise.</exception>
    public async Task<TaskCheckResult> CheckAsync(string taskName, Guid spaceId)
    {
        var check = checks.FirstOrDefault(candidate => candidate.Name == taskName)
            ?? throw new BusinessException(LearningErrorCodes.TaskUnknown).WithData("Name", taskName);
        using (CurrentTenant.Change(spaceId))
        {
            return await check.CheckAsync(spaceId);
        }
    }

    /// <summary>Checks again what learners practise in a space and have not passed yet. Idempotent.</summary>
    public async Task RecheckAsync(Guid spaceId, string taskName)
    {
        var waiting = await enrolments.GetWaitingPracticesAsync(spaceId, taskName);
        if (waiting.Count == 0) return;
        var result = await CheckAsync(taskName, spaceId);
        // A practice stands with its course: on the hub's side, or in the space that wrote the course.
        foreach (var group in waiting.GroupBy(practice => practice.TenantId))
        {
            using (CurrentTenant.Change(group.Key))
            {
                foreach (var practice in group)
                {
                    practice.Record(spaceId, result.Passed, Write(result.Findings), Clock.Now);
                    await practices.UpdateAsync(practice, autoSave: true);
                }
            }
        }
    }

    public static string Write(IReadOnlyList<TaskCheckFinding> findings) => JsonSerializer.Serialize(findings, JsonSerializerOptions.Web);

    public static List<TaskCheckFinding> Read(string findings) => JsonSerializer.Deserialize<List<TaskCheckFinding>>(findings, JsonSerializerOptions.Web) ?? [];
}
