namespace CapaCitoyenne.Abp.Auditing;

/// <summary>Who did what: one row for each changing call of an app service by HTTP. No IP address, no request body.</summary>
internal sealed class AuditLog : Entity<Guid>, IMultiTenant
{
    public const int MaxParametersLength = 1000;

    private AuditLog() { }

    public AuditLog(
        Guid id, Guid? tenantId, Guid? userId, string? userName, DateTime executionTime, string serviceName, string methodName, string parameters,
        string? correlationId) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        UserName = userName;
        ExecutionTime = executionTime;
        ServiceName = serviceName;
        MethodName = methodName;
        Parameters = parameters[..Math.Min(parameters.Length, MaxParametersLength)];
        CorrelationId = correlationId;
    }

    public Guid? TenantId { get; private set; }

    public Guid? UserId { get; private set; }

    public string? UserName { get; private set; }

    public DateTime ExecutionTime { get; private set; }

    public string ServiceName { get; private set; } = default!;

    public string MethodName { get; private set; } = default!;

    /// <summary>Ids and other plain values of the call, as JSON; never whole inputs.</summary>
    public string Parameters { get; private set; } = default!;

    public string? CorrelationId { get; private set; }
}
