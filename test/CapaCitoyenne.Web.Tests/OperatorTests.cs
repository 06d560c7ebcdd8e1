using System.Net;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Web.Tests;

public sealed class OperatorTests(HubFixture hub)
{
    [Fact]
    public async Task Every_page_of_the_hub_leads_to_who_runs_it_and_to_what_is_kept_of_its_visitors()
    {
        var html = await hub.NewBrowser().Http.GetStringAsync("/inscription");

        foreach (var path in new[] { "/mentions-legales", "/confidentialite", "/accessibilite" }) html.ShouldContain($"href=\"{path}\"");
    }

    [Fact]
    public async Task The_legal_notice_names_the_operator_and_says_what_is_missing_until_then()
    {
        (await hub.NewBrowser().Http.GetStringAsync("/mentions-legales")).ShouldContain("Cette page est incomplète");
        var owner = hub.Services.GetRequiredService<IOptions<OperatorOptions>>().Value;
        (owner.Name, owner.Address, owner.Email, owner.DirectorOfPublication) = ("Réseau <Capa>", "3 rue du Test, Paris", "bonjour@exemple.fr", "Anne Roux");
        (owner.HostName, owner.HostAddress) = ("Hébergeur libre", "Nantes");
        try
        {
            var html = await hub.NewBrowser().Http.GetStringAsync("/mentions-legales");

            html.ShouldNotContain("Cette page est incomplète");
            html.ShouldContain("Réseau &lt;Capa&gt;");
            html.ShouldContain("<a href=\"mailto:bonjour@exemple.fr\">bonjour@exemple.fr</a>");
        }
        finally
        {
            (owner.Name, owner.Address, owner.Email, owner.DirectorOfPublication, owner.HostName, owner.HostAddress) = (null, null, null, null, null, null);
        }
    }

    [Fact]
    public async Task Who_found_a_flaw_reads_where_to_write_and_finds_nothing_when_nobody_reads_it()
    {
        (await hub.NewBrowser().Http.GetStringAsync("/.well-known/security.txt")).ShouldStartWith("Contact: mailto:securite@exemple.fr\nExpires: ");
        var owner = hub.Services.GetRequiredService<IOptions<OperatorOptions>>().Value;
        var email = owner.SecurityEmail;
        owner.SecurityEmail = null;
        try
        {
            (await hub.NewBrowser().Http.GetAsync("/.well-known/security.txt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        finally
        {
            owner.SecurityEmail = email;
        }
    }
}
