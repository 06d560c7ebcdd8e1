using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Campaigns;

public static class CampaignConsts
{
    public const int MaxNameLength = 200;
    public const int MaxSubjectLength = 200;
    public const int MaxPreviewTextLength = 200;
    public const int MaxFromNameLength = 100;
    public const int MaxLists = 50;
    public const int MaxTestAddresses = 5;
    public const int MaxReasonLength = 500;
    /// <summary>Characters of the page/1 document.</summary>
    public const int MaxContentLength = 500_000;
    /// <summary>Bytes of the HTML part; webmails cut what is longer.</summary>
    public const int MaxHtmlBytes = 102 * 1024;
    /// <summary>Characters of a subject that a computer shows; a telephone shows some forty.</summary>
    public const int ShownSubjectLength = 70;
    /// <summary>Days that a deleted letter can be had back.</summary>
    public const int TrashDays = 30;
}

public class CampaignDto : EntityDto<Guid>
{
    /// <summary>For the association's own eyes; the subject by default.</summary>
    public required string Name { get; set; }
    public required string Subject { get; set; }
    public string? PreviewText { get; set; }
    public string? FromName { get; set; }
    public string? ReplyTo { get; set; }
    public ConsentPurpose Purpose { get; set; }
    public required string Language { get; set; }
    /// <summary>Lists written to; empty = the whole address book.</summary>
    public List<Guid> ListIds { get; set; } = [];
    /// <summary>Of these, only who is in this segment; null = all of them.</summary>
    public Guid? SegmentId { get; set; }
    /// <summary>A page/1 document (JSON). Null in lists.</summary>
    public string? Content { get; set; }
    public CampaignKind Kind { get; set; }
    /// <summary>Shown in the archive of the site once it was sent.</summary>
    public bool IsInArchive { get; set; }
    public CampaignStatus Status { get; set; }
    /// <summary>When it leaves, UTC; until then it can be called back whole.</summary>
    public DateTime? ScheduledTime { get; set; }
    public DateTime? SentTime { get; set; }

    /// <summary>Until then a letter that is sent can still be called back, since the provider holds it; null when it cannot.</summary>
    public DateTime? RecallableUntil { get; set; }
    public DateTime CreationTime { get; set; }
    public DateTime? LastModificationTime { get; set; }
    /// <summary>Why it waits, as a localized sentence, when the hub paused it itself.</summary>
    public string? PauseReason { get; set; }
    public CampaignCountsDto Counts { get; set; } = new();
    /// <summary>The letter that this one brings to whoever never got it: its audience is theirs.</summary>
    public Guid? ResendOfId { get; set; }
    public string? ConcurrencyStamp { get; set; }
}

/// <summary>Recipients by state; <see cref="Total"/> is their sum.</summary>
public class CampaignCountsDto
{
    public int Total { get; set; }
    public int Queued { get; set; }
    public int InDoubt { get; set; }
    /// <summary>Accepted or deferred: the provider has it, no final news yet.</summary>
    public int Accepted { get; set; }
    public int Delivered { get; set; }
    /// <summary>Blocked, dropped or bounced.</summary>
    public int Bounced { get; set; }
    public int Complained { get; set; }
    public int Skipped { get; set; }
    public int Refused { get; set; }
    public int Cancelled { get; set; }
}

public class CreateCampaignDto
{
    [StringLength(CampaignConsts.MaxNameLength)]
    public string? Name { get; set; }
    [StringLength(CampaignConsts.MaxSubjectLength)]
    public string Subject { get; set; } = "";
    /// <summary>Key of a template (<c>letter-template</c>): content, and subject and purpose where none are given. Not together with content.</summary>
    [StringLength(Templates.LetterTemplateConsts.MaxKeyLength)]
    public string? Template { get; set; }
    /// <summary>Empty = a blank document in the space's language.</summary>
    [StringLength(CampaignConsts.MaxContentLength)]
    public string? Content { get; set; }
    public ConsentPurpose Purpose { get; set; } = ConsentPurpose.Information;
    [MaxLength(CampaignConsts.MaxLists)]
    public List<Guid> ListIds { get; set; } = [];
    public Guid? SegmentId { get; set; }
}

public class UpdateCampaignDto
{
    [StringLength(CampaignConsts.MaxNameLength)]
    public string? Name { get; set; }
    [StringLength(CampaignConsts.MaxSubjectLength)]
    public string Subject { get; set; } = "";
    [StringLength(CampaignConsts.MaxPreviewTextLength)]
    public string? PreviewText { get; set; }
    [StringLength(CampaignConsts.MaxFromNameLength)]
    public string? FromName { get; set; }
    [StringLength(ContactConsts.MaxEmailLength)]
    public string? ReplyTo { get; set; }
    public ConsentPurpose Purpose { get; set; }
    [StringLength(ContactConsts.MaxLanguageLength)]
    public string? Language { get; set; }
    [MaxLength(CampaignConsts.MaxLists)]
    public List<Guid> ListIds { get; set; } = [];
    public Guid? SegmentId { get; set; }
    [Required, StringLength(CampaignConsts.MaxContentLength)]
    public string Content { get; set; } = "";
    /// <summary>The stamp that was read; 409 when somebody saved in between.</summary>
    public string? ConcurrencyStamp { get; set; }
}

public class GetCampaignsInput : CursorPagedRequestDto
{
    public CampaignStatus? Status { get; set; }
}

public class GetCampaignPreviewInput
{
    /// <summary>Show it as this contact receives it; null = an invented person without a name.</summary>
    public Guid? ContactId { get; set; }
}

/// <summary>The letter exactly as it leaves. <see cref="HtmlBytes"/>: size of the HTML part.</summary>
public record CampaignPreviewDto(string Subject, string PreviewText, string From, string Html, string Text, int HtmlBytes);

public enum PreflightLevel
{
    Ok = 0,
    Warning = 1,
    /// <summary>Sending is refused until it is mended.</summary>
    Blocking = 2,
    /// <summary>Good to know; nothing is wrong.</summary>
    Notice = 3,
}

/// <summary>One line of the pre-flight list. <see cref="Code"/> is stable (<c>Subject</c>, <c>Audience</c>…), <see cref="Message"/> is localized.</summary>
public record PreflightItemDto(string Code, PreflightLevel Level, string Message)
{
    /// <summary>A worded code where <see cref="Code"/> stands for several findings: of the document, of the personalisation.</summary>
    public string? Cause { get; init; }

    /// <summary>Where in the document: a JSON pointer, such as <c>/blocks/2/alt</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What it is about, as it stands in the subject, the summary or the text: a field's name, a blank.</summary>
    public string? Text { get; init; }
}

/// <summary><see cref="Recipients"/>: how many people would receive it now.</summary>
public record CampaignPreflightDto(bool CanSend, int Recipients, int GraceMinutes, List<PreflightItemDto> Items);

/// <summary>
/// Addresses as they stand in the letter. <see cref="Dead"/> lead nowhere; <see cref="Insecure"/> begin with <c>http:</c>, and the same with
/// <c>https:</c> is there.
/// </summary>
public record CampaignLinksDto(List<string> Dead, List<string> Insecure);

public class ShowInArchiveDto
{
    public bool IsInArchive { get; set; }
}

public class SendTestDto
{
    /// <summary>Empty = the address of who asks.</summary>
    [MaxLength(CampaignConsts.MaxTestAddresses)]
    public List<string> Addresses { get; set; } = [];
    public Guid? AsContactId { get; set; }
}

public record SendTestResultDto(List<string> SentTo);

public class SendCampaignDto
{
    /// <summary>
    /// With « Z » or an offset an instant, without one a time on the clocks of Paris: « 2026-06-05T18:00 ». Null, or sooner than the time for
    /// second thoughts = as soon as that is over.
    /// </summary>
    public DateTime? ScheduledTime { get; set; }
    /// <summary>The stamp that was read, so that what leaves is what was looked at.</summary>
    public string? ConcurrencyStamp { get; set; }
}

public class GetRecipientsInput : CursorPagedRequestDto
{
    public DeliveryState? State { get; set; }
    /// <summary>Only those whom the letter did not reach, or may not have reached.</summary>
    public bool NotReached { get; set; }
    /// <summary>Beginning of an address, a first name or a last name.</summary>
    [StringLength(ContactConsts.MaxFilterLength)]
    public string? Filter { get; set; }
}

/// <summary>One line of the ledger. <see cref="Reason"/>: the provider's words, or a localized sentence of ours.</summary>
public record RecipientDto(Guid Id, string Email, DeliveryState State, string? Reason, DateTime? LastChangeTime)
{
    /// <summary>As the address book has it now.</summary>
    public string? Name { get; init; }

    /// <summary>What <see cref="Reason"/> means, in a plain sentence; null when it is not known, or needs no explanation.</summary>
    public string? Explanation { get; init; }
}

/// <summary>Sent by the progress stream each time something changed.</summary>
public record CampaignProgressDto(CampaignStatus Status, DateTime? ScheduledTime, string? PauseReason, CampaignCountsDto Counts);
