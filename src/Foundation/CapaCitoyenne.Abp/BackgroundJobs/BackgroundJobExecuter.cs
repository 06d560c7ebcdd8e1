using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CapaCitoyenne.Abp.EventBus.Distributed;
using CapaCitoyenne.Abp.Uow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Abp.BackgroundJobs;

/// <summary>Runs one job of the table in its tenant and culture. Called by Hangfire, by the sweep, and by tests.</summary>
public interface IBackgroundJobExecuter
{
    Task ExecuteAsync(Guid id);

    /// <summary>Runs what is due now, until nothing is. Returns how many jobs ran.</summary>
    Task<int> ExecuteDueAsync();
}

internal sealed class BackgroundJobExecuter(
    BackgroundJobStore store, BackgroundJobTypes jobTypes, DistributedEventSubscriptions subscriptions, IServiceScopeFactory scopeFactory,
    ICurrentTenant currentTenant, UnitOfWorkManager unitOfWorkManager, ILoggerFactory loggerFactory) : IBackgroundJobExecuter, ISingletonDependency
{
    private readonly ILogger _logger = loggerFactory.CreateLogger<BackgroundJobExecuter>();

    public async Task<int> ExecuteDueAsync()
    {
        var count = 0;
        while (await store.GetDueAsync() is { Count: > 0 } ids)
        {
            foreach (var id in ids)
            {
                await ExecuteAsync(id);
                count++;
            }
        }

        return count;
    }

    public async Task ExecuteAsync(Guid id)
    {
        if (await store.ClaimAsync(id) is not { } record)
        {
            return;
        }

        using var heartbeat = new CancellationTokenSource();
        var beating = BeatAsync(id, heartbeat.Token);
        try
        {
            var culture = CultureInfo.GetCultureInfo(record.Culture);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            using (unitOfWorkManager.Suppress())
            using (currentTenant.Change(record.OwnerTenantId))
            {
                await RunAsync(record);
            }
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "Job {JobName} {JobId} failed (try {TryCount})", record.JobName, record.Id, record.TryCount);
            await store.FailAsync(record, exception);
        }
        finally
        {
            await heartbeat.CancelAsync();
            await beating;
        }
    }

    private async Task RunAsync(BackgroundJobRecord record)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var (target, method, argument) = Resolve(record, scope.ServiceProvider);
        if (target.GetType().GetCustomAttribute<UnitOfWorkAttribute>() is { IsDisabled: true })
        {
            await (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;
            await using var closing = unitOfWorkManager.Begin();
            await store.SucceedAsync(record.Id);
            await closing.CompleteAsync();
            return;
        }

        await using var unitOfWork = unitOfWorkManager.Begin();
        await (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;
        await store.SucceedAsync(record.Id);
        await unitOfWork.CompleteAsync();
    }

    private (object Target, MethodInfo Method, object? Argument) Resolve(BackgroundJobRecord record, IServiceProvider provider)
    {
        Type contract, argumentType;
        object target;
        if (record.HandlerName is not null)
        {
            var (eventType, handlerType) = subscriptions.Find(record.JobName, record.HandlerName)
                ?? throw new AbpException($"No handler {record.HandlerName} for event {record.JobName}.");
            argumentType = eventType;
            contract = typeof(IDistributedEventHandler<>).MakeGenericType(eventType);
            target = provider.GetRequiredService(handlerType);
        }
        else
        {
            argumentType = jobTypes.Find(record.JobName) ?? throw new AbpException($"No job takes {record.JobName}.");
            contract = typeof(IAsyncBackgroundJob<>).MakeGenericType(argumentType);
            target = provider.GetRequiredService(contract);
            if (target.GetType().GetProperty("Logger") is { } logger)
            {
                logger.SetValue(target, loggerFactory.CreateLogger(target.GetType()));
            }
        }

        return (target, contract.GetMethods()[0], JsonSerializer.Deserialize(record.JobArgs, argumentType));
    }

    private async Task BeatAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(BackgroundJobStore.Lease / 4, cancellationToken);
                using (unitOfWorkManager.Suppress())
                {
                    await store.RenewAsync(id);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
        catch (Exception exception)
        {
            _logger.LogWarning(exception, "The lease of job {JobId} could not be renewed", id);
        }
    }
}

/// <summary>The argument types of all jobs by their stored names.</summary>
internal sealed class BackgroundJobTypes(IServiceCollection services)
{
    private readonly Dictionary<string, Type> _types = services
        .Select(descriptor => descriptor.ServiceType)
        .Where(type => type.IsGenericType && !type.IsGenericTypeDefinition && type.GetGenericTypeDefinition() == typeof(IAsyncBackgroundJob<>))
        .Select(type => type.GetGenericArguments()[0])
        .Distinct()
        .ToDictionary(BackgroundJobNameAttribute.GetName);

    public Type? Find(string name) => _types.GetValueOrDefault(name);
}
