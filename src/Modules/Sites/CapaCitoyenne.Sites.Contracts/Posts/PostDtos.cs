using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Posts;

/// <summary>A piece of news in a list.</summary>
public class PostListItemDto : EntityDto<Guid>
{
    public string Title { get; set; } = "";
    public string Slug { get; set; } = "";

    /// <summary>Address on the site: <c>/actualites/la-fete</c>.</summary>
    public string Path { get; set; } = "";
    public string? AuthorName { get; set; }
    public IReadOnlyList<PostCategoryDto> Categories { get; set; } = [];
    public bool IsPublished { get; set; }
    public bool HasChanges { get; set; }
    public DateTime? PublishedTime { get; set; }
    public DateTime LastSavedTime { get; set; }

    /// <summary>When the draft goes online by itself (UTC).</summary>
    public DateTime? PublishAt { get; set; }

    /// <summary>When it goes offline by itself (UTC).</summary>
    public DateTime? UnpublishAt { get; set; }

    /// <summary>Why it did not go online at <see cref="PublishAt"/>, in words; null when nothing went wrong.</summary>
    public string? ScheduleProblem { get; set; }
}

public class GetPostsInput : PagedResultRequestDto
{
    /// <summary>Words of the title or the address; accents and case do not matter. The newest 5,000 are looked through.</summary>
    [StringLength(PageConsts.MaxFilterLength)]
    public string? Filter { get; set; }
}

/// <summary>A category of a piece of news.</summary>
public record PostCategoryDto(Guid Id, string Name);

public class SetPostCategoriesInput
{
    [Required, MaxLength(Categories.CategoryConsts.MaxPerPost)]
    public Guid[] CategoryIds { get; set; } = [];
}

/// <summary>A piece of news with its draft.</summary>
public class PostDto : PostListItemDto
{
    public string? Excerpt { get; set; }
    public string Document { get; set; } = "";
    public int Revision { get; set; }
    public IReadOnlyList<DocumentIssue> Issues { get; set; } = [];
    public bool WasMerged { get; set; }
}

public class CreatePostInput
{
    [Required, StringLength(PageConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    [StringLength(PageConsts.MaxSlugLength)]
    public string? Slug { get; set; }

    /// <summary>Who signs it; the writer's name when not given.</summary>
    [StringLength(PageConsts.MaxAuthorNameLength)]
    public string? AuthorName { get; set; }

    [StringLength(PageConsts.MaxExcerptLength)]
    public string? Excerpt { get; set; }

    [StringLength(PageConsts.MaxDocumentLength)]
    public string? Document { get; set; }
}

public class SavePostDraftInput : SaveDraftInput
{
    [StringLength(PageConsts.MaxAuthorNameLength)]
    public string? AuthorName { get; set; }

    /// <summary>The first words of the text when empty.</summary>
    [StringLength(PageConsts.MaxExcerptLength)]
    public string? Excerpt { get; set; }

    /// <summary>
    /// What the editor read, empty when there was nothing. What it sends back as it read it leaves what somebody else wrote since; when this is not
    /// given, what it sends holds.
    /// </summary>
    [StringLength(PageConsts.MaxAuthorNameLength)]
    public string? BaseAuthorName { get; set; }

    [StringLength(PageConsts.MaxExcerptLength)]
    public string? BaseExcerpt { get; set; }
}
