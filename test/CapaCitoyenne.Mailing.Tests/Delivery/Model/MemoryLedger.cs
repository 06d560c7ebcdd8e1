using System.Reflection;
using CapaCitoyenne.Abp.Guids;
using CapaCitoyenne.Abp.MultiTenancy;
using CapaCitoyenne.Abp.Timing;
using CapaCitoyenne.Abp.Uow;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;

namespace CapaCitoyenne.Mailing.Tests.Delivery.Model;

internal sealed record ChunkRow(
    Guid Id, Guid CampaignId, int Number, int RecipientCount, ChunkState State = ChunkState.Ready, int AttemptNumber = 0, DateTime? LeaseUntil = null, DateTime? NotBefore = null);

internal sealed record DeliveryRow(Guid ContactId, int ChunkNumber, DeliveryState State = DeliveryState.Queued, string? Reason = null, Guid? AttemptId = null);

/// <summary>All that the engine's ports know, for one campaign. Copied for a transaction, put back at its commit.</summary>
internal sealed class LedgerState
{
    private static readonly MethodInfo Copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public Dictionary<Guid, ChunkRow> Chunks { get; private init; } = [];

    public Dictionary<Guid, DeliveryRow> Deliveries { get; private init; } = [];

    public Dictionary<(Type Type, Guid Id), object> Entities { get; private init; } = [];

    public DateTime SpaceNotBefore { get; set; }

    public DateTime ProviderNotBefore { get; set; }

    public LedgerState Clone() => new()
    {
        Chunks = new(Chunks),
        Deliveries = new(Deliveries),
        Entities = Entities.ToDictionary(e => e.Key, e => Copy.Invoke(e.Value, null)!),
        SpaceNotBefore = SpaceNotBefore,
        ProviderNotBefore = ProviderNotBefore,
    };

    public T Get<T>(Guid id) where T : class => (T)Entities[(typeof(T), id)];

    public IEnumerable<T> All<T>() where T : class => Entities.Where(e => e.Key.Type == typeof(T)).Select(e => (T)e.Value);
}

/// <summary>A database with one writer, as SQLite is; every transaction begins where chance lets it.</summary>
internal sealed class MemoryLedger : IUnitOfWorkManager
{
    private readonly AsyncLocal<MemoryUnitOfWork?> _current = new();

    public static readonly Guid TenantId = new("00000000-0000-0000-0000-0000000000aa");

    public SemaphoreSlim Writer { get; } = new(1);

    public LedgerState Committed { get; set; } = new();

    public IUnitOfWork? Current => _current.Value;

    public IUnitOfWork Begin(bool requiresNew = false, bool isTransactional = true)
    {
        var outer = _current.Value;
        return _current.Value = new MemoryUnitOfWork(this, isTransactional, () => _current.Value = outer);
    }

    /// <summary>What the ambient transaction sees and changes.</summary>
    public Task<LedgerState> StateAsync() => _current.Value!.StateAsync();
}

internal sealed class MemoryUnitOfWork(MemoryLedger ledger, bool isTransactional, Action ended) : IUnitOfWork
{
    private LedgerState? _state;
    private bool _isWriting;

    public Guid Id { get; } = Guid.NewGuid();

    public bool IsCompleted { get; private set; }

    public bool IsTransactional => isTransactional;

    public IServiceProvider ServiceProvider => throw new NotSupportedException();

    public IUnitOfWork? Outer => null;

    public Dictionary<string, object> Items { get; } = [];

    public async Task<LedgerState> StateAsync()
    {
        if (_state is not null) return _state;
        await Task.Yield();
        if (isTransactional)
        {
            await ledger.Writer.WaitAsync();
            _isWriting = true;
        }

        return _state = ledger.Committed.Clone();
    }

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (_isWriting) ledger.Committed = _state!.Clone();
        IsCompleted = true;
        Leave();
        await Task.Yield();
    }

    public void OnCompleted(Func<Task> handler) => throw new NotSupportedException();

    public void Dispose() => Leave();

    public ValueTask DisposeAsync()
    {
        Leave();
        return ValueTask.CompletedTask;
    }

    private void Leave()
    {
        if (_isWriting) ledger.Writer.Release();
        _isWriting = false;
        ended();
    }
}

internal sealed class MemoryClock : IClock
{
    public DateTime Now { get; private set; } = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    public void Advance(TimeSpan time) => Now += time;
}

internal sealed class MemoryTenant : ICurrentTenant, IDisposable
{
    public bool IsAvailable => true;

    public Guid? Id => MemoryLedger.TenantId;

    public string? Name => "essai";

    public IDisposable Change(Guid? id, string? name = null) => this;

    public void Dispose()
    {
        // There is one space only.
    }
}

internal sealed class CountingGuids : IGuidGenerator
{
    private int _count;

    public Guid Create() => new(++_count, 0, 0, new byte[8]);
}
