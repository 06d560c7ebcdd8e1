namespace CapaCitoyenne.Sites.Sites;

internal interface ISiteRepository : IRepository<Site, Guid>
{
    /// <summary>Raises the version of the current space's site, in place.</summary>
    Task BumpVersionAsync();

    /// <summary>The version and the own domain of the current space's site; null when the space has none. One indexed row, nothing tracked.</summary>
    Task<SiteVersion?> FindVersionAsync();

    /// <summary>Makes an own domain the address of the current space's site, or none; raises the version.</summary>
    Task SetPrimaryDomainAsync(string? domain);
}

/// <summary>What tells whether pages in memory are still right.</summary>
internal sealed record SiteVersion(long Number, string? PrimaryDomain);
