using System.Threading.RateLimiting;

namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>
/// How many messages that ask to confirm one address gets from the whole hub: three a day, counted in this process. Anybody may type anybody's address
/// into the forms of as many spaces as there are.
/// </summary>
internal sealed class ConfirmationLimit : ISingletonDependency, IDisposable
{
    public const int PerDay = 3;

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(emailKey => RateLimitPartition.GetSlidingWindowLimiter(
        emailKey, _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerDay, Window = TimeSpan.FromDays(1), SegmentsPerWindow = 24 }));

    /// <param name="emailKey">See <see cref="Contacts.EmailAddress.Key"/>.</param>
    public bool TryTake(Guid emailKey)
    {
        using var lease = _limiter.AttemptAcquire(emailKey);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
