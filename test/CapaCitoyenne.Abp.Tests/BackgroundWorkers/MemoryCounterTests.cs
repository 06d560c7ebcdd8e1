using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Abp.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Abp.Tests.BackgroundWorkers;

public sealed class MemoryCounterTests : FoundationTest
{
    private NoteCounter Counter => Host.Services.GetRequiredService<NoteCounter>();

    [Fact]
    public async Task What_could_not_be_written_is_written_with_what_was_counted_since()
    {
        Counter.FailuresLeft = 1;
        Counter.Count("tomates");
        await Counter.FlushAsync();
        (await Host.CountNotesAsync(null)).ShouldBe(0);

        Counter.Count("courges");
        await Counter.FlushAsync();

        (await Host.CountNotesAsync(null)).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_written_is_not_written_again()
    {
        Counter.Count("tomates");

        await Counter.FlushAsync();
        await Counter.FlushAsync();

        (await Host.CountNotesAsync(null)).ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_stops_writes_what_it_still_had()
    {
        await Counter.StartAsync(TestContext.Current.CancellationToken);
        await Counter.Began.Task;
        Counter.Count("tomates");

        await Counter.StopAsync(TestContext.Current.CancellationToken);

        (await Host.CountNotesAsync(null)).ShouldBe(1);
    }

    /// <summary>Counts by notes of the host: one a thing that was counted.</summary>
    private sealed class NoteCounter(IServiceScopeFactory scopes, ILogger<NoteCounter> logger) : MemoryCounter<string>(scopes, logger)
    {
        private List<string> _counted = [];

        public int FailuresLeft { get; set; }

        public TaskCompletionSource Began { get; } = new();

        public void Count(string thing) => _counted.Add(thing);

        protected override IReadOnlyList<string> Take() => Interlocked.Exchange(ref _counted, []);

        protected override async Task WriteAsync(IServiceProvider services, IReadOnlyList<string> rows)
        {
            await services.GetRequiredService<IRepository<Note, Guid>>().InsertManyAsync(rows.Select(text => new Note(text)), autoSave: true);
            if (FailuresLeft-- > 0) throw new InvalidOperationException("The database is away.");
        }

        protected override void PutBack(string row) => Count(row);

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Began.SetResult();
            return base.ExecuteAsync(stoppingToken);
        }
    }
}
