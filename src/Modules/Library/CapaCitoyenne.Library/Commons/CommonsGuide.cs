using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Library.Commons;

/// <summary>
/// A shared revision: an immutable copy on the hub's side, readable by all. Global on purpose: sharing is a copy, so that no
/// query ever looks into another space. Only "current" and "withdrawn" change after it is written; and the name of an author whose account is erased goes.
/// </summary>
internal sealed class CommonsGuide : AggregateRoot<Guid>, IShowsMedia
{
    private CommonsGuide()
    {
    }

    public CommonsGuide(Guid id, string slug, Guid ownerTenantId, string ownerName, Guid guideId, int revision, GuideContent content, DateTime publishedTime)
        : base(id)
    {
        Slug = slug;
        OwnerTenantId = ownerTenantId;
        OwnerName = ownerName;
        GuideId = guideId;
        Revision = revision;
        Content = content;
        PublishedTime = publishedTime;
        IsCurrent = true;
    }

    /// <summary>Stable over the revisions of a guide.</summary>
    public string Slug { get; private set; } = "";

    public Guid OwnerTenantId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public Guid GuideId { get; private set; }

    public int Revision { get; private set; }

    public GuideContent Content { get; private set; } = null!;

    public DateTime PublishedTime { get; private set; }

    /// <summary>The snapshot that this one was made from.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>The guide of that snapshot, whatever its revision: "adapted elsewhere" is asked by it.</summary>
    public Guid? SourceGuideId { get; private set; }

    public AdaptationKind? SourceKind { get; private set; }

    /// <summary>The last shared revision of its guide, also when withdrawn: it is the one at the guide's address.</summary>
    public bool IsCurrent { get; private set; }

    public DateTime? WithdrawnTime { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public string Path => PathOf(Slug);

    public static string PathOf(string slug) => $"/bibliotheque/{slug}";

    public void MadeFrom(CommonsGuide source, AdaptationKind kind)
    {
        SourceId = source.Id;
        SourceGuideId = source.GuideId;
        SourceKind = kind;
    }

    Guid? IShowsMedia.TenantId => null;

    /// <summary>Copies on the hub's side; none once readers no longer find it at its address.</summary>
    public IReadOnlyCollection<Guid> FindMedia() => IsCurrent && WithdrawnTime is null ? MediaUrns.In(Content.Body) : [];

    /// <summary>A newer revision takes its place.</summary>
    public void Supersede() => IsCurrent = false;

    /// <summary>Leaves a tombstone: title, author, licence and address stay, for the guides made from it.</summary>
    public void Withdraw(string? reason, DateTime now)
    {
        WithdrawnTime ??= now;
        WithdrawnReason ??= reason;
    }
}
