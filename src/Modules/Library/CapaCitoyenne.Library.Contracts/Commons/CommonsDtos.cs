using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Commons;

/// <summary>A search in the commons. Without words: newest first.</summary>
public sealed class CommonsSearchInput
{
    /// <summary>Words, as people write them.</summary>
    [StringLength(GuideConsts.MaxQueryLength)]
    public string? Query { get; set; }

    /// <summary>Only this kind.</summary>
    public GuideKind? Kind { get; set; }

    /// <summary>Only this theme.</summary>
    [StringLength(GuideConsts.MaxTagLength)]
    public string? Theme { get; set; }

    /// <summary><see cref="CommonsSearchResultDto.NextCursor"/> of the page before; null for the first.</summary>
    [StringLength(100)]
    public string? Cursor { get; set; }

    /// <summary>Guides a page, 1 to 50.</summary>
    [Range(1, 50)]
    public int MaxResultCount { get; set; } = 20;
}

/// <summary>A page of found guides.</summary>
public sealed class CommonsSearchResultDto
{
    /// <summary>Guides found in all.</summary>
    public int TotalCount { get; set; }

    /// <summary>This page, best first.</summary>
    public List<CommonsGuideListItemDto> Items { get; set; } = [];

    /// <summary>For the next page; null on the last.</summary>
    public string? NextCursor { get; set; }

    /// <summary>No guide holds all the words; these hold some of them.</summary>
    public bool IsPartial { get; set; }

    /// <summary>The query with its unknown words replaced by near known ones; null when there is nothing to propose.</summary>
    public string? DidYouMean { get; set; }

    /// <summary>Kinds of the found guides, most frequent first.</summary>
    public List<FacetDto> Kinds { get; set; } = [];

    /// <summary>Themes of the found guides, most frequent first.</summary>
    public List<FacetDto> Themes { get; set; } = [];
}

/// <summary>A value of a facet and how many found guides have it.</summary>
public sealed record FacetDto(string Value, int Count);

/// <summary>A shared guide in a list.</summary>
public class CommonsGuideListItemDto : EntityDto<Guid>
{
    /// <summary>Stable last part of its address.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Path on the hub: <c>/bibliotheque/{slug}</c>.</summary>
    public string Path { get; set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it is good for, in one sentence.</summary>
    public string Aim { get; set; } = "";

    /// <summary>Kind.</summary>
    public GuideKind Kind { get; set; }

    /// <summary>Themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Language tag.</summary>
    public string Language { get; set; } = "";

    /// <summary>SPDX identifier of the licence.</summary>
    public string Licence { get; set; } = "";

    /// <summary>Association that shares it.</summary>
    public string OwnerName { get; set; } = "";

    /// <summary>Author.</summary>
    public string AuthorName { get; set; } = "";

    /// <summary>Duration in minutes, or null.</summary>
    public int? DurationMinutes { get; set; }

    /// <summary>Associations that adapted it.</summary>
    public int AdaptationCount { get; set; }

    /// <summary>When this revision was shared, UTC.</summary>
    public DateTime PublishedTime { get; set; }
}

/// <summary>A shared guide, whole.</summary>
public sealed class CommonsGuideDto : CommonsGuideListItemDto
{
    /// <summary>Number of the shared revision.</summary>
    public int Revision { get; set; }

    /// <summary>Free tags.</summary>
    public List<string> Tags { get; set; } = [];

    /// <summary>Structured card.</summary>
    public GuideCardDto Card { get; set; } = new();

    /// <summary>Body, as a <c>page/1</c> JSON document; empty on a tombstone.</summary>
    public string Body { get; set; } = "";

    /// <summary>Body as safe HTML; empty on a tombstone.</summary>
    public string BodyHtml { get; set; } = "";

    /// <summary>Address of the licence's text.</summary>
    public string LicenceUrl { get; set; } = "";

    /// <summary>The licence allows adaptations.</summary>
    public bool CanBeAdapted { get; set; }

    /// <summary>How to cite it, plain text.</summary>
    public string Citation { get; set; } = "";

    /// <summary>Sources, nearest first.</summary>
    public List<AttributionDto> Attributions { get; set; } = [];

    /// <summary>Shared guides made from this one.</summary>
    public List<CommonsGuideLinkDto> Adaptations { get; set; } = [];

    /// <summary>When it was withdrawn, UTC; null while it is shared.</summary>
    public DateTime? WithdrawnTime { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; set; }
}

/// <summary>A link to a shared guide.</summary>
public sealed record CommonsGuideLinkDto(string Title, string OwnerName, string Path);
