using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Library.Guides;

/// <summary>
/// A guide in its space: the working text, and which frozen revisions its members and the commons read. Writing never changes
/// what readers see; only a publication does.
/// </summary>
internal sealed class Guide : FullAuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    private Guide()
    {
    }

    public Guide(Guid id, Guid tenantId, GuideContent content)
        : base(id)
    {
        TenantId = tenantId;
        Content = content.Checked();
        State = GuideState.Draft;
    }

    /// <summary>A copy of a guide of the commons. Its licence starts as the source's.</summary>
    /// <param name="id">Id.</param>
    /// <param name="tenantId">The space.</param>
    /// <param name="content">The copy.</param>
    /// <param name="sourceId">The snapshot; null when it is in the commons of another hub, whose licence counts all the same.</param>
    /// <param name="sourceLicence">Licence of the source.</param>
    /// <param name="kind">How it was made.</param>
    public Guide(Guid id, Guid tenantId, GuideContent content, Guid? sourceId, string sourceLicence, AdaptationKind kind)
        : this(id, tenantId, content with { Licence = Licences.ForAdaptationOf(sourceLicence) })
    {
        SourceId = sourceId;
        SourceLicence = sourceLicence;
        SourceKind = kind;
    }

    public Guid? TenantId { get; private set; }

    public GuideState State { get; private set; }

    public GuideContent Content { get; private set; } = null!;

    /// <summary>The working text differs from the last revision.</summary>
    public bool HasUnpublishedChanges { get; private set; } = true;

    /// <summary>Revisions frozen so far; also the number of the last one.</summary>
    public int RevisionCount { get; private set; }

    /// <summary>What the members read; an archived guide keeps it for the day it comes out again, and shows it to nobody.</summary>
    public int? SpaceRevision { get; private set; }

    public int? CommonsRevision { get; private set; }

    /// <summary>Its address in the commons since it was first shared; it stays as a tombstone's.</summary>
    public string? CommonsSlug { get; private set; }

    /// <summary>It was shared, and is no longer.</summary>
    public bool IsWithdrawn => CommonsSlug is not null && CommonsRevision is null;

    public string? CuratorMessage { get; private set; }

    /// <summary>Who proposed it last: the answer goes to them. Null for what was proposed before this was noted.</summary>
    public Guid? SubmitterId { get; private set; }

    public DateOnly? ReviewBy { get; private set; }

    /// <summary>The snapshot of the commons that this guide was made from.</summary>
    public Guid? SourceId { get; private set; }

    public string? SourceLicence { get; private set; }

    public AdaptationKind? SourceKind { get; private set; }

    /// <summary>Of the working text.</summary>
    public IReadOnlyCollection<Guid> FindMedia() => MediaUrns.In(Content.Body);

    public void Write(GuideContent content, DateOnly? reviewBy)
    {
        Allow(State != GuideState.Archived);
        if (SourceLicence is not null)
        {
            Licences.CheckCompatible(content.Licence, SourceLicence);
        }

        HasUnpublishedChanges |= content != Content;
        Content = content.Checked();
        ReviewBy = reviewBy;
    }

    /// <summary>Freezes the working text as the next revision; null when it has not changed since the last one.</summary>
    /// <param name="revisionId">Id of the revision, should there be one.</param>
    /// <param name="bodyIsEmpty">Whether the body says nothing.</param>
    /// <param name="summary">What changed.</param>
    /// <param name="authorName">Who freezes it.</param>
    /// <param name="now">When.</param>
    /// <param name="forCommons">It is proposed: what was withdrawn needs a new number, changed or not, since the tombstone has the old one.</param>
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideNeedsAim"/>, <see cref="LibraryErrorCodes.GuideNeedsContent"/></exception>
    public GuideRevision? Freeze(Guid revisionId, bool bodyIsEmpty, string? summary, string authorName, DateTime now, bool forCommons = false)
    {
        Allow(State != GuideState.Archived);
        Content.CheckComplete(bodyIsEmpty);
        if (!HasUnpublishedChanges && !(forCommons && IsWithdrawn))
        {
            return null;
        }

        HasUnpublishedChanges = false;
        RevisionCount++;
        return new GuideRevision(revisionId, TenantId!.Value, Id, RevisionCount, Content, summary?.Trim() ?? "", authorName, now);
    }

    /// <summary>Members of the space read the last revision from now on.</summary>
    public void PublishToSpace()
    {
        Allow(State != GuideState.Archived && RevisionCount > 0);
        SpaceRevision = RevisionCount;
        if (State != GuideState.Submitted)
        {
            State = GuideState.Published;
        }
    }

    /// <summary>Proposes the last revision to the commons; a better text may be proposed while the first one still waits.</summary>
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideAlreadyShared"/></exception>
    public void Submit(Guid? submitterId)
    {
        Allow(State != GuideState.Archived && RevisionCount > 0);
        if (CommonsRevision == RevisionCount)
        {
            throw new BusinessException(LibraryErrorCodes.GuideAlreadyShared);
        }

        State = GuideState.Submitted;
        CuratorMessage = null;
        SubmitterId = submitterId;
    }

    /// <summary>No curator needs to answer any more.</summary>
    public void TakeBack()
    {
        Allow(State == GuideState.Submitted);
        State = WithoutProposal;
    }

    public void RequestChanges(string message)
    {
        Allow(State == GuideState.Submitted);
        State = GuideState.ChangesRequested;
        CuratorMessage = message;
    }

    /// <summary>A curator has published this revision; the space's members read it too if they read nothing newer.</summary>
    public void Share(int revision, string slug)
    {
        Allow(State == GuideState.Submitted);
        State = GuideState.Published;
        CommonsRevision = revision;
        CommonsSlug = slug;
        SpaceRevision = Math.Max(revision, SpaceRevision ?? 0);
    }

    /// <summary>The commons no longer show it; the space still does.</summary>
    public void Withdraw(string? message)
    {
        CommonsRevision = null;
        CuratorMessage = message ?? CuratorMessage;
    }

    public void Archive()
    {
        Allow(State != GuideState.Archived);
        State = GuideState.Archived;
        CommonsRevision = null;
    }

    /// <summary>The members read again what they read before. The commons do not: sharing is a curator's answer.</summary>
    public void Restore()
    {
        Allow(State == GuideState.Archived);
        State = WithoutProposal;
    }

    private GuideState WithoutProposal => SpaceRevision is null ? GuideState.Draft : GuideState.Published;

    private void Allow(bool condition)
    {
        if (!condition)
        {
            throw new BusinessException(LibraryErrorCodes.GuideStateForbids).WithData("State", State.ToString());
        }
    }
}
