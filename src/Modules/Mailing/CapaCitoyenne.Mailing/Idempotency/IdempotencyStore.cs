using System.Data.Common;
using CapaCitoyenne.Abp.BackgroundWorkers;

namespace CapaCitoyenne.Mailing.Idempotency;

/// <summary>Keys and answers, in the unit of work of the request: another one with the same key waits until this one is committed or gone.</summary>
internal sealed class IdempotencyStore(
    IRepository<IdempotentRequest, Guid> requests, IUnitOfWorkManager unitOfWorkManager, IGuidGenerator guidGenerator, IClock clock) : ITransientDependency
{
    /// <returns>The request that has the key; <c>IsNew</c> when it is this one.</returns>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.IdempotencyInProgress"/>: another one took it at this moment.</exception>
    public async Task<(IdempotentRequest Request, bool IsNew)> TakeAsync(Guid userId, string key, string hash)
    {
        if (await requests.FindAsync(r => r.UserId == userId && r.Key == key) is { } known)
        {
            if (known.CreationTime > clock.Now - IdempotentRequest.Memory) return (known, false);
            await requests.DeleteAsync(known, autoSave: true);
        }

        try
        {
            return (await requests.InsertAsync(new IdempotentRequest(guidGenerator.Create(), userId, key, hash, clock.Now), autoSave: true), true);
        }
        catch (Exception e) when (e.InnerException is DbException)
        {
            throw new BusinessException(MailingErrorCodes.IdempotencyInProgress, innerException: e);
        }
    }

    public Task AnswerAsync(IdempotentRequest request, int status, string answer)
    {
        request.Answered(status, answer);
        return requests.UpdateAsync(request, autoSave: true);
    }

    /// <summary>The work failed: where it was a transaction, the key goes with it; where it was none, it is taken back.</summary>
    public Task ReleaseAsync(IdempotentRequest request) =>
        unitOfWorkManager.Current is { IsTransactional: false } ? requests.DeleteAsync(request, autoSave: true) : Task.CompletedTask;
}

/// <summary>Forgets keys of yesterday.</summary>
internal sealed class IdempotencyWorker(
    IRepository<IdempotentRequest, Guid> requests, IDataFilter dataFilter, IUnitOfWorkManager unitOfWorkManager, IClock clock)
    : IHangfireBackgroundWorker
{
    public string RecurringJobId => "mailing-idempotency";

    public string CronExpression => "17 4 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        using (dataFilter.Disable<IMultiTenant>())
        {
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var before = clock.Now - IdempotentRequest.Memory;
            await requests.DeleteAsync(r => r.CreationTime < before, autoSave: true, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }
    }
}
