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
        OutcomesOf(outcome, message).ShouldBe(
            new Dictionary<string, RecipientOutcomeKind> { ["dead@exemple.fr"] = RecipientOutcomeKind.Refused, ["doubt@exemple.fr"] = RecipientOutcomeKind.Unknown },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("450 4.2.1 mailbox busy")]
    [InlineData("451 4.7.1 Greylisting in action")]
    [InlineData("452 4.2.2 The account is over quota, limit exceeded")]
    public async Task Later_said_to_one_person_keeps_nobody_else_waiting(string answer)
    {
        await using var sink = new SmtpSink();
        using var transport = Create(sink.Port, sessions: 1);
        sink.Answers["b@exemple.fr"] = answer;
        sink.AnswersAfterData["d@exemple.fr"] = answer;
        var message = PickupLedgerTests.Message("a@exemple.fr", "b@exemple.fr", "c@exemple.fr", "d@exemple.fr", "e@exemple.fr");

        var outcome = await transport.SendAsync(message, default);

        sink.Received.Order(StringComparer.Ordinal).ShouldBe(["a@exemple.fr", "c@exemple.fr", "e@exemple.fr"]);
        outcome.Until.ShouldBeNull();
        OutcomesOf(outcome, message).ShouldBe(
            new Dictionary<string, RecipientOutcomeKind> { ["b@exemple.fr"] = RecipientOutcomeKind.Deferred, ["d@exemple.fr"] = RecipientOutcomeKind.Deferred }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("421 4.7.0 too many connections")]
    [InlineData("450 4.7.1 hourly sending limit exceeded")]
    public async Task Later_said_to_the_account_leaves_the_rest_for_later(string answer)
    {
        await using var sink = new SmtpSink();
        using var transport = Create(sink.Port, sessions: 1);
        sink.Answers["b@exemple.fr"] = answer;
        var message = PickupLedgerTests.Message("a@exemple.fr", "b@exemple.fr", "c@exemple.fr");

        var outcome = await transport.SendAsync(message, default);

        sink.Received.ShouldBe(["a@exemple.fr"]);
        outcome.Until.ShouldNotBeNull();
        outcome.Exceptions.Values.ShouldAllBe(e => e.Kind == RecipientOutcomeKind.NotHandedOver);
        outcome.Exceptions.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("451 4.3.0 try again later", BulkOutcomeKind.Throttled)]
    [InlineData("550 5.7.1 sender not allowed", BulkOutcomeKind.Unauthorized)]
    public async Task What_is_said_about_the_sender_holds_for_everybody(string answer, object kind)
    {
        await using var sink = new SmtpSink { AnswerToSender = answer };
        using var transport = Create(sink.Port, sessions: 1);
        (await transport.SendAsync(PickupLedgerTests.Message(), default)).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_no_doubt()
    {
        int port;
        await using (var sink = new SmtpSink()) port = sink.Port;
        using var transport = Create(port);
        (await transport.SendAsync(PickupLedgerTests.Message(), default)).Kind.ShouldBe(BulkOutcomeKind.NotHandedOver);
    }

    [Theory]
    [InlineData("530 5.7.0 Authentication required")]
    [InlineData("530 5.7.0 Must issue a STARTTLS command first")]
    public async Task A_server_that_wants_a_login_leaves_no_doubt(string answer)
    {
        await using var toSender = new SmtpSink { AnswerToSender = answer };
        using var one = Create(toSender.Port, sessions: 1);
        (await one.SendAsync(PickupLedgerTests.Message(), default)).Kind.ShouldBe(BulkOutcomeKind.Unauthorized);

        await using var toRecipient = new SmtpSink { Answers = { ["a@exemple.fr"] = answer } };
        using var other = Create(toRecipient.Port, sessions: 1);
        (await other.SendAsync(PickupLedgerTests.Message("a@exemple.fr", "b@exemple.fr"), default)).Kind.ShouldBe(BulkOutcomeKind.Unauthorized);
        toRecipient.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_down_is_refused_for_one_person_and_reaches_the_others()
    {
        await using var sink = new SmtpSink();
        using var transport = Create(sink.Port, sessions: 1);
        var message = PickupLedgerTests.Message("a@exemple.fr", "b <@ exemple", "c@exemple.fr");

        var outcome = await transport.SendAsync(message, default);

        sink.Received.Order(StringComparer.Ordinal).ShouldBe(["a@exemple.fr", "c@exemple.fr"]);
        OutcomesOf(outcome, message).ShouldBe(new Dictionary<string, RecipientOutcomeKind> { ["b <@ exemple"] = RecipientOutcomeKind.Refused });
    }

    [Fact]
    public async Task A_connection_that_ended_while_it_rested_puts_nobody_in_doubt()
    {
        await using var sink = new SmtpSink();
        var clock = new FixedClock();
        using var transport = Create(sink.Port, sessions: 1, clock);
        await transport.SendAsync(PickupLedgerTests.Message("a@exemple.fr"), default);
        sink.HangUp();
        clock.Now += TimeSpan.FromSeconds(11);

        var outcome = await transport.SendAsync(PickupLedgerTests.Message("b@exemple.fr", "c@exemple.fr"), default);

        outcome.Exceptions.ShouldBeEmpty();
        sink.Received.Order(StringComparer.Ordinal).ShouldBe(["a@exemple.fr", "b@exemple.fr", "c@exemple.fr"]);
        sink.Sessions.ShouldBe(2);
    }

    private static Dictionary<string, RecipientOutcomeKind> OutcomesOf(BulkOutcome outcome, BulkMessage message)
        => outcome.Exceptions.ToDictionary(e => message.Recipients.Single(r => r.ContactId == e.Key).Email, e => e.Value.Kind);

    private static SmtpTransport Create(int port, int sessions = 4, FixedClock? clock = null) => new(
        Options.Create(new MailOptions { Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = "None" } }),
        Options.Create(new MailingOptions { SmtpSessions = sessions, CallTimeoutSeconds = 60 }),
        clock ?? new FixedClock());
}
