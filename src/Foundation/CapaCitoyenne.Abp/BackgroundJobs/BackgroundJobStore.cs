using System.Globalization;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Abp.Uow;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Abp.BackgroundJobs;

/// <summary>The job table: rows are added with the ambient unit of work, claimed by one worker at a time, and deleted by success.</summary>
internal sealed class BackgroundJobStore(
    IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<AbpDbContext> dbContextProvider, ICurrentTenant currentTenant, IClock clock,
    IGuidGenerator guidGenerator, IBackgroundJobWaker waker) : ISingletonDependency
{
    /// <summary>A worker that says nothing for this long has lost its job to the next.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async Task<Guid> AddAsync(string name, string args, BackgroundJobPriority priority, TimeSpan? delay, string? handlerName)
    {
        var now = clock.Now;
        var record = new BackgroundJobRecord(
            guidGenerator.Create(), name, args, handlerName, currentTenant.Id, CultureInfo.CurrentUICulture.Name, priority, now, now + (delay ?? TimeSpan.Zero));
        await using var unitOfWork = unitOfWorkManager.Begin();
        (await dbContextProvider.GetDbContextAsync()).Add(record);
        unitOfWork.OnCompleted(() =>
        {
            waker.Wake(record.Id, delay ?? TimeSpan.Zero);
            return Task.CompletedTask;
        });
        await unitOfWork.CompleteAsync();
        return record.Id;
    }

    /// <summary>Takes the job for <see cref="Lease"/>; null when it is done, not due, or another worker's.</summary>
    public async Task<BackgroundJobRecord?> ClaimAsync(Guid id) => await InOwnUnitOfWorkAsync(async context =>
    {
        var now = clock.Now;
        var claimed = await context.Set<BackgroundJobRecord>()
            .Where(job => job.Id == id && !job.IsAbandoned && job.NextTryTime <= now && (job.LockedUntil == null || job.LockedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LockedUntil, now + Lease).SetProperty(job => job.TryCount, job => job.TryCount + 1));
        return claimed == 0 ? null : await context.Set<BackgroundJobRecord>().AsNoTracking().SingleAsync(job => job.Id == id);
    });

    public Task RenewAsync(Guid id) => InOwnUnitOfWorkAsync(async context =>
    {
        var until = clock.Now + Lease;
        return await context.Set<BackgroundJobRecord>().Where(job => job.Id == id).ExecuteUpdateAsync(set => set.SetProperty(job => job.LockedUntil, until));
    });

    public Task FailAsync(BackgroundJobRecord record, Exception exception) => InOwnUnitOfWorkAsync(async context =>
    {
        var message = exception.ToString();
        var error = message[..Math.Min(message.Length, BackgroundJobRecord.MaxErrorLength)];
        var next = clock.Now + BackgroundJobRecord.BackOff(record.TryCount);
        var abandoned = record.TryCount >= BackgroundJobRecord.MaxTryCount;
        return await context.Set<BackgroundJobRecord>().Where(job => job.Id == record.Id).ExecuteUpdateAsync(set => set
            .SetProperty(job => job.LockedUntil, (DateTime?)null)
            .SetProperty(job => job.NextTryTime, next)
            .SetProperty(job => job.IsAbandoned, abandoned)
            .SetProperty(job => job.LastError, error));
    });

    /// <summary>Deletes the row in the ambient unit of work: with the job's own effects, when it has one.</summary>
    public async Task SucceedAsync(Guid id)
    {
        var context = await dbContextProvider.GetDbContextAsync();
        await context.Set<BackgroundJobRecord>().Where(job => job.Id == id).ExecuteDeleteAsync();
    }

    /// <summary>The ids of at most 100 jobs that are due and nobody's, most urgent first.</summary>
    public Task<List<Guid>> GetDueAsync() => InOwnUnitOfWorkAsync(async context =>
    {
        var now = clock.Now;
        return await context.Set<BackgroundJobRecord>()
            .Where(job => !job.IsAbandoned && job.NextTryTime <= now && (job.LockedUntil == null || job.LockedUntil < now))
            .OrderByDescending(job => job.Priority).ThenBy(job => job.NextTryTime)
            .Take(100).Select(job => job.Id).ToListAsync();
    });

    private async Task<T> InOwnUnitOfWorkAsync<T>(Func<AbpDbContext, Task<T>> work)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var result = await work(await dbContextProvider.GetDbContextAsync());
        await unitOfWork.CompleteAsync();
        return result;
    }
}
