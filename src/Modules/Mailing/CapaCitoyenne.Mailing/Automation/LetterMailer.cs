using System.Globalization;
using System.Net;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>Tells members of the space that a letter waits for them.</summary>
internal sealed class LetterMailer(
    IEmailSender emailSender, IMembershipIntegrationService members, IAssociationIntegrationService associations, ICurrentTenant currentTenant, IConfiguration configuration,
    IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    public async Task TellAsync(Guid? userId, string key, Campaign campaign, string? words = null)
    {
        var all = userId is { } id ? await members.GetMembersAsync([id]) : [];
        await TellAsync(all, key, campaign, words);
    }

    /// <param name="key">Beginning of two keys, <c>…:Subject</c> and <c>…:Text</c>; {0} is the letter's subject, {1} the association, {2} the words.</param>
    public async Task TellAsync(IReadOnlyList<SpaceMemberInfo> to, string key, Campaign campaign, string? words = null)
    {
        if (to.Count == 0 || (await associations.GetListAsync([currentTenant.Id!.Value])) is not [var association]) return;
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(campaign.Language);
        try
        {
            var link = $"{(configuration["App:SelfUrl"] ?? "http://localhost:5000").TrimEnd('/')}/espace/{association.Slug}/lettres/{campaign.Id}";
            var subject = string.IsNullOrWhiteSpace(campaign.Subject) ? localizer["Mailing:Untitled"].Value : campaign.Subject;
            string Html(string text) => WebUtility.HtmlEncode(text);
            foreach (var member in to)
            {
                await emailSender.QueueAsync(member.Email, localizer[key + ":Subject", subject, association.Name], $"""
                    <p>{localizer[key + ":Text", Html(subject), Html(association.Name), Html(words ?? "")].Value}</p>
                    <p><a href="{Html(link)}">{localizer["Mailing:Mail:Open"].Value}</a></p>
                    """);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
