namespace CapaCitoyenne.Sites.Pages.Public;

/// <summary>A page or post, with its text as HTML that the document library wrote.</summary>
public sealed record PublicPageModel(string Title, string Html, bool IsHome, string? Notice = null);

public sealed record PublicPostModel(string Title, string Html, DateOnly Date, string DateText, string? AuthorName, string? Excerpt, PublicLink? Previous, PublicLink? Next, string? Notice = null);

public sealed record PublicLink(string Title, string Url);

public sealed record PublicNewsModel(string Title, IReadOnlyList<PublicNewsItem> Items, string? NewerUrl, string? OlderUrl);

public sealed record PublicNewsItem(string Title, string Url, DateOnly Date, string DateText, string Excerpt);

/// <summary>A page that says that something is not there.</summary>
public sealed record PublicMessageModel(string Title, string Text, PublicLink? Link);
