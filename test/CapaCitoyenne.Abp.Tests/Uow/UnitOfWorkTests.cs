using CapaCitoyenne.Abp.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Tests.Uow;

public sealed class UnitOfWorkTests : FoundationTest
{
    [Fact]
    public async Task Work_that_is_not_completed_leaves_nothing()
    {
        await Host.AddNoteAsync(Garden, "tomates", complete: false);

        (await Host.CountNotesAsync(Garden)).ShouldBe(0);
    }

    [Fact]
    public async Task An_inner_piece_of_work_joins_the_outer_one_which_commits()
    {
        await Host.InAsync(Garden, async _ => await Host.AddNoteAsync(Garden, "inner"), complete: false);

        (await Host.CountNotesAsync(Garden)).ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_for_the_commit_runs_after_it_and_only_then()
    {
        var told = new List<string>();
        await Host.InAsync(Garden, p =>
        {
            p.GetRequiredService<IUnitOfWorkManager>().Current!.OnCompleted(() => { told.Add("after"); return Task.CompletedTask; });
            told.Add("inside");
            return Task.FromResult(0);
        });
        await Host.InAsync(Garden, p =>
        {
            p.GetRequiredService<IUnitOfWorkManager>().Current!.OnCompleted(() => { told.Add("never"); return Task.CompletedTask; });
            return Task.FromResult(0);
        }, complete: false);

        told.ShouldBe(["inside", "after"]);
    }

    [Fact]
    public async Task A_local_handler_that_refuses_rolls_the_publisher_back()
    {
        await Should.ThrowAsync<BusinessException>(() => Host.InAsync(Garden, async p =>
            await p.GetRequiredService<IRepository<Note, Guid>>().InsertAsync(new Note("refused").Announce())));

        (await Host.CountNotesAsync(Garden)).ShouldBe(0);
        (await Host.RunJobsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_distributed_event_is_handled_after_the_commit_in_the_tenant_of_the_row()
    {
        await Host.InAsync(Garden, async p => await p.GetRequiredService<IRepository<Note, Guid>>().InsertAsync(new Note("tomates").Announce()));
        Host.Journal.Lines.ShouldBe([$"local tomates {Garden.Id}"]);

        await Host.RunJobsAsync();

        Host.Journal.Lines.ShouldContain($"distributed tomates {Garden.Id}");
    }
}
