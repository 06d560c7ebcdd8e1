using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Pages;

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
    public int MenuOrder { get; set; }
    public DateTime? PublishedTime { get; set; }
    public DateTime LastSavedTime { get; set; }
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

    /// <summary>Made up once by each open editor: one's own overlapping saves never conflict.</summary>
    [StringLength(PageConsts.MaxSessionLength)]
    public string? Session { get; set; }
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

public class OrderMenuInput
{
    /// <summary>Pages of the menu in their new order; pages left out follow.</summary>
    [Required, MaxLength(PageConsts.MaxPages)]
    public Guid[] PageIds { get; set; } = [];
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
