namespace CapaCitoyenne.Sites.Statistics;

internal enum VisitKind
{
    /// <summary>A page was shown. Key: its path.</summary>
    Page = 0,

    /// <summary>A page was reached from another site. Key: that site's host.</summary>
    Referrer = 1,

    /// <summary>Somebody asked for what is not there. Key: the path.</summary>
    Missing = 2,
}

/// <summary>How often something happened on a site in one day (Paris time). Nothing about who: no address, no browser, no sequence.</summary>
internal sealed class VisitCount : Entity<Guid>, IMultiTenant
{
    public const int MaxKeyLength = 200;

    private VisitCount() { }

    public VisitCount(Guid id, Guid tenantId, DateOnly day, VisitKind kind, string key, int count) : base(id)
    {
        TenantId = tenantId;
        Day = day;
        Kind = kind;
        Key = key;
        Count = count;
    }

    public Guid? TenantId { get; private set; }

    public DateOnly Day { get; private set; }

    public VisitKind Kind { get; private set; }

    public string Key { get; private set; } = "";

    public int Count { get; private set; }
}
