using System.Globalization;
using CapaCitoyenne.Abp.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Tests.BackgroundJobs;

public sealed class BackgroundJobTests : FoundationTest
{
    private Task EnqueueAsync(TimeSpan? delay = null, bool complete = true) => Host.InAsync(Garden,
        p => p.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new CountNotesArgs("count"), delay: delay), complete);

    [Fact]
    public async Task A_job_runs_once_in_the_tenant_and_the_language_of_its_caller()
    {
        await Host.AddNoteAsync(Garden, "tomates");
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await EnqueueAsync();
        CultureInfo.CurrentUICulture = before;

        await Host.RunJobsAsync();
        await Host.RunJobsAsync();

        Host.Journal.Lines.ShouldBe([$"job count {Garden.Id} en 1"]);
    }

    [Fact]
    public async Task A_job_of_work_that_rolled_back_never_was()
    {
        await EnqueueAsync(complete: false);

        (await Host.RunJobsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_job_waits_for_its_hour()
    {
        await EnqueueAsync(TimeSpan.FromMinutes(10));
        (await Host.RunJobsAsync()).ShouldBe(0);

        Host.Clock.Advance(TimeSpan.FromMinutes(10));

        (await Host.RunJobsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_job_leaves_nothing_behind_and_is_tried_again_later()
    {
        Host.Journal.FailuresLeft = 1;
        await EnqueueAsync();
        await Host.RunJobsAsync();
        Host.Journal.Lines.ShouldBeEmpty();

        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Host.RunJobsAsync();

        Host.Journal.Lines.Single().ShouldStartWith("job count");
        (await Host.CountNotesAsync(Garden)).ShouldBe(0);
    }

    [Fact]
    public async Task A_job_that_always_fails_is_given_up_after_ten_tries()
    {
        Host.Journal.FailuresLeft = int.MaxValue;
        await EnqueueAsync();
        var tries = 0;
        for (var i = 0; i < 20; i++)
        {
            tries += await Host.RunJobsAsync();
            Host.Clock.Advance(TimeSpan.FromHours(2));
        }

        tries.ShouldBe(10);
    }
}
