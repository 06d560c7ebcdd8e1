using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Library.Curation;

/// <summary>
/// A revision proposed to the commons: a copy on the hub's side, so that curators need no look into the space.
/// Global on purpose: it belongs to the hub, and <see cref="OwnerTenantId"/> only says where the answer goes.
/// </summary>
internal sealed class GuideSubmission : AggregateRoot<Guid>, IShowsMedia
{
    private GuideSubmission()
    {
    }

    /// <param name="id">Id.</param>
    /// <param name="revision">What is proposed.</param>
    /// <param name="body">Its body, which names copies of its pictures on the hub's side.</param>
    /// <param name="ownerName">Name of the association.</param>
    /// <param name="sourceId">The snapshot that it was made from.</param>
    /// <param name="sourceKind">How.</param>
    /// <param name="creationTime">When, UTC.</param>
    public GuideSubmission(Guid id, GuideRevision revision, string body, string ownerName, Guid? sourceId, AdaptationKind? sourceKind, DateTime creationTime)
        : base(id)
    {
        OwnerTenantId = revision.TenantId!.Value;
        GuideId = revision.GuideId;
        Revision = revision.Number;
        Content = revision.Content with { Body = body };
        Summary = revision.Summary;
        OwnerName = ownerName;
        SourceId = sourceId;
        SourceKind = sourceKind;
        State = SubmissionState.Pending;
        CreationTime = creationTime;
    }

    public Guid OwnerTenantId { get; private set; }

    public Guid GuideId { get; private set; }

    public int Revision { get; private set; }

    public GuideContent Content { get; private set; } = null!;

    public string Summary { get; private set; } = "";

    /// <summary>Name of the association at that time.</summary>
    public string OwnerName { get; private set; } = "";

    public Guid? SourceId { get; private set; }

    public AdaptationKind? SourceKind { get; private set; }

    public SubmissionState State { get; private set; }

    public string? Message { get; private set; }

    public DateTime CreationTime { get; private set; }

    public DateTime? AnsweredTime { get; private set; }

    public Guid? CuratorId { get; private set; }

    Guid? IShowsMedia.TenantId => null;

    /// <summary>Copies on the hub's side, while a curator looks at them.</summary>
    public IReadOnlyCollection<Guid> FindMedia() => State == SubmissionState.Pending ? MediaUrns.In(Content.Body) : [];

    public void RequestChanges(string message, Guid curatorId, DateTime now)
    {
        Answer(SubmissionState.ChangesRequested, curatorId, now);
        Message = message;
    }

    public void Publish(Guid curatorId, DateTime now) => Answer(SubmissionState.Published, curatorId, now);

    /// <summary>A newer proposal of the same guide takes its place, or the guide was archived.</summary>
    public void Supersede()
    {
        if (State == SubmissionState.Pending)
        {
            State = SubmissionState.Superseded;
        }
    }

    private void Answer(SubmissionState state, Guid curatorId, DateTime now)
    {
        if (State != SubmissionState.Pending)
        {
            throw new BusinessException(LibraryErrorCodes.SubmissionAlreadyAnswered).WithData("State", State.ToString());
        }

        State = state;
        CuratorId = curatorId;
        AnsweredTime = now;
    }
}
