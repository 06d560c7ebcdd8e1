using CapaCitoyenne.Abp.MultiTenancy;
using CapaCitoyenne.Abp.Settings;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>The ledger when the hub sends by SMTP: for these tests the operator has chosen a server that runs in this process.</summary>
[Collection("SendGrid")]
public sealed class SmtpLedgerTests(SendGridHub hub) : IAsyncLifetime
{
    private readonly SmtpSink _sink = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await ChooseAsync(null);
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_put_off_keeps_nobody_waiting_and_is_refused_in_the_servers_words_after_two_days()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3);
        await ChooseAsync(_sink);
        _sink.Answers[scenario.Emails[2]] = "450 4.2.1 mailbox busy";

        await scenario.RunAsync();
        var other = await LedgerScenario.JoinAsync(hub, 2);
        await other.RunAsync();
        (await scenario.CountsAsync()).ShouldBe("1 Queued, 2 Accepted");
        (await other.CountsAsync()).ShouldBe("2 Accepted");

        for (var hours = 0; hours < 48; hours += 5) await AfterAsync(TimeSpan.FromHours(5), scenario);
        await AfterAsync(TimeSpan.FromHours(5), scenario);

        (await scenario.GetAsync()).Status.ShouldBe(CampaignStatus.Sent);
        var refused = (await scenario.LinesAsync()).Single(line => line.State == DeliveryState.Refused);
        (refused.NormalizedEmail, refused.Reason).ShouldBe((scenario.Emails[2], "4.2.1 mailbox busy"));
        await scenario.ShouldKeepItsPromisesAsync();
    }

    [Fact]
    public async Task Who_is_put_off_once_gets_the_letter_once()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3);
        await ChooseAsync(_sink);
        _sink.Answers[scenario.Emails[1]] = "451 4.7.1 Greylisting in action";
        await scenario.RunAsync();
        _sink.Answers.Clear();

        await scenario.RunUntilSentAsync();

        _sink.Received.Order(StringComparer.Ordinal).ShouldBe(scenario.Emails);
    }

    [Fact]
    public async Task Batches_that_were_written_down_for_another_account_are_cut_to_what_this_one_takes()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 130);
        await using (var scope = hub.Services.CreateAsyncScope())
            while (await scope.ServiceProvider.GetRequiredService<AudienceFreezer>().RunAsync(cancellationToken: TestContext.Current.CancellationToken)) { }
        (await scenario.LinesAsync()).ShouldAllBe(line => line.ChunkNumber == 1);
        await ChooseAsync(_sink);

        await scenario.RunUntilSentAsync();

        _sink.Received.Order(StringComparer.Ordinal).ShouldBe(scenario.Emails);
        (await scenario.LinesAsync()).GroupBy(line => line.ChunkNumber).Max(chunk => chunk.Count()).ShouldBeLessThanOrEqualTo(50);
        await scenario.ShouldKeepItsPromisesAsync();
    }

    [Fact]
    public async Task After_a_change_of_account_the_letter_comes_from_the_address_of_the_new_one()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 1);
        await using var scope = hub.Services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(scenario.TenantId);
        var letters = scope.ServiceProvider.GetRequiredService<ILetterCache>();
        (await letters.GetAsync(scenario.CampaignId)).From.Address.ShouldNotBe("hub@exemple.fr");

        await ChooseAsync(_sink);

        (await letters.GetAsync(scenario.CampaignId)).From.Address.ShouldBe("hub@exemple.fr");
    }

    private async Task AfterAsync(TimeSpan time, LedgerScenario scenario)
    {
        hub.Wait(time);
        await scenario.RunAsync();
    }

    private Task ChooseAsync(SmtpSink? server) => hub.InAsync(null, null, p => p.GetRequiredService<ISettingManager>().SetGlobalAsync(
        MailingSettingNames.HubTransport,
        server is null ? null : new MailTransportSettings { Kind = MailTransportKind.Smtp, FromAddress = "hub@exemple.fr", SmtpHost = "127.0.0.1", SmtpPort = server.Port, SmtpSecurity = SmtpSecurity.None }.ToJson()));
}
