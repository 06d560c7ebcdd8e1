namespace CapaCitoyenne.Sites.Pages;

/// <summary>Limits of pages and posts.</summary>
public static class PageConsts
{
    public const int MaxTitleLength = 160;
    public const int MaxSlugLength = 80;
    public const int MaxExcerptLength = 300;
    public const int MaxAuthorNameLength = 120;
    public const int MaxSessionLength = 64;
    public const int MaxFilterLength = 100;

    /// <summary>Posts or events whose titles are looked through for a few words: years of them.</summary>
    public const int MaxSearched = 5000;

    /// <summary>Pages of one site.</summary>
    public const int MaxPages = 200;

    /// <summary>An editor that rests for so long begins a new revision.</summary>
    public static readonly TimeSpan QuietPeriod = TimeSpan.FromMinutes(10);

    /// <summary>What one revision covers at most.</summary>
    public static readonly TimeSpan MaxRevisionSpan = TimeSpan.FromHours(1);

    /// <summary>For so many days every revision is kept, up to <see cref="MaxRevisions"/>.</summary>
    public const int KeepAllDays = 7;

    /// <summary>For so many days the last revision of each day is kept. Published ones stay for ever.</summary>
    public const int KeepDailyDays = 90;

    public const int MaxRevisions = 200;

    /// <summary>How long deleted pages and posts can be taken back.</summary>
    public const int TrashDays = 30;

    /// <summary>How far ahead a publication can be scheduled.</summary>
    public static readonly TimeSpan MaxScheduleAhead = TimeSpan.FromDays(2 * 365);

    /// <summary>Characters of a document's JSON that are accepted at all; the document's own limit is 256 KB.</summary>
    public const int MaxDocumentLength = 512 * 1024;
}

/// <summary>Who may read a page.</summary>
public enum PageAudience
{
    Public,

    /// <summary>Signed-in members of the space.</summary>
    Members,
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
