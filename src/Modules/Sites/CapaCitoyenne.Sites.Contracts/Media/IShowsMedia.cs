namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// A row that shows files of the library. Which ones is noted with each save, in the same transaction, so that the files that nothing shows are
/// found by an index. Changed past the context (<c>ExecuteUpdate</c>), it is not noted.
/// </summary>
public interface IShowsMedia : IEntity<Guid>
{
    /// <summary>The space whose files it shows; null: the hub's.</summary>
    Guid? TenantId { get; }

    /// <summary>The files that it shows, as it stands.</summary>
    IReadOnlyCollection<Guid> FindMedia();
}
