using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Abp.BackgroundWorkers;

/// <summary>
/// Counts in memory and writes down in batches, every ten seconds and at the end: a process that is killed loses what it counted since. One in a
/// process, as a hosted service. Public, though ABP has no such type: modules that count what visitors do derive from it.
/// </summary>
/// <typeparam name="TRow">A count as it is written down.</typeparam>
public abstract class MemoryCounter<TRow>(IServiceScopeFactory scopes, ILogger logger) : BackgroundService, ISingletonDependency
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _flushing = new(1, 1);

    /// <summary>Takes what was counted out of the memory, in an order that every process keeps: two that write wait for each other, never for ever.</summary>
    protected abstract IReadOnlyList<TRow> Take();

    /// <summary>Adds the rows, which may be of several tenants, to what was written before; in a unit of work of its own.</summary>
    protected abstract Task WriteAsync(IServiceProvider services, IReadOnlyList<TRow> rows);

    /// <summary>Counts again what could not be written.</summary>
    protected abstract void PutBack(TRow row);

    /// <summary>Writes down what was counted before the call. What cannot be written is kept and tried again later; no exception comes out.</summary>
    public async Task FlushAsync()
    {
        // One at a time: who finds nothing to write must not come back while another one is still writing it.
        await _flushing.WaitAsync();
        try
        {
            if (Take() is { Count: > 0 } rows) await WriteOrKeepAsync(rows);
        }
        finally
        {
            _flushing.Release();
        }
    }

    public override void Dispose()
    {
        _flushing.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
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
            // Here, not in StopAsync: a host may be stopped once more when its services are gone.
            await FlushAsync();
        }
    }

    private async Task WriteOrKeepAsync(IReadOnlyList<TRow> rows)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            await WriteAsync(scope.ServiceProvider, rows);
            await unitOfWork.CompleteAsync();
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "{Count} rows of {Counter} could not be written; they are kept.", rows.Count, GetType().Name);
            foreach (var row in rows) PutBack(row);
        }
    }
}
