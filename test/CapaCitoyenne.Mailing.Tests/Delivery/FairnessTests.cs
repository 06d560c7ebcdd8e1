using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>One association's newsletter must not keep another one's notice waiting.</summary>
[Collection("SendGrid")]
public sealed class FairnessTests : IDisposable
{
    private readonly SendGridHub _hub;

    public FairnessTests(SendGridHub hub)
    {
        _hub = hub;
        hub.Options.SendGridBatchSize = 4;
        hub.Options.FreezeSize = 4;
    }

    public void Dispose()
    {
        _hub.Options.SendGridBatchSize = 1000;
        _hub.Options.FreezeSize = 1000;
        _hub.Options.SpaceRatePerMinute = 0;
        _hub.SendGrid.CalmDown();
    }

    [Fact]
    public async Task Spaces_take_turns_batch_by_batch()
    {
        var large = await LedgerScenario.StartAsync(_hub, 20);
        var small = await LedgerScenario.JoinAsync(_hub, 8);
        await FreezeAllAsync();

        var turns = await LeaseAllAsync(large, small);

        turns.ShouldBe("large small large small large large large");
    }

    [Fact]
    public async Task A_notice_that_the_statutes_require_goes_before_every_newsletter()
    {
        var large = await LedgerScenario.StartAsync(_hub, 20);
        var notice = await LedgerScenario.JoinAsync(_hub, 8, ConsentPurpose.Statutory);
        await FreezeAllAsync();

        (await LeaseAllAsync(large, notice)).ShouldBe("small small large large large large large");
    }

    [Fact]
    public async Task A_short_letter_is_frozen_while_a_long_one_still_is()
    {
        var large = await LedgerScenario.StartAsync(_hub, 40);
        var small = await LedgerScenario.JoinAsync(_hub, 3);

        (await FreezeAsync()).ShouldBeTrue();

        (await small.GetAsync()).Status.ShouldBe(CampaignStatus.Sending);
        (await large.GetAsync()).Status.ShouldBe(CampaignStatus.Freezing);
    }

    [Fact]
    public async Task A_space_hands_over_no_faster_than_its_rate_and_others_do_not_wait_for_it()
    {
        _hub.Options.SpaceRatePerMinute = 4;
        var large = await LedgerScenario.StartAsync(_hub, 12);
        var small = await LedgerScenario.JoinAsync(_hub, 3);

        await large.RunAsync();
        large.ReceivedBy(_hub.SendGrid).Count.ShouldBe(4);
        small.ReceivedBy(_hub.SendGrid).Count.ShouldBe(3);

        _hub.Wait(TimeSpan.FromSeconds(61));
        await large.RunAsync();
        large.ReceivedBy(_hub.SendGrid).Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_provider_that_asks_to_wait_is_left_alone_by_everybody()
    {
        var first = await LedgerScenario.StartAsync(_hub, 3);
        _hub.SendGrid.Next(LookAlikeMood.Throttle);
        await first.RunAsync();
        var calls = _hub.SendGrid.Calls;

        var second = await LedgerScenario.JoinAsync(_hub, 3);
        await second.RunAsync();
        _hub.SendGrid.Calls.ShouldBe(calls);

        _hub.Wait(TimeSpan.FromSeconds(5));
        await second.RunAsync();
        second.ReceivedBy(_hub.SendGrid).Count.ShouldBe(3);
    }

    private async Task<bool> FreezeAsync()
    {
        await using var scope = _hub.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AudienceFreezer>().RunAsync();
    }

    private async Task FreezeAllAsync()
    {
        while (await FreezeAsync())
        {
            // On to the next campaign.
        }
    }

    private async Task<string> LeaseAllAsync(LedgerScenario large, LedgerScenario small)
    {
        var turns = new List<string>();
        var now = _hub.Clock.GetUtcNow().UtcDateTime;
        while (await large.InAsync(p => p.GetRequiredService<IChunkRepository>().LeaseNextAsync(now = now.AddMilliseconds(5), now.AddMinutes(1))) is { } chunk)
        {
            turns.Add(chunk.TenantId == large.TenantId ? "large" : chunk.TenantId == small.TenantId ? "small" : "another");
        }

        return string.Join(' ', turns);
    }
}
