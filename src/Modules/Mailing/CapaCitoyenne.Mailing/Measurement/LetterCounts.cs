using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Measurement;

/// <summary>
/// Counts in memory and writes down in batches, as visits of sites are: a process that is killed loses what it counted since the last
/// <see cref="FlushEvery"/>. Only counters that were found in the database are counted, so that nobody can fill the memory.
/// </summary>
internal sealed class LetterCounts(IServiceScopeFactory scopes, ILogger<LetterCounts> logger) : BackgroundService, ISingletonDependency
{
    public static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _flushing = new(1, 1);
    private volatile ConcurrentDictionary<Guid, int> _counts = new();

    public void Add(Guid counterId, int count = 1) => _counts.AddOrUpdate(counterId, count, (_, before) => before + count);

    public override void Dispose()
    {
        _flushing.Dispose();
        base.Dispose();
    }

    /// <summary>Writes down what was counted before the call. What cannot be written is counted again later.</summary>
    public async Task FlushAsync()
    {
        // One at a time: who finds nothing to write must not come back while another one is still writing it.
        await _flushing.WaitAsync();
        try
        {
            await WriteAsync();
        }
        finally
        {
            _flushing.Release();
        }
    }

    private async Task WriteAsync()
    {
        var counted = Interlocked.Exchange(ref _counts, new());
        if (counted.IsEmpty) return;
        // In one order, so that two processes wait for each other and never for ever.
        var rows = counted.OrderBy(row => row.Key).ToList();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            await scope.ServiceProvider.GetRequiredService<ILetterCounterRepository>().AddAsync(rows);
            await unitOfWork.CompleteAsync();
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The counts of {Count} links of letters could not be written; they are kept.", rows.Count);
            foreach (var (id, count) in rows) Add(id, count);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FlushEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync();
        }
        catch (OperationCanceledException)
        {
            await FlushAsync();
        }
    }
}
