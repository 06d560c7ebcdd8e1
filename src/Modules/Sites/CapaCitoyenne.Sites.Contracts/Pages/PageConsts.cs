namespace CapaCitoyenne.Sites.Pages;

/// <summary>Limits of pages and posts.</summary>
public static class PageConsts
{
    public const int MaxTitleLength = 160;
    public const int MaxSlugLength = 80;
    public const int MaxExcerptLength = 300;
    public const int MaxAuthorNameLength = 120;
    public const int MaxSessionLength = 64;

    /// <summary>Pages of one site.</summary>
    public const int MaxPages = 200;

    /// <summary>How many revisions of one page are kept; published ones stay.</summary>
    public const int MaxRevisions = 100;

    /// <summary>Characters of a document's JSON that are accepted at all; the document's own limit is 256 KB.</summary>
    public const int MaxDocumentLength = 512 * 1024;
}

/// <summary>What a page is for. Only standard pages are made and deleted by people.</summary>
public enum PageKind
{
    Standard,
    Home,
    LegalNotice,
    Privacy,
    Accessibility,
}
