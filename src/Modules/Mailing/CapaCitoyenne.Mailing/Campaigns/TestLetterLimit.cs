using System.Threading.RateLimiting;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// How often a space may write to single addresses of its choice (a letter as a test, the lines of a domain, the message by which one confirms): 20 times
/// an hour, whatever it is, counted in this process. They pass the grace, the ledger and the pace of what is really sent, so nobody may write to people by them.
/// </summary>
internal sealed class TestLetterLimit : ISingletonDependency, IDisposable
{
    public const int PerHour = 20;

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(tenantId => RateLimitPartition.GetSlidingWindowLimiter(
        tenantId, _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 12 }));

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TestTooMany"/>.</exception>
    public void Take(Guid tenantId)
    {
        using var lease = _limiter.AttemptAcquire(tenantId);
        if (!lease.IsAcquired) throw new BusinessException(MailingErrorCodes.TestTooMany).WithData("Max", PerHour);
    }

    public void Dispose() => _limiter.Dispose();
}
