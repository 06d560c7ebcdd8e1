namespace CapaCitoyenne.Mailing.Tests.Delivery.Model;

/// <summary>
/// Runs asynchronous code on one thread and lets a seed choose, at every await, who goes on: each seed is one schedule of all workers, and is the
/// same schedule every time.
/// </summary>
internal sealed class Chance(int seed) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];

    public Random Random { get; } = new(seed);

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_ready)
        {
            _ready.Add((d, state));
            Monitor.Pulse(_ready);
        }
    }

    public void Run(Func<Task> work)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            while (!task.IsCompleted)
            {
                var (callback, state) = Take();
                callback(state);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    }

    private (SendOrPostCallback Callback, object? State) Take()
    {
        lock (_ready)
        {
            if (_ready.Count == 0 && !Monitor.Wait(_ready, TimeSpan.FromSeconds(10))) throw new InvalidOperationException($"Schedule {seed}: everybody waits for somebody.");
            var index = Random.Next(_ready.Count);
            var result = _ready[index];
            _ready.RemoveAt(index);
            return result;
        }
    }
}
