using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.TestBase.SendGrid;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class SendGridEventTests
{
    private static readonly HandedOver Mail = new("a@exemple.fr", Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"), "t", null, "m");

    [Theory]
    // Only an address that does not exist is given up at once.
    [InlineData("5.1.1", "Invalid Address", "HardBounce")]
    [InlineData("5.1.10", null, "HardBounce")]
    [InlineData(null, "Invalid Address", "HardBounce")]
    [InlineData("5.0.0", "Invalid Address", "HardBounce")]
    // Whom the server does not trust, or what it does not like, says nothing about the address.
    [InlineData("5.7.1", null, "Blocked")]
    [InlineData("5.7.26", "Unclassified", "Blocked")]
    [InlineData("5.0.0", "Reputation", "Blocked")]
    [InlineData("5.1.0", "Reputation", "Blocked")]
    [InlineData("5.6.0", "Content", "Blocked")]
    [InlineData(null, "Frequency or Volume Too High", "Blocked")]
    [InlineData("5.1.8", null, "Blocked")]
    // What may pass, and what nobody explains, is counted over days.
    [InlineData("5.2.2", "Mailbox Unavailable", "SoftBounce")]
    [InlineData("5.2.2", "Invalid Address", "SoftBounce")]
    [InlineData("4.4.1", "Technical", "SoftBounce")]
    [InlineData("5.5.0", "Unclassified", "SoftBounce")]
    [InlineData(null, null, "SoftBounce")]
    public void A_bounce_is_what_its_status_and_its_class_say(string? status, string? bounceClass, string kind)
        => KindOf(SendGridEvents.About(Mail, "bounce", "bounce"), status, bounceClass).ShouldBe(kind);

    [Theory]
    [InlineData("550 5.1.1 no such user", "HardBounce")]
    [InlineData("550-5.7.26 unauthenticated", "Blocked")]
    [InlineData("552 5.2.2 mailbox full", "SoftBounce")]
    [InlineData("550 refused by 10.5.1.1", "SoftBounce")]
    public void Without_a_status_of_its_own_the_answer_of_the_server_tells(string reason, string kind)
        => KindOf(SendGridEvents.About(Mail, "bounce", "bounce", reason), null, null).ShouldBe(kind);

    [Fact]
    public void What_the_provider_calls_blocked_is_blocked_whatever_else_it_says()
        => KindOf(SendGridEvents.About(Mail, "bounce", "blocked"), "5.1.1", "Invalid Address").ShouldBe("Blocked");

    private static string KindOf(JsonObject e, string? status, string? bounceClass)
    {
        if (status is not null) e["status"] = status;
        if (bounceClass is not null) e["bounce_classification"] = bounceClass;
        return SendGridEvent.ReadAll(new JsonArray(e).ToJsonString()).ShouldHaveSingleItem().Kind.ToString();
    }
}
