namespace CapaCitoyenne.Learning.Tasks;

/// <summary>
/// Something happened that may let an exercise pass: whoever owns the <see cref="ITaskCheck"/> publishes it, the courses check again.
/// Publishing it too often costs a query; forgetting it costs the learner one click.
/// </summary>
[EventName("Learning.TaskStateChanged")]
public class TaskStateChangedEto
{
    public Guid TenantId { get; set; }

    /// <summary><see cref="ITaskCheck.Name"/>.</summary>
    public string TaskName { get; set; } = "";
}
