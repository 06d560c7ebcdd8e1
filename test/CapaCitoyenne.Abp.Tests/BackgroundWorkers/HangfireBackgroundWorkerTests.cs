using CapaCitoyenne.Abp.BackgroundWorkers;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Tests.BackgroundWorkers;

public sealed class HangfireBackgroundWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_worker_does_not_wait_for_another_which_takes_its_time()
    {
        var meeting = new Meeting();
        await using var services = new ServiceCollection()
            .AddSingleton(meeting).AddTransient<HangfireBackgroundWorkerAdapter>()
            .AddTransient<IHangfireBackgroundWorker, Patient>().AddTransient<IHangfireBackgroundWorker, Quick>()
            .BuildServiceProvider();
        using var storage = new InMemoryStorage();
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions { WorkerCount = 2, Activator = new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()) }, storage);
        var jobs = new BackgroundJobClient(storage);

        jobs.Enqueue<HangfireBackgroundWorkerAdapter>(adapter => adapter.DoWorkAsync(typeof(Patient).FullName!, CancellationToken.None));
        await meeting.PatientBegan.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        jobs.Enqueue<HangfireBackgroundWorkerAdapter>(adapter => adapter.DoWorkAsync(typeof(Quick).FullName!, CancellationToken.None));
        await meeting.QuickIsDone.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private sealed class Meeting
    {
        public TaskCompletionSource PatientBegan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource QuickIsDone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Patient(Meeting meeting) : IHangfireBackgroundWorker
    {
        public string RecurringJobId => "patient";

        public string CronExpression => "* * * * *";

        public Task DoWorkAsync(CancellationToken cancellationToken = default)
        {
            meeting.PatientBegan.TrySetResult();
            return meeting.QuickIsDone.Task.WaitAsync(Patience, cancellationToken);
        }
    }

    private sealed class Quick(Meeting meeting) : IHangfireBackgroundWorker
    {
        public string RecurringJobId => "quick";

        public string CronExpression => "* * * * *";

        public Task DoWorkAsync(CancellationToken cancellationToken = default)
        {
            meeting.QuickIsDone.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
