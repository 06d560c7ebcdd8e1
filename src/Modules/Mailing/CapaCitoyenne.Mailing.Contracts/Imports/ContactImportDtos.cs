using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Imports;

public static class ContactImportConsts
{
    public const int MaxFileNameLength = 200;
    public const int MaxOriginLength = 500;
    public const int MaxColumns = 100;
    public const int MaxHeaderLength = 200;
    public const int MaxLineExcerptLength = 500;
    public const int MaxReasonLength = 60;
    /// <summary>Bytes of an uploaded file.</summary>
    public const long MaxFileSize = 64L * 1024 * 1024;
    /// <summary>Characters of a pasted text.</summary>
    public const int MaxPasteLength = 1_000_000;
    /// <summary>Refused lines kept with their text; the count goes on.</summary>
    public const int MaxKeptRefusals = 10_000;
}

public enum ContactImportStatus
{
    /// <summary>Read: separator, encoding and columns are guessed. Next: check.</summary>
    Uploaded = 0,
    /// <summary>The dry run is going on in the background: poll.</summary>
    Checking = 1,
    /// <summary>The dry run's counts are there. Next: start.</summary>
    Checked = 2,
    /// <summary>Contacts are being written in the background: poll.</summary>
    Running = 3,
    Completed = 4,
    Failed = 5,
}

/// <summary>What a column of the file holds.</summary>
public enum ContactImportField
{
    Ignore = 0,
    Email = 1,
    FirstName = 2,
    LastName = 3,
    /// <summary>First and last name in one cell; the first word is the first name.</summary>
    FullName = 4,
    Language = 5,
    Notes = 6,
    /// <summary>A cell that says the person unsubscribed (date, yes, unsubscribed…): never written to.</summary>
    Unsubscribed = 7,
    /// <summary>A word about the subscription, as other tools write it: « subscribed » alone may be given a consent; bounced and blocked addresses
    /// become suppressions.</summary>
    Status = 8,
    /// <summary>A cell that says the address is dead (date, yes, reason…): becomes a suppression.</summary>
    Bounced = 9,
    /// <summary>Tags, separated by commas.</summary>
    Tags = 10,
    /// <summary>A field of the space; see <see cref="ContactImportColumnDto.ContactFieldId"/>.</summary>
    Custom = 11,
}

public class ContactImportColumnDto
{
    [StringLength(ContactImportConsts.MaxHeaderLength)]
    public string Header { get; set; } = "";
    public ContactImportField Field { get; set; }
    /// <summary>With <see cref="ContactImportField.Custom"/>: which one.</summary>
    public Guid? ContactFieldId { get; set; }
    /// <summary>First values found, to recognise the column by; ignored in requests.</summary>
    public List<string> Samples { get; set; } = [];
}

/// <summary>
/// Counts over the lines of the file. After a run: what was done; after a check: what would be done.
/// <c>Total = Created + Updated + Unchanged + Duplicates + Refused</c>.
/// </summary>
public class ContactImportCountsDto
{
    public int Total { get; set; }
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    /// <summary>Lines whose address came earlier in the same file.</summary>
    public int Duplicates { get; set; }
    public int Refused { get; set; }
    /// <summary>Of the created, updated and unchanged: unsubscribed before, and left so.</summary>
    public int KeptUnsubscribed { get; set; }
    /// <summary>Of the created, updated and unchanged: suppressed before, and left so.</summary>
    public int KeptSuppressed { get; set; }
    /// <summary>Of the created, updated and unchanged: a value did not fit its field and was left out; the lines are in the report.</summary>
    public int Remarks { get; set; }
}

public class ContactImportDto : EntityDto<Guid>
{
    public required string FileName { get; set; }
    public ContactImportStatus Status { get; set; }
    /// <summary><c>;</c>, <c>,</c>, tab or <c>|</c>.</summary>
    public required string Separator { get; set; }
    /// <summary><c>utf-8</c>, <c>windows-1252</c>, <c>utf-16</c>, <c>utf-16BE</c>.</summary>
    public required string Encoding { get; set; }
    public bool HasHeader { get; set; }
    /// <summary>The tool that the file seems to come from: <c>mailchimp</c>, <c>brevo</c>, <c>sympa</c>, <c>listmonk</c>; null = unknown.</summary>
    public string? RecognisedTool { get; set; }
    public List<ContactImportColumnDto> Columns { get; set; } = [];
    public ContactImportCountsDto Counts { get; set; } = new();
    /// <summary>Lines done, of <see cref="TotalLines"/> (0 until the first check).</summary>
    public int ProcessedLines { get; set; }
    public int TotalLines { get; set; }
    public Guid? ListId { get; set; }
    public DateTime CreationTime { get; set; }
    public DateTime? EndTime { get; set; }
    /// <summary>Worded code when <see cref="Status"/> is Failed.</summary>
    public string? ErrorCode { get; set; }
}

public class CheckContactImportDto
{
    [Required, MinLength(1), MaxLength(ContactImportConsts.MaxColumns)]
    public List<ContactImportColumnDto> Columns { get; set; } = [];
    public bool HasHeader { get; set; } = true;
}

/// <summary>Addresses as people paste them: one a line, separated by commas, <c>Name &lt;address&gt;</c>, a table, or vCards.</summary>
public class PasteContactsDto
{
    [Required, StringLength(ContactImportConsts.MaxPasteLength)]
    public string Text { get; set; } = "";
}

public class StartContactImportDto
{
    /// <summary>List that the contacts are put into; null = address book only.</summary>
    public Guid? ListId { get; set; }
    /// <summary>Required: where these addresses come from and what the people were told. Kept as proof of consent.</summary>
    [Required, StringLength(ContactImportConsts.MaxOriginLength)]
    public string Origin { get; set; } = "";
    /// <summary>What the people agreed to receive; empty = no consent is written, the contacts get statutory letters only.</summary>
    public List<ConsentPurpose> Purposes { get; set; } = [ConsentPurpose.Information];
}

/// <summary>One line that was not taken, with the reason as a localization key (<c>Mailing:Import:EmailMissing</c>…).</summary>
public record RefusedLineDto(int LineNumber, string Text, string ReasonCode, string Reason);

public class GetRefusedLinesInput : CursorPagedRequestDto;
