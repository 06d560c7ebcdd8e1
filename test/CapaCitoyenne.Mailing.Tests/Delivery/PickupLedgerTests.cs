using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

[Collection("Pickup")]
public class PickupLedgerTests(PickupHub hub)
{
    [Fact]
    public async Task Each_recipient_gets_one_file_with_both_parts()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 250);
        await scenario.RunUntilSentAsync();
        (await scenario.CountsAsync()).ShouldBe("250 Accepted");
        var mails = hub.Mail.All.Where(m => m.MessageId?.Contains(scenario.CampaignId.ToString("N"), StringComparison.Ordinal) == true).ToList();
        mails.Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal).ShouldBe(scenario.Emails);
        mails[0].HtmlBody.ShouldNotBeNull().ShouldContain("/lettre/desabonnement/");
        mails[0].TextBody.ShouldNotBeNull();
        mails.Select(m => m.Headers["Feedback-ID"]).Distinct().ShouldBe([$"{scenario.CampaignId:N}:{scenario.TenantId:N}:lettre:capacitoyenne"]);
    }

    [Fact]
    public async Task An_interrupted_batch_is_either_finished_or_certainly_not_sent()
    {
        var folder = Directory.CreateTempSubdirectory("pickup-").FullName;
        var transport = new PickupTransport(Options.Create(new CapaCitoyenne.Abp.Emailing.MailOptions { PickupFolder = folder }), new FixedClock());
        var message = Message();
        var attempt = new AttemptReference(message.AttemptId, message.TenantId, DateTime.UtcNow, null, null, null);

        (await transport.SendAsync(message, default)).Kind.ShouldBe(BulkOutcomeKind.Accepted);
        // A crash in the middle of the moves: one file is still in the batch's own folder.
        var staged = Path.Combine(folder, ".staging", message.AttemptId.ToString("N"));
        var file = Directory.GetFiles(folder, "*.eml")[0];
        File.Move(file, Path.Combine(staged, Path.GetFileName(file)));

        (await transport.AskAsync(attempt, default)).ShouldBe(AttemptVerdict.Accepted);
        Directory.GetFiles(folder, "*.eml").Length.ShouldBe(3);
        await transport.ForgetAsync(attempt, default);
        Directory.Exists(staged).ShouldBeFalse();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_worker_that_comes_after_its_batch_was_found_missing_hands_nothing_over()
    {
        var folder = Directory.CreateTempSubdirectory("pickup-").FullName;
        var transport = new PickupTransport(Options.Create(new CapaCitoyenne.Abp.Emailing.MailOptions { PickupFolder = folder }), new FixedClock());
        var message = Message();
        var attempt = new AttemptReference(message.AttemptId, message.TenantId, DateTime.UtcNow, null, null, null);

        (await transport.AskAsync(attempt, default)).ShouldBe(AttemptVerdict.NotAccepted);
        await transport.ForgetAsync(attempt, default);
        (await transport.SendAsync(message, default)).Kind.ShouldBe(BulkOutcomeKind.NotHandedOver);

        Directory.GetFiles(folder, "*.eml").ShouldBeEmpty();
        (await transport.AskAsync(attempt, default)).ShouldBe(AttemptVerdict.NotAccepted);
        Directory.Delete(folder, recursive: true);
    }

    internal static BulkMessage Message(params string[] emails) => new()
    {
        AttemptId = Guid.NewGuid(),
        CampaignId = Guid.NewGuid(),
        TenantId = Guid.NewGuid(),
        From = new MailName("lettres@exemple.fr", "Les Amis du square"),
        Letter = LetterTemplates.Parse("Bonjour {{firstName|vous}}", "<p>Bonjour</p>", "Bonjour"),
        ListId = "lettre.exemple.fr",
        CanUnsubscribe = true,
        Recipients = [.. (emails.Length > 0 ? emails : ["a@exemple.fr", "b@exemple.fr", "c@exemple.fr"])
            .Select(e => new BulkRecipient(Guid.NewGuid(), e, "Zoé", null, "https://exemple.fr/u", "https://exemple.fr/u"))],
    };
}

internal sealed class FixedClock : CapaCitoyenne.Abp.Timing.IClock
{
    public DateTime Now { get; set; } = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
}
