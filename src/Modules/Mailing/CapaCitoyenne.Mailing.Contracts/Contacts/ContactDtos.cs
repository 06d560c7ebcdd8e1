using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Paging;

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
    public List<ContactListDto> Lists { get; set; } = [];
    /// <summary>Newest first. Filled when one contact is asked for; empty in lists.</summary>
    public List<ConsentDto> Consents { get; set; } = [];
    public string? ConcurrencyStamp { get; set; }
}

public record ContactListDto(Guid Id, string Name);

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

public class GetContactsInput : CursorPagedRequestDto
{
    /// <summary>Words that start the address, a first name or a last name; accents and case do not matter.</summary>
    [StringLength(ContactConsts.MaxFilterLength)]
    public string? Filter { get; set; }
    public Guid? ListId { get; set; }
    public ContactStatus? Status { get; set; }
}

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
