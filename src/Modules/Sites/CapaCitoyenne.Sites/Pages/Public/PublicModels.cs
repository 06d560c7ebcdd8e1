namespace CapaCitoyenne.Sites.Pages.Public;

/// <summary>A page or post, with its text as HTML that the document library wrote.</summary>
/// <param name="Title">Of the home page: the association's name.</param>
public sealed record PublicPageModel(string Title, string Html, bool IsHome, string? Notice = null);

public sealed record PublicPostModel(string Title, string Html, DateOnly Date, string DateText, string? AuthorName, string? Excerpt, PublicLink? Previous, PublicLink? Next, string? Notice = null)
{
    public IReadOnlyList<PublicLink> Categories { get; init; } = [];
}

public sealed record PublicLink(string Title, string Url);

/// <param name="Categories">All that have something to read.</param>
/// <param name="FeedUrl">Of the category, when it is the page of one.</param>
public sealed record PublicNewsModel(string Title, IReadOnlyList<PublicNewsItem> Items, string? NewerUrl, string? OlderUrl, IReadOnlyList<PublicLink> Categories, string? FeedUrl);

public sealed record PublicNewsItem(string Title, string Url, DateOnly Date, string DateText, string Excerpt);

/// <summary>A page that says that something is not there.</summary>
public sealed record PublicMessageModel(string Title, string Text, PublicLink? Link);
