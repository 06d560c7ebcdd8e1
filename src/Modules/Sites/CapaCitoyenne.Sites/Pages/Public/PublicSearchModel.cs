namespace CapaCitoyenne.Sites.Pages.Public;

/// <summary>The search page; <paramref name="Results"/> is null before something was asked.</summary>
public sealed record PublicSearchModel(string Query, PublicSearchResults? Results);

public sealed record PublicSearchResults(
    int Total, IReadOnlyList<PublicSearchItem> Items, bool IsPartial, string? DidYouMean, string? DidYouMeanUrl, string? NextUrl);

/// <param name="Excerpt">Pieces of plain text, and whether each is to be marked.</param>
public sealed record PublicSearchItem(string Title, string Url, DateOnly? Day, string? DayText, IReadOnlyList<(string Text, bool IsMatch)> Excerpt);
