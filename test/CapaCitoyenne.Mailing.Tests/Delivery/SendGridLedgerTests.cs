using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

[Collection("SendGrid")]
public class SendGridLedgerTests(SendGridHub hub)
{
    [Fact]
    public async Task A_campaign_reaches_everybody_once_with_one_call_for_a_thousand()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 2500);
        var calls = hub.SendGrid.Calls;

        await scenario.RunUntilSentAsync();

        (hub.SendGrid.Calls - calls).ShouldBe(3);
        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        (await scenario.CountsAsync()).ShouldBe("2500 Accepted");
        await scenario.ShouldKeepItsPromisesAsync();
    }

    [Theory]
    [InlineData(LookAlikeMood.AcceptThenFail)]
    [InlineData(LookAlikeMood.AcceptThenDrop)]
    [InlineData(LookAlikeMood.Fail)]
    public Task A_call_without_a_certain_answer_is_doubted_and_never_blindly_repeated(LookAlikeMood mood) => ShouldDoubtAsync(hub, mood);

    internal static async Task ShouldDoubtAsync(SendGridHub hub, LookAlikeMood mood)
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        var calls = hub.SendGrid.Calls;
        hub.SendGrid.Next(mood);

        await scenario.RunAsync();

        (hub.SendGrid.Calls - calls).ShouldBe(1);
        (await scenario.CountsAsync()).ShouldBe("5 InDoubt");
        (await scenario.GetAsync()).Status.ShouldBe(CampaignStatus.Sending);
    }

    [Theory]
    [InlineData(LookAlikeMood.AcceptThenFail)]
    [InlineData(LookAlikeMood.Fail)]
    public async Task A_doubt_ends_with_certainty_by_cancelling_the_batch_and_everybody_gets_it_once(LookAlikeMood mood)
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        hub.SendGrid.Next(mood);

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        (await scenario.AttemptsAsync()).Select(a => a.Outcome).ShouldBe([AttemptOutcome.NotAccepted, AttemptOutcome.Accepted], ignoreOrder: true);
        await scenario.ShouldKeepItsPromisesAsync();
    }

    [Fact]
    public async Task After_the_hour_to_cancel_a_doubt_waits_for_events_and_is_shown()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        hub.SendGrid.Next(LookAlikeMood.AcceptThenFail);
        await scenario.RunAsync();
        hub.Wait(TimeSpan.FromMinutes(6));

        await scenario.RunAsync();
        (await scenario.CountsAsync()).ShouldBe("5 InDoubt");

        await hub.TellAsync(hub.SendGrid.Accepted.Where(m => m.Tenant == scenario.TenantId.ToString("N")).Take(1).Select(m => SendGridEvents.About(m, "delivered")));
        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        (await scenario.CountsAsync()).ShouldBe("4 Accepted, 1 Delivered");
    }

    [Fact]
    public async Task A_throttled_batch_leaves_later_and_once()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        hub.SendGrid.Next(LookAlikeMood.Throttle);

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }

    [Fact]
    public async Task A_bad_address_is_refused_by_name_and_keeps_nobody_else_from_the_letter()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 20);
        var bad = scenario.Emails[7];
        hub.SendGrid.BadAddresses[bad] = true;

        await scenario.RunUntilSentAsync();
        hub.SendGrid.BadAddresses.Clear();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails.Where(e => e != bad));
        var refused = await scenario.InAsync(p => p.GetRequiredService<IDeliveryRepository>().GetPageAsync(scenario.CampaignId, DeliveryState.Refused, null, 10));
        refused.ShouldHaveSingleItem().NormalizedEmail.ShouldBe(bad);
    }

    [Theory]
    [InlineData(LookAlikeMood.TooLarge)]
    [InlineData(LookAlikeMood.RefuseWithoutField)]
    public async Task A_batch_that_is_too_large_or_refused_without_a_name_is_cut_in_two(LookAlikeMood mood)
    {
        var scenario = await LedgerScenario.StartAsync(hub, 9);
        hub.SendGrid.Next(mood);

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        await scenario.ShouldKeepItsPromisesAsync();
    }

    [Theory]
    [InlineData(LookAlikeMood.Unauthorized, "Mailing:Pause:Unauthorized")]
    [InlineData(LookAlikeMood.RefuseLetter, "Mailing:Pause:Refused")]
    public async Task A_refused_key_or_letter_pauses_the_campaign_says_why_and_loses_nobody(LookAlikeMood mood, string reason)
    {
        var scenario = await LedgerScenario.StartAsync(hub, 5);
        hub.SendGrid.Next(mood);
        await scenario.RunAsync();

        var paused = await scenario.GetAsync();
        paused.Status.ShouldBe(CampaignStatus.Paused);
        paused.PauseReason.ShouldNotBeNull().ShouldStartWith(reason);

        await scenario.InAsync(async p => (await p.GetRequiredService<ICampaignRepository>().GetAsync(scenario.CampaignId)).Resume());
        await scenario.RunUntilSentAsync();
        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }

    [Fact]
    public async Task Who_leaves_between_the_freeze_and_the_batch_is_skipped()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3);
        hub.SendGrid.Next(LookAlikeMood.Throttle);
        await scenario.RunAsync();
        await scenario.InAsync(async p =>
        {
            var contacts = p.GetRequiredService<IContactRepository>();
            var manager = p.GetRequiredService<ContactManager>();
            await manager.WithdrawAsync(await contacts.GetAsync(c => c.NormalizedEmail == scenario.Emails[0]), ConsentPurpose.Information);
            await manager.EraseAsync(await contacts.GetAsync(c => c.NormalizedEmail == scenario.Emails[1]));
        });

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe([scenario.Emails[2]]);
        (await scenario.CountsAsync()).ShouldBe("1 Accepted, 2 Skipped");
    }

    [Fact]
    public async Task A_letter_carries_one_click_headers_and_opaque_ids_only()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 1);
        await scenario.RunUntilSentAsync();

        using var json = System.Text.Json.JsonDocument.Parse(hub.SendGrid.Bodies.Last());
        var root = json.RootElement;
        var person = root.GetProperty("personalizations")[0];
        var headers = person.GetProperty("headers");
        headers.GetProperty("List-Unsubscribe-Post").GetString().ShouldBe("List-Unsubscribe=One-Click");
        headers.GetProperty("List-Unsubscribe").GetString().ShouldNotBeNull().ShouldContain("/lettre/desabonnement/");
        root.GetProperty("tracking_settings").GetProperty("open_tracking").GetProperty("enable").GetBoolean().ShouldBeFalse();
        root.GetProperty("custom_args").GetProperty("t").GetString().ShouldBe(scenario.TenantId.ToString("N"));
        person.GetProperty("custom_args").ToString().ShouldNotContain("@");
        root.GetProperty("headers").GetProperty("Feedback-ID").GetString().ShouldBe($"{scenario.CampaignId:N}:{scenario.TenantId:N}:lettre:capacitoyenne");
    }
}

/// <summary>On a hub of its own: one that gives up soon would give up calls of other tests too, where the machine is slow.</summary>
public sealed class SendGridTimeoutTests(ImpatientSendGridHub hub) : IClassFixture<ImpatientSendGridHub>
{
    [Fact]
    public Task A_call_that_is_never_answered_is_doubted_and_never_blindly_repeated() => SendGridLedgerTests.ShouldDoubtAsync(hub, LookAlikeMood.AcceptThenHang);
}
