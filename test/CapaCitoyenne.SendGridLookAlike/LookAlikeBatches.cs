using System.Collections.Concurrent;

namespace CapaCitoyenne.TestBase.SendGrid;

/// <summary>The scheduled batches: names, hours, and the provider's rules for cancelling.</summary>
internal sealed class LookAlikeBatches(TimeProvider clock)
{
    /// <summary>A batch cannot be cancelled later than this before its hour.</summary>
    public static readonly TimeSpan CancelMargin = TimeSpan.FromMinutes(10);

    /// <summary>Cancellations that wait for their hour.</summary>
    public const int MaxPendingCancels = 100;

    /// <summary>How far ahead mail may be scheduled.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromHours(72);

    private readonly ConcurrentDictionary<string, DateTimeOffset?> _hours = new();
    private readonly ConcurrentDictionary<string, bool> _cancelled = new();

    public string New()
    {
        var id = Guid.NewGuid().ToString("N");
        _hours[id] = null;
        return id;
    }

    public bool Exists(string id) => _hours.ContainsKey(id);

    public bool IsCancelled(string id) => _cancelled.ContainsKey(id);

    public void Schedule(string id, DateTimeOffset hour) => _hours[id] = hour;

    /// <returns>Null when it is cancelled now, otherwise the provider's objection.</returns>
    public string? Cancel(string id)
    {
        var now = clock.GetUtcNow();
        if (!_hours.TryGetValue(id, out var hour)) return "The batch id is invalid.";
        if (hour - CancelMargin < now) return "A batch cannot be cancelled within ten minutes of its hour.";
        // One without an hour has no mail that waits, and would count for ever.
        if (_cancelled.Keys.Count(c => _hours.GetValueOrDefault(c) > now) >= MaxPendingCancels) return "The maximum of cancelled batches is reached.";
        return _cancelled.TryAdd(id, true) ? null : "The batch is cancelled already.";
    }
}
