using System.Text.Json;
using CapaCitoyenne.Abp.Settings;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.SendingDomains;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Tests.Http;

/// <summary>A hub whose provider authenticates domains, and whose name server says what a test wrote into it.</summary>
public sealed class DomainHub : HubFixture
{
    private readonly WebApplication _provider;

    public DomainHub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapPost("/v3/whitelabel/domains", async (HttpContext http) =>
        {
            using var order = await JsonDocument.ParseAsync(http.Request.Body);
            var name = order.RootElement.GetProperty("domain").GetString();
            return TypedResults.Json(
                new
                {
                    id = 4711,
                    domain = name,
                    dns = new
                    {
                        mail_cname = new { valid = false, type = "cname", host = $"em42.{name}", data = "u42.wl.sendgrid.net" },
                        dkim1 = new { valid = false, type = "cname", host = $"s1._domainkey.{name}", data = "s1.domainkey.u42.wl.sendgrid.net" },
                        dkim2 = new { valid = false, type = "cname", host = $"s2._domainkey.{name}", data = "s2.domainkey.u42.wl.sendgrid.net" },
                    },
                },
                statusCode: 201);
        });
        _provider.MapPost("/v3/whitelabel/domains/{id}/validate", (long id) => TypedResults.Json(new { id, valid = IsValid, validation_results = new { dkim1 = new { valid = IsValid, reason = IsValid ? null : "Expected CNAME" } } }));
        _provider.MapDelete("/v3/whitelabel/domains/{id}", () => TypedResults.NoContent());
        _provider.MapPost("/v3/mail/send", () => TypedResults.StatusCode(202));
    }

    public TestNameServer Names { get; } = new();

    public bool IsValid { get; set; } = true;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Mail:Provider", "SendGrid"),
        new("Mail:SendGrid:Host", _provider.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        new("Mail:SendGrid:ApiKey", "SG.test"),
        new("Dns:Servers", Names.Endpoint),
    ];

    public override async ValueTask InitializeAsync()
    {
        await _provider.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _provider.DisposeAsync();
        Names.Dispose();
    }
}

[Collection("Domain")]
public class SendingDomainTests(DomainHub hub) : IClassFixture<DomainHub>
{
    private const string Path = "/api/mailing/sending-domain";

    [Fact]
    public async Task Letters_come_from_the_spaces_own_domain_once_its_lines_are_found()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var name = $"jardin-{Guid.NewGuid():N}.fr";
        var domain = await space.Admin.PostAsync<SendingDomainDto>(Path, new CreateSendingDomainDto { Name = $"https://www.{name}/accueil" });
        domain.Records.Count(r => r.IsRequired).ShouldBe(3);
        domain.Records.ShouldAllBe(r => r.State == DnsRecordState.Missing);
        (await FromAsync(space)).ShouldNotContain(name);

        foreach (var record in domain.Records.Where(r => r.Type == "CNAME")) hub.Names.Aliases[record.Host] = record.Value;
        var half = await space.Admin.PostAsync<SendingDomainDto>($"{Path}/{domain.Id}/check");

        half.IsVerified.ShouldBeTrue();
        half.Records.Single(r => r.Purpose == DnsRecordPurpose.Dmarc).State.ShouldBe(DnsRecordState.Missing);
        (await FromAsync(space)).ShouldBe($"lettre@{name}");

        // Another account of the hub's does not sign for the domain.
        await ChooseHubAccountAsync(new MailTransportSettings { Kind = MailTransportKind.SendGrid, FromAddress = "hub@exemple.fr", ApiKey = "SG.another" });
        (await FromAsync(space)).ShouldBe("hub@exemple.fr");
        await ChooseHubAccountAsync(null);
        (await FromAsync(space)).ShouldBe($"lettre@{name}");

        await space.Admin.DeleteAsync($"{Path}/{domain.Id}");
        (await FromAsync(space)).ShouldNotContain(name);
    }

    [Fact]
    public async Task A_line_that_says_something_else_is_shown_as_it_is_and_the_provider_is_not_asked()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var domain = await space.Admin.PostAsync<SendingDomainDto>(Path, new CreateSendingDomainDto { Name = $"quai-{Guid.NewGuid():N}.fr", LocalPart = "Bonjour" });
        domain.Address.ShouldStartWith("bonjour@");
        foreach (var record in domain.Records.Where(r => r.Type == "CNAME")) hub.Names.Aliases[record.Host] = record.Value;
        hub.Names.Aliases[domain.Records[1].Host] = "ailleurs.example.net";
        hub.Names.Texts["_dmarc." + domain.Name] = ["v=DMARC1; p=reject"];

        var shown = await space.Admin.PostAsync<SendingDomainDto>($"{Path}/{domain.Id}/check");

        shown.IsVerified.ShouldBeFalse();
        (shown.Records[1].State, shown.Records[1].Found).ShouldBe((DnsRecordState.Different, "ailleurs.example.net"));
        shown.Records.Single(r => r.Purpose == DnsRecordPurpose.Dmarc).State.ShouldBe(DnsRecordState.Ok);
    }

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("lea@orange.fr")]
    [InlineData("localhost")]
    [InlineData("192.0.2.1")]
    [InlineData("pas un nom")]
    public async Task What_is_no_domain_of_ones_own_is_refused(string name)
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var refused = await space.Admin.SendAsync(HttpMethod.Post, Path, new CreateSendingDomainDto { Name = name });
        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.DomainInvalid);
    }

    private Task ChooseHubAccountAsync(MailTransportSettings? account) => hub.InAsync(null, null, p => p.GetRequiredService<ISettingManager>()
        .SetGlobalAsync(MailingSettingNames.HubTransport, account?.ToJson()));

    private static async Task<string> FromAsync(TestSpace space) => (await space.Admin.GetAsync<MailTransportDto>("/api/mailing/mail-transport")).CurrentFromAddress;
}
