using System.Collections.Concurrent;
using CapaCitoyenne.Abp.BackgroundWorkers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Measurement;

/// <summary>Openings and clicks of letters. Only counters that were found in the database are counted, so that nobody can fill the memory.</summary>
internal sealed class LetterCounts(IServiceScopeFactory scopes, ILogger<LetterCounts> logger) : MemoryCounter<KeyValuePair<Guid, int>>(scopes, logger)
{
    private volatile ConcurrentDictionary<Guid, int> _counts = new();

    public void Add(Guid counterId, int count = 1) => _counts.AddOrUpdate(counterId, count, (_, before) => before + count);

    protected override IReadOnlyList<KeyValuePair<Guid, int>> Take() => [.. Interlocked.Exchange(ref _counts, new()).OrderBy(row => row.Key)];

    protected override Task WriteAsync(IServiceProvider services, IReadOnlyList<KeyValuePair<Guid, int>> rows)
        => services.GetRequiredService<ILetterCounterRepository>().AddAsync(rows);

    protected override void PutBack(KeyValuePair<Guid, int> row) => Add(row.Key, row.Value);
}
