using CapaCitoyenne.Learning.Tasks;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>
/// What pages and news have in common: a draft over what readers see. The draft is saved as often as one likes; readers see the state of the
/// last publication until the next one.
/// </summary>
internal abstract class Publication : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    /// <summary>A slug and the mark of the trash.</summary>
    public const int MaxStoredSlugLength = PageConsts.MaxSlugLength + 40;

    protected Publication() { }

    protected Publication(Guid id, Guid tenantId, string title, string slug, string document, DateTime now) : base(id)
    {
        TenantId = tenantId;
        Slug = slug;
        Save(title, document, now);
    }

    public Guid? TenantId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Unique in the space and kind; see <see cref="Addresses.Slug"/>.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The draft, <c>page/1</c>.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Number of the draft's revision, from 1.</summary>
    public int Revision { get; private set; }

    public DateTime LastSavedTime { get; private set; }

    public string? PublishedTitle { get; private set; }

    public string? PublishedDocument { get; private set; }

    public int? PublishedRevision { get; private set; }

    /// <summary>When it first went online (UTC). Stays when it is taken offline and put online again.</summary>
    public DateTime? PublishedTime { get; private set; }

    /// <summary>When what readers see last changed (UTC).</summary>
    public DateTime? PublishedChangeTime { get; private set; }

    public bool IsPublished => PublishedRevision is not null;

    /// <summary>Whether everybody may find it by searching the site.</summary>
    public virtual bool IsFindable => IsPublished;

    public bool HasChanges => IsPublished && PublishedRevision != Revision;

    /// <summary>Address on the site, beginning with a slash.</summary>
    public abstract string Path { get; }

    public void Save(string title, string document, DateTime now)
    {
        Title = Check.NotNullOrWhiteSpace(title, nameof(title), PageConsts.MaxTitleLength).Trim();
        Document = document;
        Revision++;
        LastSavedTime = now;
    }

    public virtual void Publish(DateTime now)
    {
        PublishedTitle = Title;
        PublishedDocument = Document;
        PublishedRevision = Revision;
        PublishedTime ??= now;
        PublishedChangeTime = now;
        AddDistributedEvent(new TaskStateChangedEto { TenantId = TenantId!.Value, TaskName = TaskNames.PicturesDescribed });
        AddLocalEvent(new PublicationShownEvent(this));
    }

    public void Unpublish()
    {
        PublishedTitle = null;
        PublishedDocument = null;
        PublishedRevision = null;
        AddLocalEvent(new PublicationShownEvent(this));
    }

    public virtual void ChangeSlug(string slug)
    {
        Slug = slug;
        AddLocalEvent(new PublicationShownEvent(this));
    }

    /// <summary>Gives its address free; the row itself stays for the trash.</summary>
    public virtual void PrepareDeletion()
    {
        Unpublish();
        Slug = Slug + "~" + Id.ToString("N");
    }
}
