namespace CapaCitoyenne.Sites.Media;

/// <summary>A line of the index of what shows which file. Written with each save of an <see cref="IShowsMedia"/>, never by hand.</summary>
internal sealed class MediaUseEntry : Entity<Guid>, IMultiTenant
{
    private MediaUseEntry() { }

    public MediaUseEntry(Guid id, Guid? tenantId, Guid ownerId, Guid mediaId) : base(id)
    {
        TenantId = tenantId;
        OwnerId = ownerId;
        MediaId = mediaId;
    }

    public Guid? TenantId { get; private set; }

    /// <summary>A page, a post, an event, a letter, a lesson, a guide, the site for its logo.</summary>
    public Guid OwnerId { get; private set; }

    public Guid MediaId { get; private set; }
}
