using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Contacts;

public enum ContactEventKind
{
    /// <summary>Came into the book; <see cref="ContactEventDto.Name"/>: the source.</summary>
    Added = 0,
    ConsentGiven = 1,
    ConsentWithdrawn = 2,
    ListJoined = 3,
    /// <summary>By the person's own wish.</summary>
    ListLeft = 4,
    /// <summary>A letter and what became of it; the time is that of the last news.</summary>
    Letter = 5,
}

/// <summary>One thing that happened to or with a contact.</summary>
public class ContactEventDto
{
    public ContactEventKind Kind { get; set; }
    /// <summary>UTC.</summary>
    public DateTime Time { get; set; }
    /// <summary>The list, the letter's subject, or the source.</summary>
    public string? Name { get; set; }
    /// <summary>Letters: the campaign.</summary>
    public Guid? CampaignId { get; set; }
    /// <summary>Letters: a <see cref="Campaigns.DeliveryState"/>, and why in <see cref="Detail"/>.</summary>
    public string? State { get; set; }
    /// <summary>Consents: a <see cref="ConsentPurpose"/>.</summary>
    public string? Purpose { get; set; }
    /// <summary>Consents: a <see cref="ConsentMethod"/>.</summary>
    public string? Method { get; set; }
    /// <summary>The proof of a consent, the reason of a delivery.</summary>
    public string? Detail { get; set; }
}

public class GetContactHistoryInput : CursorPagedRequestDto;

/// <summary>Contacts that may be one person: the same first and last name.</summary>
public class DuplicateContactsDto
{
    /// <summary>Two to five, by address.</summary>
    public List<ContactDto> Contacts { get; set; } = [];
    /// <summary>The addresses resemble each other too.</summary>
    public bool IsLikely { get; set; }
}

public class MergeContactsDto
{
    /// <summary>The contact whose address goes on.</summary>
    public Guid KeptId { get; set; }
    /// <summary>The contact that is not there afterwards.</summary>
    public Guid OtherId { get; set; }
}

/// <param name="Contact">As it would be.</param>
/// <param name="Agreed">The <see cref="ConsentPurpose"/>s that would stand: refused once is refused.</param>
/// <param name="LostEmail">The address that would not be written to any more.</param>
public record MergePreviewDto(ContactDto Contact, List<string> Agreed, string LostEmail);
