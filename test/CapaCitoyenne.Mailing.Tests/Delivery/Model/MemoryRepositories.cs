using System.Linq.Expressions;
using CapaCitoyenne.Abp.Domain.Entities;
using CapaCitoyenne.Abp.Domain.Repositories;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Webhooks;

namespace CapaCitoyenne.Mailing.Tests.Delivery.Model;

internal class MemoryRepository<T>(MemoryLedger ledger) : IRepository<T, Guid> where T : class, IEntity<Guid>
{
    public async Task<T> GetAsync(Guid id, CancellationToken cancellationToken = default) => (await ledger.StateAsync()).Get<T>(id);

    public async Task<T?> FirstOrDefaultAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).All<T>().FirstOrDefault(predicate.Compile());

    public virtual async Task<T> InsertAsync(T entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await ledger.StateAsync()).Entities.Add((typeof(T), entity.Id), entity);
        return entity;
    }

    public async Task InsertManyAsync(IEnumerable<T> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        foreach (var entity in entities) await InsertAsync(entity, autoSave, cancellationToken);
    }

    public Task<T> UpdateAsync(T entity, bool autoSave = false, CancellationToken cancellationToken = default) => Task.FromResult(entity);

    public Task<T?> FindAsync(Guid id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteAsync(Guid id, bool autoSave = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IQueryable<T>> GetQueryableAsync() => throw new NotSupportedException();

    public Task<T?> FindAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<T> GetAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<List<T>> GetListAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<List<T>> GetListAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task<bool> AnyAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).All<T>().Any(predicate.Compile());

    public Task<int> CountAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<long> GetCountAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteAsync(T entity, bool autoSave = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteAsync(Expression<Func<T, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteManyAsync(IEnumerable<T> entities, bool autoSave = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

internal sealed class MemoryCampaigns(MemoryLedger ledger) : MemoryRepository<Campaign>(ledger), ICampaignRepository
{
    private readonly MemoryLedger _ledger = ledger;

    public Task<List<CampaignReference>> GetDueAsync(DateTime now, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task<List<CampaignReference>> GetByStatusAsync(CampaignStatus status, CancellationToken cancellationToken = default)
        => [.. (await _ledger.StateAsync()).All<Campaign>().Where(c => c.Status == status).Select(c => new CampaignReference(MemoryLedger.TenantId, c.Id))];

    public Task<List<CampaignReference>> GetWelcomingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<List<CampaignReference>> GetWithoutPageAsync(DateTime now, int count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<DateTime?> FindLastSentTimeAsync() => throw new NotSupportedException();

    public Task RecordTestAsync(Guid id, DateTime now, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<List<Campaign>> GetPageAsync(CampaignStatus? status, Guid? before, int count, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

internal sealed class MemoryChunkEntities(MemoryLedger ledger) : MemoryRepository<Chunk>(ledger)
{
    private readonly MemoryLedger _ledger = ledger;

    public override async Task<Chunk> InsertAsync(Chunk entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await _ledger.StateAsync()).Chunks.Add(entity.Id, new ChunkRow(entity.Id, entity.CampaignId, entity.Number, entity.RecipientCount));
        return entity;
    }
}

internal sealed class MemoryChunks(MemoryLedger ledger) : IChunkRepository
{
    public async Task<LeasedChunk?> LeaseNextAsync(DateTime now, DateTime leaseUntil, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        if (state.SpaceNotBefore > now) return null;
        var next = state.Chunks.Values.Where(k => k.State == ChunkState.Ready && state.Get<Campaign>(k.CampaignId).Status == CampaignStatus.Sending && !(k.NotBefore > now))
            .OrderBy(k => k.Number).FirstOrDefault();
        if (next is null) return null;
        next = state.Chunks[next.Id] = next with { State = ChunkState.Leased, AttemptNumber = next.AttemptNumber + 1, LeaseUntil = leaseUntil };
        return Leased(next);
    }

    public async Task<bool> MoveAsync(LeasedChunk chunk, ChunkState from, ChunkState to, DateTime? notBefore = null, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var row = state.Chunks[chunk.Id];
        if (row.AttemptNumber != chunk.AttemptNumber || row.State != from) return false;
        state.Chunks[chunk.Id] = row with { State = to, NotBefore = notBefore, LeaseUntil = null };
        return true;
    }

    public async Task<bool> RenewAsync(LeasedChunk chunk, DateTime leaseUntil, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var row = state.Chunks[chunk.Id];
        if (row.AttemptNumber != chunk.AttemptNumber || row.State != ChunkState.Leased) return false;
        state.Chunks[chunk.Id] = row with { LeaseUntil = leaseUntil };
        return true;
    }

    public async Task<bool> TakeOverAsync(LeasedChunk chunk, ChunkState to, DateTime now, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var row = state.Chunks[chunk.Id];
        return row.LeaseUntil < now && await MoveAsync(chunk, ChunkState.Leased, to, cancellationToken: cancellationToken);
    }

    public async Task<List<UnsettledChunk>> GetUnsettledAsync(DateTime now, CancellationToken cancellationToken = default)
        => [.. (await ledger.StateAsync()).Chunks.Values.Where(k => k.State == ChunkState.InDoubt || (k.State == ChunkState.Leased && k.LeaseUntil < now))
            .OrderBy(k => k.Number).Select(k => new UnsettledChunk(Leased(k), k.State))];

    public async Task DelaySpaceAsync(Guid tenantId, DateTime notBefore, CancellationToken cancellationToken = default) => (await ledger.StateAsync()).SpaceNotBefore = notBefore;

    public async Task<bool> SplitAsync(LeasedChunk chunk, Guid newChunkId, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var queued = state.Deliveries.Values.Where(d => d.ChunkNumber == chunk.Number && d.State == DeliveryState.Queued).OrderBy(d => d.ContactId).ToList();
        if (queued.Count < 2) return false;
        var number = state.Chunks.Values.Max(k => k.Number) + 1;
        var half = queued.Skip(queued.Count / 2).ToList();
        foreach (var row in half) state.Deliveries[row.ContactId] = row with { ChunkNumber = number };
        state.Chunks.Add(newChunkId, new ChunkRow(newChunkId, chunk.CampaignId, number, half.Count));
        state.Chunks[chunk.Id] = state.Chunks[chunk.Id] with { RecipientCount = queued.Count - half.Count };
        return true;
    }

    public async Task CancelReadyAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        foreach (var row in state.Chunks.Values.Where(k => k.State == ChunkState.Ready).ToList()) state.Chunks[row.Id] = row with { State = ChunkState.Cancelled };
    }

    public async Task<List<CampaignReference>> GetCancelledWithReadyAsync(CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        return state.Chunks.Values.Any(k => k.State == ChunkState.Ready)
            ? [.. state.All<Campaign>().Where(c => c.Status == CampaignStatus.Cancelled).Select(c => new CampaignReference(MemoryLedger.TenantId, c.Id))]
            : [];
    }

    public async Task<bool> AnyOpenAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).Chunks.Values.Any(k => k.State is ChunkState.Ready or ChunkState.Leased or ChunkState.InDoubt);

    public async Task<bool> HoldCampaignAsync(Guid campaignId, CancellationToken cancellationToken = default) => await ledger.StateAsync() is not null;

    public async Task<DateTime?> GetLastSendAtAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).All<Attempt>().Where(a => a.Outcome == AttemptOutcome.Accepted).Max(a => a.SendAt);

    public Task<List<RecallableAttempt>> GetRecallableAsync(DateTime earliest, int count, CancellationToken cancellationToken = default)
        => TakeAcceptedOfCancelledAsync(a => a.CancelRequestedTime is null && a.SendAt >= earliest, count);

    public Task<List<RecallableAttempt>> GetUnansweredCancelsAsync(int count, CancellationToken cancellationToken = default)
        => TakeAcceptedOfCancelledAsync(a => a.MayBeCancelled, count);

    private async Task<List<RecallableAttempt>> TakeAcceptedOfCancelledAsync(Func<Attempt, bool> which, int count)
    {
        var state = await ledger.StateAsync();
        return [.. state.All<Attempt>()
            .Where(a => a.Outcome == AttemptOutcome.Accepted && a.BatchId != null && which(a) && state.Get<Campaign>(a.CampaignId).Status == CampaignStatus.Cancelled)
            .OrderBy(a => a.SendAt).Take(count).Select(a => new RecallableAttempt(a.Id, MemoryLedger.TenantId, a.CampaignId, state.Chunks[a.ChunkId].Number, a.Transport))];
    }

    public async Task<int> CountPendingCancelsAsync(DateTime now, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).All<Attempt>().Count(a => a.CancelRequestedTime != null && a.SendAt > now);

    private static LeasedChunk Leased(ChunkRow row) => new(row.Id, MemoryLedger.TenantId, row.CampaignId, row.Number, row.AttemptNumber, row.RecipientCount);
}

internal sealed class MemoryDeliveries(MemoryLedger ledger, HashSet<Guid> unwanted) : IDeliveryRepository
{
    public async Task<List<ChunkRecipient>> SkipUnwantedAsync(LastLook look, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var queued = state.Deliveries.Values.Where(d => d.ChunkNumber == look.ChunkNumber && d.State == DeliveryState.Queued).ToLookup(d => unwanted.Contains(d.ContactId));
        foreach (var row in queued[true]) state.Deliveries[row.ContactId] = row with { State = DeliveryState.Skipped };
        return [.. queued[false].Select(d => new ChunkRecipient(d.ContactId, LedgerWorld.EmailOf(d.ContactId), null, null)).OrderBy(r => r.ContactId)];
    }

    public async Task<int> MoveAsync(LedgerMove move, IReadOnlyCollection<Guid>? except = null, CancellationToken cancellationToken = default)
        => Change(
            await ledger.StateAsync(),
            d => d.ChunkNumber == move.ChunkNumber && d.State == move.From && (move.OfAttempt is null || d.AttemptId == move.OfAttempt) && except?.Contains(d.ContactId) != true,
            d => d with { State = move.To, Reason = move.Reason, AttemptId = move.AttemptId });

    public async Task MarkAsync(LedgerMark mark, IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
        => Change(
            await ledger.StateAsync(), d => contactIds.Contains(d.ContactId) && d.State is DeliveryState.Queued or DeliveryState.InDoubt,
            d => d with { State = mark.State, Reason = mark.Reason, AttemptId = mark.AttemptId });

    public async Task MergeAsync(IReadOnlyCollection<DeliveryUpdate> updates, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        foreach (var update in updates)
        {
            if (state.Deliveries.TryGetValue(update.ContactId, out var row) && DeliveryMerge.Wins(row.State, update.News.State))
                state.Deliveries[row.ContactId] = row with { State = update.News.State, AttemptId = update.AttemptId };
        }
    }

    public async Task<int> CancelQueuedAsync(Guid campaignId, DateTime now, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var free = state.Chunks.Values.Where(k => k.State == ChunkState.Cancelled).Select(k => k.Number).ToHashSet();
        return Change(state, d => d.State == DeliveryState.Queued && free.Contains(d.ChunkNumber), d => d with { State = DeliveryState.Cancelled });
    }

    public Task<List<StateCount>> CountByStateAsync(Guid campaignId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Dictionary<Guid, List<StateCount>>> CountByStateAsync(IReadOnlyCollection<Guid> campaignIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<List<CapaCitoyenne.Mailing.Delivery.Delivery>> GetPageAsync(
        Guid campaignId, DeliveryState? state, string? afterEmail, int count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<List<string>> GetAddressesAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task AnonymiseAsync(Guid contactId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private static int Change(LedgerState state, Func<DeliveryRow, bool> which, Func<DeliveryRow, DeliveryRow> how)
    {
        var rows = state.Deliveries.Values.Where(which).ToList();
        foreach (var row in rows) state.Deliveries[row.ContactId] = how(row);
        return rows.Count;
    }
}

internal sealed class MemoryAudience(MemoryLedger ledger, IReadOnlyList<Guid> contacts) : IAudienceRepository
{
    public Task<int> CountAsync(Campaign campaign, CancellationToken cancellationToken = default) => Task.FromResult(contacts.Count);

    public Task<int> CountPausedAsync(Campaign campaign, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<int> CountNeverConfirmedAsync(Campaign campaign, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<int> CountUnconfirmedAsync(Campaign campaign, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<int> CountUnreachableAsync(Campaign campaign, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<int> CountUnsubscribedAsync(Campaign campaign, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public async Task<FrozenTurn> FreezeAsync(Campaign campaign, int firstNumber, int size, int count, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        var turn = contacts.Where(c => c.CompareTo(campaign.FreezeCursor) > 0).Order().Take(count).Chunk(size).ToList();
        foreach (var (i, chunk) in turn.Index())
        {
            foreach (var id in chunk) state.Deliveries.Add(id, new DeliveryRow(id, firstNumber + i));
        }

        return new FrozenTurn(turn.LastOrDefault()?[^1] ?? default, [.. turn.Select((chunk, i) => new FrozenChunk(firstNumber + i, chunk.Length))]);
    }

    public Task<int> AddNewcomersAsync(Campaign campaign, Newcomers newcomers, int chunkNumber, int size, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

internal sealed class MemoryPaces(MemoryLedger ledger) : IPaceRepository
{
    public async Task<DateTime?> TakeAsync(IReadOnlyCollection<PaceCost> costs, DateTime now, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).ProviderNotBefore is var until && until > now ? until : null;

    public async Task CloseAsync(string key, DateTime until, CancellationToken cancellationToken = default) => (await ledger.StateAsync()).ProviderNotBefore = until;
}

internal sealed class MemoryAttemptFinder(MemoryLedger ledger) : IAttemptFinder
{
    public async Task<Dictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
        => (await ledger.StateAsync()).All<Attempt>().Where(a => ids.Contains(a.Id)).ToDictionary(a => a.Id, a => new AttemptInfo(a.Id, MemoryLedger.TenantId, a.CampaignId, a.Outcome, a.MayBeCancelled));

    public async Task MarkSeenAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> left, CancellationToken cancellationToken = default)
    {
        var state = await ledger.StateAsync();
        foreach (var attempt in state.All<Attempt>().Where(a => ids.Contains(a.Id) && a.Outcome != AttemptOutcome.NotAccepted)) attempt.SeenByProvider(left.Contains(attempt.Id));
    }
}
