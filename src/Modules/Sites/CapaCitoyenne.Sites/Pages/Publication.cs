using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>
/// What pages and news have in common: a draft over what readers see. The draft is saved as often as one likes; readers see the state of the
/// last publication until the next one.
/// </summary>
internal abstract class Publication : FullAuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    /// <summary>A slug and the mark of the trash.</summary>
    public const int MaxStoredSlugLength = PageConsts.MaxSlugLength + 40;

    public const char DeletedMark = '~';

    public const int MaxScheduleProblemLength = 100;

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

    /// <summary>When the draft, as it stands then, goes online (UTC). Stays after a failure, to be told.</summary>
    public DateTime? PublishAt { get; private set; }

    /// <summary>When it is taken offline (UTC).</summary>
    public DateTime? UnpublishAt { get; private set; }

    /// <summary>Error code of what stood in the way at <see cref="PublishAt"/>: the publication waits for a person since.</summary>
    public string? ScheduleProblem { get; private set; }

    /// <summary>The next instant (UTC) at which readers will see a change; null when nothing waits. Whoever clears it makes the change.</summary>
    public DateTime? NextChangeTime { get; private set; }

    public bool IsPublished => PublishedRevision is not null;

    /// <summary>Whether everybody may find it by searching the site.</summary>
    public virtual bool IsFindable => IsPublished && !IsDeleted;

    /// <summary>Whether readers would see something else after publishing. What was undone again is no change.</summary>
    public virtual bool HasChanges => IsPublished && PublishedRevision != Revision && (Title != PublishedTitle || Document != PublishedDocument);

    /// <summary>Address on the site, beginning with a slash.</summary>
    public abstract string Path { get; }

    public IReadOnlyCollection<Guid> FindMedia() => MediaUrns.In(Document, PublishedDocument);

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
        // An end that passed while something stood in the way was meant for another publication.
        SetTimes(null, UnpublishAt > now ? UnpublishAt : null);
        AddDistributedEvent(new TaskStateChangedEto { TenantId = TenantId!.Value, TaskName = TaskNames.PicturesDescribed });
        AddLocalEvent(new PublicationShownEvent(this));
    }

    /// <summary>Online as it was on another site since that day (UTC). Nobody is told: it is no news.</summary>
    public void TakeOver(DateTime since, DateTime now)
    {
        PublishedTime = since;
        Publish(now);
        ClearDistributedEvents();
    }

    /// <summary>Was online on another site since that day (UTC), and was taken offline there: online again, it keeps its day.</summary>
    public void WasOnline(DateTime since) => PublishedTime = since;

    /// <summary>Takes it offline, or forgets what was scheduled for it until now when it never got there.</summary>
    public void Unpublish(DateTime now)
    {
        PublishedTitle = null;
        PublishedDocument = null;
        PublishedRevision = null;
        UnpublishAt = null;
        if (ScheduleProblem is null && PublishAt <= now) PublishAt = null;
        NextChangeTime = ScheduleProblem is null ? PublishAt : null;
        AddLocalEvent(new PublicationShownEvent(this));
    }

    /// <summary>Sets both instants (UTC); null leaves that change to people.</summary>
    /// <exception cref="BusinessException">In the past, too far, an end before the beginning, or an end of what never begins.</exception>
    public virtual void Schedule(DateTime? publishAt, DateTime? unpublishAt, DateTime now)
    {
        if (publishAt <= now || unpublishAt <= now) throw new BusinessException(SitesErrorCodes.ScheduleInPast);
        if (publishAt > now + PageConsts.MaxScheduleAhead || unpublishAt > now + PageConsts.MaxScheduleAhead) throw new BusinessException(SitesErrorCodes.ScheduleTooFar);
        if (unpublishAt <= publishAt || (unpublishAt is not null && publishAt is null && !IsPublished)) throw new BusinessException(SitesErrorCodes.ScheduleEndsBeforeBeginning);
        SetTimes(publishAt, unpublishAt);
    }

    /// <summary>The instant has come and something stands in the way.</summary>
    public void KeepScheduleProblem(string code)
    {
        ScheduleProblem = code;
        NextChangeTime = UnpublishAt;
    }

    public virtual void ChangeSlug(string slug)
    {
        Slug = slug;
        AddLocalEvent(new PublicationShownEvent(this));
    }

    /// <summary>Gives its address free and forgets what was scheduled; the row itself, with what readers saw, stays for the trash.</summary>
    public virtual void PrepareDeletion()
    {
        SetTimes(null, null);
        Slug = Slug + DeletedMark + Id.ToString("N");
        AddLocalEvent(new PublicationShownEvent(this));
    }

    public string SlugBeforeDeletion => Slug.Split(DeletedMark)[0];

    /// <summary>Out of the trash.</summary>
    /// <param name="asItWas">Online again if it was.</param>
    public void Restore(string slug, bool asItWas, DateTime now)
    {
        Undelete();
        Slug = slug;
        if (!asItWas) Unpublish(now);
        AddLocalEvent(new PublicationShownEvent(this));
    }

    private void SetTimes(DateTime? publishAt, DateTime? unpublishAt)
    {
        PublishAt = publishAt;
        UnpublishAt = unpublishAt;
        ScheduleProblem = null;
        NextChangeTime = publishAt ?? unpublishAt;
    }
}
