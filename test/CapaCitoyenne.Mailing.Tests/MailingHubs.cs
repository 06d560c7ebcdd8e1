using System.Globalization;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Tests;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(PickupHub))]
[assembly: AssemblyFixture(typeof(SendGridHub))]

namespace CapaCitoyenne.Mailing.Tests;

/// <summary>The hub as it is without any setting: letters go to the pickup folder.</summary>
public sealed class PickupHub : HubFixture;

/// <summary>A hub whose provider is the SendGrid look-alike.</summary>
public class SendGridHub : HubFixture
{
    /// <summary>The engine measures its rounds by the real clock: here one ends when its work does, on however slow a machine.</summary>
    internal const int RoundSeconds = 600;

    public SendGridLookAlike SendGrid { get; private set; } = default!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Mail:Provider", "SendGrid"),
        new("Mail:SendGrid:Host", SendGrid.BaseUrl),
        new("Mail:SendGrid:ApiKey", "SG.test"),
        new("Mail:SendGrid:WebhookPublicKey", SendGrid.Events.PublicKey),
        new("Mailing:CallTimeoutSeconds", "60"),
        new("Mailing:RoundSeconds", RoundSeconds.ToString(CultureInfo.InvariantCulture)),
        new("Mailing:LeaseSeconds", "60"),
    ];

    /// <summary>Settings that a test may change and puts back.</summary>
    internal MailingOptions Options => Services.GetRequiredService<IOptions<MailingOptions>>().Value;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IDeliveryProbe, ProbeOfOneFlow>()));
    }

    public override async ValueTask InitializeAsync()
    {
        SendGrid = await SendGridLookAlike.StartAsync(Clock);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await SendGrid.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same for calls that are never answered: their end is waited for.</summary>
public sealed class ImpatientSendGridHub : SendGridHub
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [.. base.Settings, new("Mailing:CallTimeoutSeconds", "5")];
}

/// <summary>Lets a test watch, or kill, one flow of the engine while others of the same hub go on.</summary>
internal sealed class ProbeOfOneFlow : IDeliveryProbe
{
    private static readonly AsyncLocal<IDeliveryProbe?> Current = new();

    /// <summary>For what the caller starts from here on.</summary>
    public static void Use(IDeliveryProbe probe) => Current.Value = probe;

    public void Reached(DeliveryStep step) => Current.Value?.Reached(step);
}
