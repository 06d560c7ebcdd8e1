using CapaCitoyenne.Mailing.Campaigns;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Contacts;

internal static class ContactMapper
{
    public static ContactDto ToDto(this Contact contact, IEnumerable<Consent>? consents = null) => new()
    {
        Id = contact.Id,
        Email = contact.Email,
        FirstName = contact.FirstName,
        LastName = contact.LastName,
        Language = contact.Language,
        Notes = contact.Notes,
        Status = contact.Status,
        Source = contact.Source,
        CreationTime = contact.CreationTime,
        PausedUntil = contact.PausedUntil,
        Consents = [.. (consents ?? []).OrderByDescending(c => c.GrantedTime).Select(ToDto)],
        ConcurrencyStamp = contact.ConcurrencyStamp,
    };

    private static ConsentDto ToDto(Consent consent) => new()
    {
        Id = consent.Id,
        Purpose = consent.Purpose,
        Method = consent.Method,
        GrantedTime = consent.GrantedTime,
        WithdrawnTime = consent.WithdrawnTime,
        TextVersion = consent.TextVersion,
        Proof = consent.Proof,
    };
}

internal static class ContactEventMapper
{
    public static ContactEventDto ToDto(this ContactEvent row, IStringLocalizer localizer) => new()
    {
        Kind = row.Kind,
        Time = row.Time,
        Name = row.Name,
        CampaignId = row.CampaignId,
        State = row.State,
        Purpose = row.Purpose,
        Method = row.Method,
        Detail = CampaignMapper.ToText(row.Detail, localizer),
    };
}
