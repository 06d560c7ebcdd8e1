namespace CapaCitoyenne.Mailing.Archive;

/// <summary>
/// A letter that was sent, as a page of the site: for « read it in the browser », and in the archive where the space wants it. Written once, with
/// the fallbacks in the place of what is personal; no link of anybody stands in it. Its id is the campaign's.
/// </summary>
internal sealed class LetterPage : CreationAuditedEntity<Guid>, IMultiTenant
{
    public const int MaxSlugLength = 120;

    private LetterPage() { }

    public LetterPage(Guid campaignId, string slug, string title, string? summary, string html, DateTime time, bool isPublic) : base(campaignId)
    {
        Slug = slug;
        Title = title;
        Summary = summary;
        Html = html;
        Time = time;
        IsPublic = isPublic;
    }

    public Guid? TenantId { get; private set; }

    /// <summary>Unique in the space.</summary>
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Summary { get; private set; }

    /// <summary>Written for the web.</summary>
    public string Html { get; private set; } = "";

    /// <summary>When it left, UTC.</summary>
    public DateTime Time { get; private set; }

    /// <summary>In the archive.</summary>
    public bool IsPublic { get; private set; }

    public string Path => "/lettre/archives/" + Slug;

    public void Show(bool isPublic) => IsPublic = isPublic;
}
