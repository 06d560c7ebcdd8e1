using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Tags;

namespace CapaCitoyenne.Mailing.Contacts;

public class ContactDto : EntityDto<Guid>
{
    public required string Email { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    /// <summary>BCP 47 tag, for example <c>fr</c>.</summary>
    public string? Language { get; set; }
    public string? Notes { get; set; }
    public ContactStatus Status { get; set; }
    /// <summary>Where the contact came from: <c>manual</c>, <c>import</c>, <c>form</c>.</summary>
    public required string Source { get; set; }
    public DateTime CreationTime { get; set; }
    /// <summary>Until then (UTC) they get nothing but statutory notices, by their own choice; null, or past, when they did not ask for a pause.</summary>
    public DateTime? PausedUntil { get; set; }
    public List<ContactListDto> Lists { get; set; } = [];
    /// <summary>By name.</summary>
    public List<ContactTagDto> Tags { get; set; } = [];
    /// <summary>Values of the space's own fields by the field's name: a day as <c>yyyy-MM-dd</c>, a number with a point, <c>true</c> or <c>false</c>.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];
    /// <summary>Newest first. Filled when one contact is asked for; empty in lists.</summary>
    public List<ConsentDto> Consents { get; set; } = [];
    public string? ConcurrencyStamp { get; set; }
}

public record ContactListDto(Guid Id, string Name);

public record ContactTagDto(Guid Id, string Name);

/// <summary>One consent, from the day it was given to the day it was withdrawn.</summary>
public class ConsentDto : EntityDto<Guid>
{
    public ConsentPurpose Purpose { get; set; }
    public ConsentMethod Method { get; set; }
    public DateTime GrantedTime { get; set; }
    public DateTime? WithdrawnTime { get; set; }
    /// <summary>Version of the text that the person read, for consents given on a form.</summary>
    public string? TextVersion { get; set; }
    /// <summary>What shows that the consent was given: form address and confirmation time, file name, or a sentence.</summary>
    public string? Proof { get; set; }
}

/// <summary>Which contacts: all that meet everything that is given.</summary>
public interface IContactFilter
{
    /// <summary>Words that start the address, a first name or a last name; accents and case do not matter.</summary>
    string? Filter { get; }
    Guid? ListId { get; }
    ContactStatus? Status { get; }
    Guid? TagId { get; }
    Guid? SegmentId { get; }
}

public class GetContactsInput : CursorPagedRequestDto, IContactFilter
{
    [StringLength(ContactConsts.MaxFilterLength)]
    public string? Filter { get; set; }
    public Guid? ListId { get; set; }
    public ContactStatus? Status { get; set; }
    public Guid? TagId { get; set; }
    public Guid? SegmentId { get; set; }
    public ContactSort Sort { get; set; }
}

public class CountContactsInput : IContactFilter
{
    [StringLength(ContactConsts.MaxFilterLength)]
    public string? Filter { get; set; }
    public Guid? ListId { get; set; }
    public ContactStatus? Status { get; set; }
    public Guid? TagId { get; set; }
    public Guid? SegmentId { get; set; }
}

/// <param name="Count">At most <see cref="ContactConsts.MaxExactCount"/>: counting on would cost more than it tells.</param>
/// <param name="IsMore">There are more than that.</param>
public record ContactCountDto(int Count, bool IsMore);

/// <summary>Does one thing to many contacts.</summary>
public class ApplyToContactsDto : IContactFilter
{
    /// <summary>These contacts; empty = all that meet the filter below.</summary>
    [MaxLength(ContactConsts.MaxContactsPerCall)]
    public List<Guid> ContactIds { get; set; } = [];
    [StringLength(ContactConsts.MaxFilterLength)]
    public string? Filter { get; set; }
    public Guid? ListId { get; set; }
    /// <summary>A <see cref="ContactStatus"/>.</summary>
    [EnumDataType(typeof(ContactStatus))]
    public string? Status { get; set; }
    ContactStatus? IContactFilter.Status => Enum.TryParse<ContactStatus>(Status, out var status) ? status : null;
    public Guid? TagId { get; set; }
    public Guid? SegmentId { get; set; }
    public ContactAction Action { get; set; }
    /// <summary>The list to put the contacts into or take them out of.</summary>
    public Guid? TargetListId { get; set; }
    /// <summary>The tag to stick on or take off; a new one is made.</summary>
    [StringLength(TagConsts.MaxNameLength)]
    public string? Tag { get; set; }
}

/// <param name="Count">Contacts that changed.</param>
/// <param name="ContactIds">Those that changed among the named ones, to undo it exactly; empty when a filter chose them.</param>
public record ApplyToContactsResultDto(int Count, List<Guid> ContactIds);

public class CreateContactDto
{
    [Required, StringLength(ContactConsts.MaxEmailLength)]
    public string Email { get; set; } = "";
    [StringLength(ContactConsts.MaxNameLength)]
    public string? FirstName { get; set; }
    [StringLength(ContactConsts.MaxNameLength)]
    public string? LastName { get; set; }
    [StringLength(ContactConsts.MaxLanguageLength)]
    public string? Language { get; set; }
    [StringLength(ContactConsts.MaxNotesLength)]
    public string? Notes { get; set; }
    public List<Guid> ListIds { get; set; } = [];
    /// <summary>Null = as they are. Names; those that do not exist yet are made.</summary>
    [MaxLength(TagConsts.MaxTagsPerContact)]
    public List<string>? Tags { get; set; }
    /// <summary>Null = as they are; only the named fields change, an empty value clears one.</summary>
    [MaxLength(ContactFieldConsts.MaxFields)]
    public Dictionary<string, string?>? Fields { get; set; }
    /// <summary>Consents that the person gave, with their proof.</summary>
    public List<GrantConsentDto> Consents { get; set; } = [];
}

public class UpdateContactDto
{
    [StringLength(ContactConsts.MaxNameLength)]
    public string? FirstName { get; set; }
    [StringLength(ContactConsts.MaxNameLength)]
    public string? LastName { get; set; }
    [StringLength(ContactConsts.MaxLanguageLength)]
    public string? Language { get; set; }
    [StringLength(ContactConsts.MaxNotesLength)]
    public string? Notes { get; set; }
    public List<Guid> ListIds { get; set; } = [];
    /// <summary>Null = as they are. Names; those that do not exist yet are made.</summary>
    [MaxLength(TagConsts.MaxTagsPerContact)]
    public List<string>? Tags { get; set; }
    /// <summary>Null = as they are; only the named fields change, an empty value clears one.</summary>
    [MaxLength(ContactFieldConsts.MaxFields)]
    public Dictionary<string, string?>? Fields { get; set; }
    /// <summary>The stamp that was read; 409 when somebody saved in between.</summary>
    public string? ConcurrencyStamp { get; set; }
}

public class GrantConsentDto
{
    public ConsentPurpose Purpose { get; set; } = ConsentPurpose.Information;
    /// <summary>Required: how the association knows (for example « bulletin d'adhésion du 12 mars »).</summary>
    [Required, StringLength(ContactConsts.MaxProofLength)]
    public string Proof { get; set; } = "";
}

public class WithdrawConsentDto
{
    public ConsentPurpose Purpose { get; set; } = ConsentPurpose.Information;
}
