using System.Threading.RateLimiting;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>
/// Keeps the hub from being made to flood a mailbox: whoever asks for mails names an address that need not be theirs. Counted in the memory of each
/// process; limits per client address are apart (<see cref="AnonymousRateLimits"/>).
/// </summary>
internal sealed class MailBrake : ISingletonDependency, IDisposable
{
    /// <summary>Links that one address is sent in an hour, whatever asks for them.</summary>
    public const int LinksPerHour = 6;

    /// <summary>Invitations that one space sends in a day.</summary>
    public const int InvitationsPerDay = 100;

    private readonly PartitionedRateLimiter<string> _links = Limit(LinksPerHour, TimeSpan.FromHours(1));
    private readonly PartitionedRateLimiter<string> _invitations = Limit(InvitationsPerDay, TimeSpan.FromDays(1));

    public bool MayWriteTo(string email) => Take(_links, email.Trim().ToUpperInvariant());

    public bool MayInvite(Guid tenantId) => Take(_invitations, tenantId.ToString("N"));

    public void Dispose()
    {
        _links.Dispose();
        _invitations.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limit(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
