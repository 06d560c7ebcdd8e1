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

    /// <summary>Somebody signs the same address up again.</summary>
    Known,

    /// <summary>From the waiting list.</summary>
    MovedUp,
    EventCancelled,

    /// <summary>It takes place after all.</summary>
    EventRestored,

    /// <summary>At another time, or another place.</summary>
    EventMoved,
}

/// <summary>Writes to people who signed up, in the language of the site; answers go to the association.</summary>
internal sealed class RegistrationMailer(
    IEmailSender sender, EventWording wording, EventDescription descriptions, RegistrationLinks links, SiteAddresses addresses, ISiteRepository sites,
    IAssociationIntegrationService associations, IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    private const string Calendar = "rendez-vous.ics";

    private (string Url, string Language, LegalNoticeInfo? Notice)? _site;

    /// <param name="reason">The organiser's words about it.</param>
    /// <param name="former">When and where it was to be, for <see cref="RegistrationMail.EventMoved"/>.</param>
    public async Task SendAsync(RegistrationMail kind, Event one, Occurrence occurrence, Registration registration, string? reason = null, Announcement? former = null)
    {
        if (registration.Email is null) return;
        var tenantId = one.TenantId!.Value;
        _site ??= (await addresses.GetUrlAsync(tenantId), (await sites.FindAsync(site => site.TenantId == tenantId))?.Language ?? "fr", await associations.FindLegalNoticeAsync(tenantId));
        var (url, language, notice) = _site.Value;
        using var readers = new LanguageScope(language);
        var args = new AdditionalEmailSendingArgs { FromName = notice?.Name, ReplyTo = notice?.ContactEmail };
        if (registration.State == RegistrationState.Confirmed)
            args.Attachments.Add(new EmailAttachment { Name = Calendar, File = AgendaCalendar.WriteDate(one, occurrence.Day, url, descriptions.ToText(one)) });
        await sender.QueueAsync(registration.Email, localizer[$"Agenda:Mail:{kind}:Subject", one.Title], Write(kind, one, occurrence, registration, reason, former, url), isBodyHtml: false, args);
    }

    private string Write(RegistrationMail kind, Event one, Occurrence occurrence, Registration registration, string? reason, Announcement? former, string url)
    {
        var text = new StringBuilder();
        text.AppendLine(localizer["Agenda:Mail:Hello", registration.Name]).AppendLine().AppendLine(localizer[$"Agenda:Mail:{kind}:Text", registration.Persons]).AppendLine();
        text.AppendLine(one.Title).AppendLine(wording.When(occurrence.Times));
        foreach (var line in new[] { one.PlaceName, one.PlaceAddress, one.RemoteUrl }.Where(line => line is not null)) text.AppendLine(line);
        if (former is not null) text.AppendLine().AppendLine(localizer["Agenda:Mail:Former", wording.When(former.Times), former.Place]);
        if (!string.IsNullOrWhiteSpace(reason)) text.AppendLine().AppendLine(reason.Trim());
        if (kind is RegistrationMail.EventMoved or RegistrationMail.EventRestored or RegistrationMail.Known && registration.State == RegistrationState.Waiting) text.AppendLine().AppendLine(localizer["Agenda:Mail:StillWaiting"]);
        if (kind == RegistrationMail.EventCancelled) return text.AppendLine().Append(url + one.Path).AppendLine().ToString();
        text.AppendLine(url + one.Path).AppendLine().AppendLine(localizer["Agenda:Mail:Cancel"]).AppendLine(url + links.Create(registration));
        return text.AppendLine().AppendLine(localizer["Agenda:Retention", one.RetentionDays]).ToString();
    }
}
