using System.Text;
using CapaCitoyenne.Abp.Emailing;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>Tells members of the space what was sent. Their answer goes to the sender; the mail itself comes from the hub.</summary>
internal sealed class FormMailer(
    IEmailSender sender, IMembershipIntegrationService memberships, ITenantStore tenants, ISiteRepository sites, SiteAddresses addresses, IStringLocalizer<SitesResource> localizer)
    : ITransientDependency
{
    public async Task TellAsync(Form form, FormSubmission submission)
    {
        if (form.RecipientIds.Count == 0) return;
        // Whoever left the space is told nothing any more.
        var members = await memberships.GetMembersAsync([.. form.RecipientIds]);
        var tenant = await tenants.FindAsync(form.TenantId!.Value);
        var language = (await sites.FindAsync(site => site.TenantId == form.TenantId))?.Language ?? "fr";
        using var readers = new LanguageScope(language);
        var link = $"{addresses.HubUrl}/espace/{tenant?.NormalizedName}/{SpaceLinks.Submission(form.Id, submission.Id)}";
        var args = new AdditionalEmailSendingArgs { FromName = tenant?.Name, ReplyTo = submission.Email };
        foreach (var member in members) await sender.QueueAsync(member.Email, localizer["Form:Mail:Subject", form.Name], Write(form, submission, link), isBodyHtml: false, args);
    }

    private string Write(Form form, FormSubmission submission, string link)
    {
        var text = new StringBuilder().AppendLine(localizer["Form:Mail:Text", form.Name]).AppendLine();
        foreach (var answer in submission.Answers) text.AppendLine(answer.Label).Append("  ").AppendLine(string.Join(", ", answer.Values).ReplaceLineEndings("\n  ")).AppendLine();
        if (submission.Email is not null) text.AppendLine(localizer["Form:Mail:Reply"]);
        return text.AppendLine(localizer["Form:Mail:Link"]).AppendLine(link).ToString();
    }
}
