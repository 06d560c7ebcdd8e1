using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Results;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class DeliveryReasonTests
{
    [Theory]
    [InlineData("550 5.1.1 The email account that you tried to reach does not exist.", "MailboxUnknown")]
    [InlineData("550 Requested action not taken: mailbox unavailable", "MailboxUnknown")]
    [InlineData("551 5.1.6 Recipient has moved", "MailboxUnknown")]
    [InlineData("550 5.1.2 Host unknown", "DomainUnknown")]
    [InlineData("unable to resolve exemple.frr: NXDOMAIN", "DomainUnknown")]
    [InlineData("452 4.2.2 The email account that you tried to reach is over quota", "MailboxFull")]
    [InlineData("552 mailbox full", "MailboxFull")]
    [InlineData("554 5.2.1 The email account that you tried to reach is disabled", "MailboxClosed")]
    [InlineData("550 5.7.1 Service unavailable, Client host [198.51.100.7] blocked using Spamhaus", "Reputation")]
    [InlineData("550 5.7.1 This message was identified as spam", "LooksLikeSpam")]
    [InlineData("550 5.7.26 This mail is unauthenticated", "SenderNotProven")]
    [InlineData("550 5.7.1 Email rejected per DMARC policy", "SenderNotProven")]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", "TooLarge")]
    [InlineData("421 4.7.28 Our system has detected an unusual rate of mail", "TooManyAtOnce")]
    [InlineData("450 4.2.0 Greylisted, please try again later", "TooManyAtOnce")]
    [InlineData("connection timed out", "ServerSilent")]
    [InlineData("Bounced Address", "BouncedBefore")]
    [InlineData("Unsubscribed Address", "UnsubscribedBefore")]
    [InlineData("Spam Reporting Address", "ComplainedBefore")]
    [InlineData("Does not contain a valid address.", "AddressInvalid")]
    [InlineData("Recipient List over Package Quota", "AccountQuota")]
    public void What_a_server_answers_has_a_plain_meaning(string words, string reason) => DeliveryReasons.Of(words).ToString().ShouldBe(reason);

    [Fact]
    public void What_is_not_known_is_left_in_the_servers_own_words()
    {
        DeliveryReasons.Of("571 Nous n'aimons pas votre chapeau").ShouldBeNull();
        DeliveryReasons.KeyOf(DeliveryState.Bounced, "571 Nous n'aimons pas votre chapeau").ShouldBeNull();
    }

    [Fact]
    public void Every_state_that_is_not_good_news_is_explained_without_any_words()
    {
        foreach (var state in Enum.GetValues<DeliveryState>().Where(s => s is not (DeliveryState.Queued or DeliveryState.Accepted or DeliveryState.Delivered)))
            DeliveryReasons.KeyOf(state, null).ShouldBe("Mailing:DeliveryReason:State." + state);
    }
}
