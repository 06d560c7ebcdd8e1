using System.Threading.RateLimiting;

namespace CapaCitoyenne.Abp.Timing;

/// <summary>So many in any window of time for each key, counted in the memory of this process: a brake, not a guarantee. ABP has no such type.</summary>
public sealed class KeyedLimit<TKey>(int permits, TimeSpan window) : IDisposable where TKey : notnull
{
    private const int SegmentsPerWindow = 12;

    private readonly PartitionedRateLimiter<TKey> _limiter = PartitionedRateLimiter.Create<TKey, TKey>(key => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = SegmentsPerWindow }));

    public bool TryTake(TKey key)
    {
        using var lease = _limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
