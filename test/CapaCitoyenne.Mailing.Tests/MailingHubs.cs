using CapaCitoyenne.Mailing.Tests;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.TestBase.SendGrid;

[assembly: AssemblyFixture(typeof(PickupHub))]
[assembly: AssemblyFixture(typeof(SendGridHub))]

namespace CapaCitoyenne.Mailing.Tests;

/// <summary>The hub as it is without any setting: letters go to the pickup folder.</summary>
public sealed class PickupHub : HubFixture;

/// <summary>A hub whose provider is the SendGrid look-alike.</summary>
public sealed class SendGridHub : HubFixture
{
    public SendGridLookAlike SendGrid { get; private set; } = default!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Mail:Provider", "SendGrid"),
        new("Mail:SendGrid:Host", SendGrid.BaseUrl),
        new("Mail:SendGrid:ApiKey", "SG.test"),
        new("Mail:SendGrid:WebhookPublicKey", SendGrid.Events.PublicKey),
        new("Mailing:CallTimeoutSeconds", "2"),
        new("Mailing:LeaseSeconds", "60"),
    ];

    public override async ValueTask InitializeAsync()
    {
        SendGrid = await SendGridLookAlike.StartAsync(Clock);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await SendGrid.DisposeAsync();
    }
}
