namespace CapaCitoyenne.Abp.BackgroundJobs;

/// <summary>A job, or one handler's share of a distributed event, until it has succeeded. Host side: the tenant is data here.</summary>
internal sealed class BackgroundJobRecord : Entity<Guid>
{
    public const int MaxJobNameLength = 256;
    public const int MaxErrorLength = 2000;
    public const int MaxTryCount = 10;

    private BackgroundJobRecord() { }

    public BackgroundJobRecord(
        Guid id, string jobName, string jobArgs, string? handlerName, Guid? tenantId, string culture, BackgroundJobPriority priority,
        DateTime creationTime, DateTime nextTryTime) : base(id)
    {
        JobName = jobName;
        JobArgs = jobArgs;
        HandlerName = handlerName;
        OwnerTenantId = tenantId;
        Culture = culture;
        Priority = priority;
        CreationTime = creationTime;
        NextTryTime = nextTryTime;
    }

    public string JobName { get; private set; } = default!;

    public string JobArgs { get; private set; } = default!;

    /// <summary>Set for events: the class that handles it.</summary>
    public string? HandlerName { get; private set; }

    public Guid? OwnerTenantId { get; private set; }

    public string Culture { get; private set; } = default!;

    public BackgroundJobPriority Priority { get; private set; }

    public DateTime CreationTime { get; private set; }

    public DateTime NextTryTime { get; private set; }

    public DateTime? LockedUntil { get; private set; }

    public int TryCount { get; private set; }

    public bool IsAbandoned { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Minutes to wait after the n-th failure: 1, 2, 4 … 60.</summary>
    public static TimeSpan BackOff(int tryCount) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, tryCount - 1)));
}
