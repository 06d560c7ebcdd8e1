namespace CapaCitoyenne.Library.Guides;

/// <summary>What a guide said at one time. Never changed, but that the name of an author whose account is erased goes.</summary>
internal sealed class GuideRevision : BasicAggregateRoot<Guid>, IMultiTenant
{
    private GuideRevision()
    {
    }

    public GuideRevision(Guid id, Guid tenantId, Guid guideId, int number, GuideContent content, string summary, string authorName, DateTime creationTime)
        : base(id)
    {
        TenantId = tenantId;
        GuideId = guideId;
        Number = number;
        Content = content;
        Summary = summary;
        AuthorName = authorName;
        CreationTime = creationTime;
    }

    public Guid? TenantId { get; private set; }

    public Guid GuideId { get; private set; }

    /// <summary>1, 2, 3…</summary>
    public int Number { get; private set; }

    public GuideContent Content { get; private set; } = null!;

    public string Summary { get; private set; } = "";

    /// <summary>Who froze it; not always who signs the guide.</summary>
    public string AuthorName { get; private set; } = "";

    public DateTime CreationTime { get; private set; }
}
