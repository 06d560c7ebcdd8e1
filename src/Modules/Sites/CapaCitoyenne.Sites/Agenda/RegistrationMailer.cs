using System.Text;
using CapaCitoyenne.Abp.Emailing;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Agenda;

internal enum RegistrationMail
{
    Confirmed,
    Waiting,

    /// <summary>From the waiting list.</summary>
    MovedUp,
    EventCancelled,
}

/// <summary>Writes to people who signed up, in the language of the site; answers go to the association.</summary>
internal sealed class RegistrationMailer(
    IEmailSender sender, EventWording wording, EventDescription descriptions, RegistrationLinks links, SiteAddresses addresses, ISiteRepository sites,
    IAssociationIntegrationService associations, IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    private const string Calendar = "rendez-vous.ics";

    private (string Url, string Language, LegalNoticeInfo? Notice)? _site;

    public async Task SendAsync(RegistrationMail kind, Event one, Occurrence occurrence, Registration registration, string? reason = null)
    {
        if (registration.Email is null) return;
        var tenantId = one.TenantId!.Value;
        _site ??= (await addresses.GetUrlAsync(tenantId), (await sites.FindAsync(site => site.TenantId == tenantId))?.Language ?? "fr", await associations.FindLegalNoticeAsync(tenantId));
        var (url, language, notice) = _site.Value;
        using var readers = new LanguageScope(language);
        var args = new AdditionalEmailSendingArgs { FromName = notice?.Name, ReplyTo = notice?.ContactEmail };
        if (kind is RegistrationMail.Confirmed or RegistrationMail.MovedUp)
            args.Attachments.Add(new EmailAttachment { Name = Calendar, File = AgendaCalendar.Write(one.Title, url, [one], descriptions.ToText) });
        await sender.QueueAsync(registration.Email, localizer[$"Agenda:Mail:{kind}:Subject", one.Title], Write(kind, one, occurrence, registration, reason, url), isBodyHtml: false, args);
    }

    private string Write(RegistrationMail kind, Event one, Occurrence occurrence, Registration registration, string? reason, string url)
    {
        var text = new StringBuilder();
        text.AppendLine(localizer["Agenda:Mail:Hello", registration.Name]).AppendLine().AppendLine(localizer[$"Agenda:Mail:{kind}:Text", registration.Persons]).AppendLine();
        text.AppendLine(one.Title).AppendLine(wording.When(occurrence.Times));
        foreach (var line in new[] { one.PlaceName, one.PlaceAddress, one.RemoteUrl }.Where(line => line is not null)) text.AppendLine(line);
        if (kind == RegistrationMail.EventCancelled)
        {
            if (!string.IsNullOrWhiteSpace(reason)) text.AppendLine().AppendLine(reason.Trim());
            return text.AppendLine().Append(url + one.Path).AppendLine().ToString();
        }
        text.AppendLine(url + one.Path).AppendLine().AppendLine(localizer["Agenda:Mail:Cancel"]).AppendLine(url + links.Create(registration));
        return text.AppendLine().AppendLine(localizer["Agenda:Retention", one.RetentionDays]).ToString();
    }
}
