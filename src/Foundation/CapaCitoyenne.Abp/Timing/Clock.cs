namespace CapaCitoyenne.Abp.Timing;

/// <summary>The system's <see cref="TimeProvider"/>, cut to microseconds: what PostgreSQL stores comes back equal.</summary>
internal sealed class Clock(TimeProvider timeProvider) : IClock, ISingletonDependency
{
    public DateTime Now
    {
        get
        {
            var now = timeProvider.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        }
    }
}
