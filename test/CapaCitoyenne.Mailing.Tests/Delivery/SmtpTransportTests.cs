using CapaCitoyenne.Abp.Emailing;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

public class SmtpTransportTests
{
    [Fact]
    public async Task Connections_are_kept_and_everybody_is_written_to()
    {
        await using var sink = new SmtpSink();
        using var transport = Create(sink.Port);
        string[] emails = [.. Enumerable.Range(0, 40).Select(i => $"p{i:d2}@exemple.fr")];

        (await transport.SendAsync(PickupLedgerTests.Message(emails), default)).Kind.ShouldBe(BulkOutcomeKind.Accepted);

        sink.Received.Order(StringComparer.Ordinal).ShouldBe(emails);
        sink.Sessions.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Each_recipient_has_an_outcome_of_their_own()
    {
        await using var sink = new SmtpSink();
        using var transport = Create(sink.Port, sessions: 1);
        sink.Answers["dead@exemple.fr"] = "550 no such user";
        sink.HangUpAfterData["doubt@exemple.fr"] = true;
        var message = PickupLedgerTests.Message("a@exemple.fr", "dead@exemple.fr", "doubt@exemple.fr", "z@exemple.fr");

        var outcome = await transport.SendAsync(message, default);

        outcome.Kind.ShouldBe(BulkOutcomeKind.Accepted);
        outcome.Exceptions.ToDictionary(e => message.Recipients.Single(r => r.ContactId == e.Key).Email, e => e.Value.Kind).ShouldBe(
            new Dictionary<string, RecipientOutcomeKind> { ["dead@exemple.fr"] = RecipientOutcomeKind.Refused, ["doubt@exemple.fr"] = RecipientOutcomeKind.Unknown },
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_server_that_says_later_gets_the_rest_later()
    {
        await using var sink = new SmtpSink();
        using var transport = Create(sink.Port, sessions: 1);
        sink.Answers["b@exemple.fr"] = "451 try again";
        var message = PickupLedgerTests.Message("a@exemple.fr", "b@exemple.fr", "c@exemple.fr");

        var outcome = await transport.SendAsync(message, default);

        sink.Received.ShouldBe(["a@exemple.fr"]);
        outcome.Until.ShouldNotBeNull();
        outcome.Exceptions.Values.ShouldAllBe(e => e.Kind == RecipientOutcomeKind.NotHandedOver);
        outcome.Exceptions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_no_doubt()
    {
        int port;
        await using (var sink = new SmtpSink()) port = sink.Port;
        using var transport = Create(port);
        (await transport.SendAsync(PickupLedgerTests.Message(), default)).Kind.ShouldBe(BulkOutcomeKind.NotHandedOver);
    }

    private static SmtpTransport Create(int port, int sessions = 4) => new(
        Options.Create(new MailOptions { Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = "None" } }),
        Options.Create(new MailingOptions { SmtpSessions = sessions, CallTimeoutSeconds = 5 }),
        new FixedClock());
}
