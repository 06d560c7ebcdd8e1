using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Pages;

public class GetPagesInput
{
    /// <summary>Words of the title or the address; accents and case do not matter.</summary>
    [StringLength(PageConsts.MaxFilterLength)]
    public string? Filter { get; set; }
}

/// <summary>A page in a list.</summary>
public class PageListItemDto : EntityDto<Guid>
{
    public string Title { get; set; } = "";
    public string Slug { get; set; } = "";
    public PageKind Kind { get; set; }

    /// <summary>Address on the site: <c>/contact</c>.</summary>
    public string Path { get; set; } = "";
    public bool IsPublished { get; set; }

    /// <summary>The draft differs from what readers see.</summary>
    public bool HasChanges { get; set; }
    public bool ShowInMenu { get; set; }
    public PageAudience Audience { get; set; }
    public DateTime? PublishedTime { get; set; }
    public DateTime LastSavedTime { get; set; }

    /// <summary>When the draft goes online by itself (UTC).</summary>
    public DateTime? PublishAt { get; set; }

    /// <summary>When it goes offline by itself (UTC).</summary>
    public DateTime? UnpublishAt { get; set; }

    /// <summary>Why it did not go online at <see cref="PublishAt"/>, in words; null when nothing went wrong.</summary>
    public string? ScheduleProblem { get; set; }
}

/// <summary>A page with its draft.</summary>
public class PageDto : PageListItemDto
{
    /// <summary>The draft: <c>page/1</c> JSON.</summary>
    public string Document { get; set; } = "";

    /// <summary>Number of the draft's revision: what the next save starts from.</summary>
    public int Revision { get; set; }

    /// <summary>Warnings, and what forbids to publish.</summary>
    public IReadOnlyList<DocumentIssue> Issues { get; set; } = [];

    /// <summary>Whether the save was merged with somebody else's: the editor shows <see cref="Document"/>.</summary>
    public bool WasMerged { get; set; }
}

public class CreatePageInput
{
    [Required, StringLength(PageConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>Made from the title when it is not given.</summary>
    [StringLength(PageConsts.MaxSlugLength)]
    public string? Slug { get; set; }

    public bool ShowInMenu { get; set; } = true;

    /// <summary><c>page/1</c> JSON; empty page when not given.</summary>
    [StringLength(PageConsts.MaxDocumentLength)]
    public string? Document { get; set; }
}

/// <summary>A save, by hand or by itself.</summary>
public class SaveDraftInput
{
    [Required, StringLength(PageConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    [Required, StringLength(PageConsts.MaxDocumentLength)]
    public string Document { get; set; } = "";

    /// <summary>The revision that the editor started from.</summary>
    [Range(0, int.MaxValue)]
    public int BaseRevision { get; set; }

    /// <summary>The title and document of the base revision: sent again when the answer was RevisionUnknown, since revisions are not all kept.</summary>
    [StringLength(PageConsts.MaxTitleLength)]
    public string? BaseTitle { get; set; }

    [StringLength(PageConsts.MaxDocumentLength)]
    public string? BaseDocument { get; set; }

    /// <summary>Made up once by each open editor: one's own overlapping saves never conflict.</summary>
    [StringLength(PageConsts.MaxSessionLength)]
    public string? Session { get; set; }
}

/// <summary>
/// Instants, as the clocks of Paris show them (<c>2026-03-29T18:00</c>) or with an offset. The hour that summer time skips is counted on from
/// before it (02:30 becomes 03:30); the hour that comes twice is the first.
/// </summary>
public class ScheduleInput
{
    public DateTime? PublishAt { get; set; }
    public DateTime? UnpublishAt { get; set; }
}

/// <summary>An instant, as in <see cref="ScheduleInput"/>.</summary>
public class PublishInput
{
    /// <summary>When it goes offline again; when nothing is given, people take it offline.</summary>
    public DateTime? UnpublishAt { get; set; }
}

/// <summary>A deleted page or post that can be taken back.</summary>
/// <param name="Path">Where it was.</param>
/// <param name="PurgeTime">When it is gone for good (UTC).</param>
public record TrashItemDto(Guid Id, string Title, string Path, bool WasPublished, DateTime DeletionTime, DateTime PurgeTime);

public class RestoreFromTrashInput
{
    /// <summary>Online again if it was online; otherwise it comes back as a draft.</summary>
    public bool AsItWas { get; set; }
}

public class ChangePageSlugInput
{
    [Required, StringLength(PageConsts.MaxSlugLength)]
    public string Slug { get; set; } = "";
}

public class SetPageMenuInput
{
    public bool ShowInMenu { get; set; }
}

public class SetPageAudienceInput
{
    public PageAudience Audience { get; set; }
}

/// <summary>One stored state of a page or post.</summary>
public class RevisionDto
{
    public int Number { get; set; }
    public string Title { get; set; } = "";
    public DateTime CreationTime { get; set; }
    public Guid? CreatorId { get; set; }

    /// <summary>Readers have seen, or see, this state.</summary>
    public bool WasPublished { get; set; }
}

public class RevisionDetailDto : RevisionDto
{
    public string Document { get; set; } = "";

    /// <summary>The document as plain text, to read and to compare.</summary>
    public string Text { get; set; } = "";
}

public class RestoreRevisionInput
{
    [Range(1, int.MaxValue)]
    public int Number { get; set; }
}

/// <summary>Where to look at a draft. Works without signing in, for an hour.</summary>
public record PreviewLinkDto(string Url, DateTime ExpiryTime);

/// <summary>What the editor needs to let a person choose: <c>data</c> of the problem answer SaveConflict.</summary>
/// <param name="Revision">The stored revision: what the next save starts from.</param>
/// <param name="Document">The merged document, with one's own version of the blocks in conflict.</param>
public record SaveConflictDto(int Revision, string Title, string Document, IReadOnlyList<BlockConflictDto> Conflicts);

/// <summary>One block in conflict, as JSON text; null when that side removed it. An empty id stands for the document as a whole.</summary>
public record BlockConflictDto(string BlockId, string? Mine, string? Theirs);
