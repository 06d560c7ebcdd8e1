namespace CapaCitoyenne.Sites.Sites;

internal interface ISiteRepository : IRepository<Site, Guid>
{
    /// <summary>Raises the version of the current space's site, in place.</summary>
    Task BumpVersionAsync();

    /// <summary>The version of the current space's site; null when the space has none. One indexed column, nothing tracked.</summary>
    Task<long?> FindVersionAsync();
}
