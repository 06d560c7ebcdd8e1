using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Mailing.Approvals;

public enum ApprovalState
{
    /// <summary>Nobody was asked, or the letter was changed since.</summary>
    None = 0,
    Asked = 1,
    Approved = 2,
    /// <summary>With a word what to change.</summary>
    SentBack = 3,
}

public class ApprovalDto
{
    /// <summary>The space wants a second person to read every letter.</summary>
    public bool IsRequired { get; set; }
    public ApprovalState State { get; set; }
    public string? AskedBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime? AskedTime { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTime? AnsweredTime { get; set; }
    public string? Word { get; set; }
    /// <summary>Whether who asks may answer: holds the permission to send, and neither wrote the letter last nor asked.</summary>
    public bool MayAnswer { get; set; }
    /// <summary>How many other people could.</summary>
    public int Readers { get; set; }
}

public class ApproveDto
{
    /// <summary>Of the letter that was read.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";
}

public class SendBackDto
{
    /// <inheritdoc cref="ApproveDto.ConcurrencyStamp"/>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";

    public const int MaxWordLength = 1000;

    [Required, StringLength(MaxWordLength)]
    public string Word { get; set; } = "";
}

/// <summary>A second person reads a letter before it leaves, where the space wants it. <c>/api/mailing/approval/{campaignId}</c></summary>
public interface IApprovalAppService : IApplicationService
{
    Task<ApprovalDto> GetAsync(Guid id);

    /// <summary>Tells those by mail who may answer.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ApprovalHasNoReader"/>, <see cref="MailingErrorCodes.CampaignNotEditable"/>.</exception>
    Task<ApprovalDto> AskAsync(Guid id);

    /// <summary>Of the letter as it is now: any change voids it.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ApprovalOfOneself"/>, <see cref="MailingErrorCodes.ApprovalNotAsked"/>,
    /// <see cref="MailingErrorCodes.ApprovalOutdated"/> (409): the letter was changed since it was read.</exception>
    Task<ApprovalDto> ApproveAsync(Guid id, ApproveDto input);

    /// <inheritdoc cref="ApproveAsync"/>
    Task<ApprovalDto> SendBackAsync(Guid id, SendBackDto input);
}
