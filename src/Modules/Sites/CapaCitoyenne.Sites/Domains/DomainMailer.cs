using System.Globalization;
using System.Net;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Public;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>Tells the space's contact that a name is about to be lost, or was.</summary>
internal sealed class DomainMailer(
    IEmailSender emailSender, IAssociationIntegrationService associations, SiteAddresses addresses, IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    public async Task SendAsync(SiteDomain domain, DomainChange change)
    {
        if ((await associations.GetListAsync([domain.OwnerTenantId])) is not [var association]) return;
        var key = change == DomainChange.Warned ? "Mail:DomainMissing" : "Mail:DomainDetached";
        var before = CultureInfo.CurrentUICulture;
        var french = CultureInfo.GetCultureInfo("fr");
        CultureInfo.CurrentUICulture = french;
        try
        {
            var day = SiteDay.Of((domain.DetachTime ?? domain.HeldUntil)!.Value).ToString(SiteDay.LongFormat, french);
            var name = DomainName.ToDisplay(domain.Name);
            var link = $"{addresses.HubUrl}/espace/{association.Slug}/{SpaceLinks.Domains}";
            await emailSender.QueueAsync(association.ContactEmail, localizer[key + ":Subject", name], $"""
                <p>{localizer[key + ":Text", WebUtility.HtmlEncode(name), WebUtility.HtmlEncode(association.Name), day].Value}</p>
                <p><code>{WebUtility.HtmlEncode(domain.ProofName)}</code> TXT <code>{WebUtility.HtmlEncode(domain.ProofValue)}</code></p>
                <p><a href="{WebUtility.HtmlEncode(link)}">{localizer["Mail:Domain:Link"].Value}</a></p>
                """);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
