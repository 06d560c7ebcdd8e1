using CapaCitoyenne.Abp;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Tests.Delivery.Model;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

[Collection("SendGrid")]
public class PauseAndCancelTests(SendGridHub hub)
{
    [Fact]
    public async Task A_paused_campaign_goes_on_where_it_was_and_writes_to_nobody_twice()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 2200);
        hub.SendGrid.Next(LookAlikeMood.Accept, LookAlikeMood.Unauthorized, LookAlikeMood.Unauthorized);
        await scenario.RunAsync();
        (await scenario.GetAsync()).Status.ShouldBe(CampaignStatus.Paused);
        await scenario.RunAsync();
        scenario.ReceivedBy(hub.SendGrid).Count.ShouldBeLessThan(2200);

        await scenario.InAsync(async p => (await p.GetRequiredService<ICampaignRepository>().GetAsync(scenario.CampaignId)).Resume());
        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }

    [Fact]
    public async Task A_cancelled_campaign_writes_to_nobody_any_more_and_says_who_was_left_out()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        hub.SendGrid.Next(LookAlikeMood.Throttle);
        await scenario.RunAsync();
        await scenario.CancelAsync();
        hub.Wait(TimeSpan.FromHours(1));

        await scenario.RunAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBeEmpty();
        (await scenario.CountsAsync()).ShouldBe("5 Cancelled");
    }

    /// <summary>The provider's limit is the hub's, and other tests have cancelled too: their hours pass.</summary>
    private void LetEarlierCancellationsPass() => hub.Wait(TimeSpan.FromMinutes(30));

    [Fact]
    public async Task A_letter_that_the_provider_still_holds_is_called_back_from_everybody()
    {
        LetEarlierCancellationsPass();
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        await scenario.RunUntilSentAsync();
        (await scenario.GetAsync()).RecallableUntil.ShouldNotBeNull();

        await scenario.CancelAsync();
        // The provider tells of its own cancellation as if something had gone wrong.
        await hub.TellAsync(hub.SendGrid.Accepted.Where(m => m.Tenant == scenario.TenantId.ToString("N")).Select(m => SendGridEvents.About(m, "dropped", reason: "Gone")));

        scenario.ReceivedBy(hub.SendGrid).ShouldBeEmpty();
        (await scenario.CountsAsync()).ShouldBe("5 Cancelled");
    }

    [Fact]
    public async Task A_letter_that_has_left_cannot_be_called_back()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        await scenario.RunUntilSentAsync();
        hub.Wait(TimeSpan.FromMinutes(6));

        (await Should.ThrowAsync<BusinessException>(scenario.CancelAsync)).Code.ShouldBe(MailingErrorCodes.CampaignCannotCancel);

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }

    [Fact]
    public async Task No_more_batches_are_called_back_than_the_provider_lets_cancel()
    {
        LetEarlierCancellationsPass();
        hub.Wait(TimeSpan.FromHours(1));
        hub.Options.SendGridBatchSize = 1;
        var scenario = await LedgerScenario.StartAsync(hub, BatchRecaller.MaxPendingCancels + 3);
        // No time passes in between: all of them could be called back.
        while ((await scenario.GetAsync()).Status != CampaignStatus.Sent) await scenario.RunAsync();
        hub.Options.SendGridBatchSize = 1000;

        await scenario.CancelAsync();

        (await scenario.CountsAsync()).ShouldBe($"3 Accepted, {BatchRecaller.MaxPendingCancels} Cancelled");
        scenario.ReceivedBy(hub.SendGrid).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_called_back_any_more_takes_no_place_from_what_can()
    {
        LetEarlierCancellationsPass();
        hub.Wait(TimeSpan.FromHours(1));
        hub.Options.SendGridBatchSize = 1;
        var scenario = await LedgerScenario.StartAsync(hub, BatchRecaller.MaxPendingCancels + 10);
        // The provider takes more than may be cancelled, and asks to wait; ten minutes before their hour those are out of reach.
        hub.SendGrid.Next([.. Enumerable.Repeat(LookAlikeMood.Accept, BatchRecaller.MaxPendingCancels + 1), .. Enumerable.Repeat(LookAlikeMood.Throttle, 8)]);
        await scenario.RunAsync();
        hub.SendGrid.CalmDown();
        var early = scenario.ReceivedBy(hub.SendGrid).Count;
        early.ShouldBeInRange(BatchRecaller.MaxPendingCancels + 1, BatchRecaller.MaxPendingCancels + 9);
        hub.Wait(TimeSpan.FromMinutes(6));
        await scenario.RunUntilSentAsync();
        hub.Options.SendGridBatchSize = 1000;

        await scenario.CancelAsync();

        (await scenario.CountsAsync()).ShouldBe($"{early} Accepted, {BatchRecaller.MaxPendingCancels + 10 - early} Cancelled");
    }

    [Fact]
    public async Task News_of_acceptance_after_the_decision_to_cancel_prove_nothing()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        hub.SendGrid.Next(LookAlikeMood.AcceptThenFail);
        await scenario.RunAsync();
        // Killed between the order to cancel and the note of its answer; meanwhile the provider tells that it had taken the mail.
        ProbeOfOneFlow.Use(new KillAt(DeliveryStep.DoubtAnswered));
        await Should.ThrowAsync<OperationCanceledException>(scenario.RunAsync);
        ProbeOfOneFlow.Use(new NoDeliveryProbe());
        await hub.TellAsync(hub.SendGrid.Accepted.Where(m => m.Tenant == scenario.TenantId.ToString("N")).Select(m => SendGridEvents.About(m, "processed")));

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }

    [Fact]
    public async Task A_batch_is_leased_by_one_worker_only()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3000);
        hub.SendGrid.Next(LookAlikeMood.Unauthorized, LookAlikeMood.Unauthorized, LookAlikeMood.Unauthorized);
        await scenario.RunAsync();
        await scenario.InAsync(async p => (await p.GetRequiredService<ICampaignRepository>().GetAsync(scenario.CampaignId)).Resume());

        var now = hub.Clock.GetUtcNow().UtcDateTime;
        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            scenario.InAsync(p => p.GetRequiredService<IChunkRepository>().LeaseNextAsync(now, now.AddMinutes(1))))));

        leases.OfType<LeasedChunk>().Select(l => l.Id).Distinct().Count().ShouldBe(3);
        leases.OfType<LeasedChunk>().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_worker_that_was_thought_dead_changes_nothing()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 1);
        hub.SendGrid.Next(LookAlikeMood.Unauthorized);
        await scenario.RunAsync();
        await scenario.InAsync(async p => (await p.GetRequiredService<ICampaignRepository>().GetAsync(scenario.CampaignId)).Resume());
        var now = hub.Clock.GetUtcNow().UtcDateTime;
        var late = await scenario.InAsync(p => p.GetRequiredService<IChunkRepository>().LeaseNextAsync(now, now.AddSeconds(1)));

        hub.Wait(TimeSpan.FromMinutes(2));
        await scenario.RunUntilSentAsync();

        (await scenario.InAsync(p => p.GetRequiredService<IChunkRepository>().MoveAsync(late!, ChunkState.Leased, ChunkState.Done))).ShouldBeFalse();
        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }

    private sealed class KillAt(DeliveryStep step) : IDeliveryProbe
    {
        public void Reached(DeliveryStep reached)
        {
            if (reached == step) throw new KilledException(reached);
        }
    }
}
