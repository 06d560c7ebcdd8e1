using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Library.Guides;

/// <summary>A guide in the list of the space.</summary>
public class GuideListItemDto : EntityDto<Guid>
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it is good for, in one sentence.</summary>
    public string Aim { get; set; } = "";

    /// <summary>Kind.</summary>
    public GuideKind Kind { get; set; }

    /// <summary>State.</summary>
    public GuideState State { get; set; }

    /// <summary>Language tag, such as <c>fr</c>.</summary>
    public string Language { get; set; } = "";

    /// <summary>SPDX identifier of the licence.</summary>
    public string Licence { get; set; } = "";

    /// <summary>Themes, from <see cref="GuideConsts.Themes"/>.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Number of the revision that the space's members read; null when none.</summary>
    public int? SpaceRevision { get; set; }

    /// <summary>Number of the revision that is shared with all; null when none.</summary>
    public int? CommonsRevision { get; set; }

    /// <summary>Path of the shared guide on the hub; null when it is not shared.</summary>
    public string? CommonsPath { get; set; }

    /// <summary>The text was changed since its last revision.</summary>
    public bool HasUnpublishedChanges { get; set; }

    /// <summary>It was adapted from a guide of the commons.</summary>
    public bool IsAdaptation { get; set; }

    /// <summary>Last change, UTC.</summary>
    public DateTime LastModificationTime { get; set; }
}

/// <summary>A guide as its authors work on it.</summary>
public sealed class GuideDto : GuideListItemDto
{
    /// <summary>Free tags.</summary>
    public List<string> Tags { get; set; } = [];

    /// <summary>Structured card.</summary>
    public GuideCardDto Card { get; set; } = new();

    /// <summary>Body, as a <c>page/1</c> JSON document.</summary>
    public string Body { get; set; } = "";

    /// <summary>Name of the author, as readers will see it.</summary>
    public string AuthorName { get; set; } = "";

    /// <summary>Day by which the guide should be read again; null when none.</summary>
    public DateOnly? ReviewBy { get; set; }

    /// <summary>What the curator asked for, while the state is <see cref="GuideState.ChangesRequested"/>; otherwise why it was withdrawn.</summary>
    public string? CuratorMessage { get; set; }

    /// <summary>It was shared with all, and is no longer.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Sources, nearest first; empty when the guide is original.</summary>
    public List<AttributionDto> Attributions { get; set; } = [];

    /// <summary>Licences that the sources allow for this guide, SPDX.</summary>
    public List<string> AllowedLicences { get; set; } = [];

    /// <summary>To be sent back with an update.</summary>
    public string ConcurrencyStamp { get; set; } = "";
}

/// <summary>Filter of the space's list. Newest first.</summary>
public sealed class GetGuidesInput : PagedResultRequestDto
{
    /// <summary>Only this state.</summary>
    public GuideState? State { get; set; }

    /// <summary>Words that the title or the aim must contain, accents and case ignored.</summary>
    [StringLength(GuideConsts.MaxQueryLength)]
    public string? Filter { get; set; }
}

/// <summary>A new guide: a title and a kind are enough to begin.</summary>
public class CreateGuideInput
{
    /// <summary>Title.</summary>
    [Required, StringLength(GuideConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>Kind.</summary>
    public GuideKind Kind { get; set; }

    /// <summary>What it is good for, in one sentence.</summary>
    [StringLength(GuideConsts.MaxAimLength)]
    public string? Aim { get; set; }

    /// <summary>Language tag; <c>fr</c> when null.</summary>
    [StringLength(GuideConsts.MaxLanguageLength, MinimumLength = 2), RegularExpression(GuideConsts.LanguagePattern)]
    public string? Language { get; set; }

    /// <summary>SPDX identifier; <c>CC-BY-SA-4.0</c> when null.</summary>
    [StringLength(GuideConsts.MaxLicenceLength)]
    public string? Licence { get; set; }

    /// <summary>Themes, from <see cref="GuideConsts.Themes"/>.</summary>
    [MaxLength(GuideConsts.MaxThemes)]
    public List<string> Themes { get; set; } = [];

    /// <summary>Free tags.</summary>
    [MaxLength(GuideConsts.MaxTags)]
    public List<string> Tags { get; set; } = [];

    /// <summary>Structured card; empty when null.</summary>
    public GuideCardDto? Card { get; set; }

    /// <summary>Body, as a <c>page/1</c> JSON document; an empty document when null.</summary>
    [StringLength(GuideConsts.MaxBodyLength)]
    public string? Body { get; set; }
}

/// <summary>The whole guide as it shall be.</summary>
public sealed class UpdateGuideInput : CreateGuideInput
{
    /// <summary>Name of the author, as readers will see it; unchanged when null.</summary>
    [StringLength(GuideConsts.MaxNameLength)]
    public string? AuthorName { get; set; }

    /// <summary>Day by which the guide should be read again; null when none.</summary>
    public DateOnly? ReviewBy { get; set; }

    /// <summary>Stamp of the guide that was loaded.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";
}

/// <summary>A publication or a proposal: it freezes a revision.</summary>
public sealed class PublishGuideInput
{
    /// <summary>What changed, in one sentence.</summary>
    [StringLength(GuideConsts.MaxSummaryLength)]
    public string? Summary { get; set; }
}

/// <summary>One-click copy of a guide of the commons into the space.</summary>
public sealed class AdaptGuideInput
{
    /// <summary>Slug of the shared guide; its current revision is copied.</summary>
    [Required, StringLength(GuideConsts.MaxSlugLength)]
    public string Slug { get; set; } = "";

    /// <summary>How the new guide is made from it.</summary>
    public AdaptationKind Kind { get; set; }

    /// <summary>Language tag of a translation; the source's when null.</summary>
    [StringLength(GuideConsts.MaxLanguageLength, MinimumLength = 2), RegularExpression(GuideConsts.LanguagePattern)]
    public string? Language { get; set; }
}

/// <summary>A Markdown file with YAML front matter.</summary>
public sealed class ImportGuideInput
{
    /// <summary>The whole file.</summary>
    [Required, StringLength(GuideConsts.MaxMarkdownLength)]
    public string Markdown { get; set; } = "";
}

/// <summary>What came out of an archive.</summary>
/// <param name="Count">Guides that were begun.</param>
public sealed record ImportedGuidesDto(int Count);

/// <summary>A guide as a Markdown file with YAML front matter, which an import reads back.</summary>
public sealed class GuideMarkdownDto
{
    /// <summary>Proposed name of the file.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The whole file.</summary>
    public string Markdown { get; set; } = "";
}

/// <summary>An immutable revision.</summary>
public sealed class GuideRevisionDto : EntityDto<Guid>
{
    /// <summary>1, 2, 3…</summary>
    public int Number { get; set; }

    /// <summary>Title at that time.</summary>
    public string Title { get; set; } = "";

    /// <summary>What changed.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Who froze it.</summary>
    public string AuthorName { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime CreationTime { get; set; }
}
