using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Commons;

/// <summary>
/// A space has copied a shared guide. Global on purpose: it is counted on the shared guide's page; who adapted it is not shown
/// until that space shares its own version.
/// </summary>
internal sealed class Adaptation : BasicAggregateRoot<Guid>
{
    private Adaptation()
    {
    }

    public Adaptation(Guid id, CommonsGuide source, Guid adaptingTenantId, Guid guideId, AdaptationKind kind, DateTime creationTime)
        : base(id)
    {
        SourceId = source.Id;
        SourceGuideId = source.GuideId;
        AdaptingTenantId = adaptingTenantId;
        GuideId = guideId;
        Kind = kind;
        CreationTime = creationTime;
    }

    public Guid SourceId { get; private set; }

    public Guid SourceGuideId { get; private set; }

    public Guid AdaptingTenantId { get; private set; }

    /// <summary>The copy, in the adapting space.</summary>
    public Guid GuideId { get; private set; }

    public AdaptationKind Kind { get; private set; }

    public DateTime CreationTime { get; private set; }
}
