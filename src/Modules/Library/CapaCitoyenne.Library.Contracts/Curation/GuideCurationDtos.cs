using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Curation;

/// <summary>A guide proposed to the commons, in the curators' queue.</summary>
public class GuideSubmissionListItemDto : EntityDto<Guid>
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it is good for, in one sentence.</summary>
    public string Aim { get; set; } = "";

    /// <summary>Kind.</summary>
    public GuideKind Kind { get; set; }

    /// <summary>State.</summary>
    public SubmissionState State { get; set; }

    /// <summary>Association that proposes it.</summary>
    public string OwnerName { get; set; } = "";

    /// <summary>Author.</summary>
    public string AuthorName { get; set; } = "";

    /// <summary>SPDX identifier of the licence.</summary>
    public string Licence { get; set; } = "";

    /// <summary>Number of the proposed revision.</summary>
    public int Revision { get; set; }

    /// <summary>When it was proposed, UTC.</summary>
    public DateTime CreationTime { get; set; }
}

/// <summary>A proposed guide, with what a curator needs to judge it.</summary>
public sealed class GuideSubmissionDto : GuideSubmissionListItemDto
{
    /// <summary>What changed, said by the author.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Language tag.</summary>
    public string Language { get; set; } = "";

    /// <summary>Themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Free tags.</summary>
    public List<string> Tags { get; set; } = [];

    /// <summary>Structured card.</summary>
    public GuideCardDto Card { get; set; } = new();

    /// <summary>Body, as a <c>page/1</c> JSON document.</summary>
    public string Body { get; set; } = "";

    /// <summary>Body as safe HTML.</summary>
    public string BodyHtml { get; set; } = "";

    /// <summary>Sources, nearest first.</summary>
    public List<AttributionDto> Attributions { get; set; } = [];

    /// <summary>What the curator asked for.</summary>
    public string? Message { get; set; }

    /// <summary>Path in the commons once published.</summary>
    public string? CommonsPath { get; set; }
}

/// <summary>Filter of the queue. Oldest first.</summary>
public sealed class GetGuideSubmissionsInput : PagedResultRequestDto
{
    /// <summary>Only this state; the waiting ones when null.</summary>
    public SubmissionState? State { get; set; }
}

/// <summary>What a curator asks for.</summary>
public sealed class RequestGuideChangesInput
{
    /// <summary>Message to the author, plain text.</summary>
    [Required, StringLength(GuideConsts.MaxMessageLength)]
    public string Message { get; set; } = "";
}

/// <summary>Why a guide leaves the commons.</summary>
public sealed class WithdrawCommonsGuideInput
{
    /// <summary>Slug of the shared guide.</summary>
    [Required, StringLength(GuideConsts.MaxSlugLength)]
    public string Slug { get; set; } = "";

    /// <summary>Reason, shown to the association and on the tombstone.</summary>
    [Required, StringLength(GuideConsts.MaxMessageLength)]
    public string Reason { get; set; } = "";
}
