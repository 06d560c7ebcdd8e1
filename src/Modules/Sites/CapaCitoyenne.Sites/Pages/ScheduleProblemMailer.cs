using System.Globalization;
using System.Net;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>Tells the association, in its site's language, that a scheduled publication did not happen, why, and where to go on.</summary>
internal sealed class ScheduleProblemMailer(
    IEmailSender emailSender, IAssociationIntegrationService associations, SiteManager siteManager, SiteAddresses addresses, IStringLocalizer<SitesResource> localizer)
    : ITransientDependency
{
    public async Task SendAsync(Publication publication)
    {
        if ((await associations.GetListAsync([publication.TenantId!.Value])) is not [var association]) return;
        var before = CultureInfo.CurrentUICulture;
        var culture = SiteDay.CultureOf((await siteManager.GetAsync()).Language);
        CultureInfo.CurrentUICulture = culture;
        try
        {
            var screen = publication is Post ? SpaceLinks.Post(publication.Id) : SpaceLinks.Page(publication.Id);
            var link = $"{addresses.HubUrl}/espace/{association.Slug}/{screen}";
            var when = SiteDay.InWords(publication.PublishAt!.Value, culture);
            var body = $"""
                <p>{localizer["Mail:ScheduleProblem:Text", WebUtility.HtmlEncode(publication.Title), when].Value}</p>
                <p>{WebUtility.HtmlEncode(localizer[publication.ScheduleProblem!].Value)}</p>
                <p><a href="{WebUtility.HtmlEncode(link)}">{localizer["Mail:ScheduleProblem:Link"].Value}</a></p>
                """;
            await emailSender.QueueAsync(association.ContactEmail, localizer["Mail:ScheduleProblem:Subject", publication.Title].Value, body);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
