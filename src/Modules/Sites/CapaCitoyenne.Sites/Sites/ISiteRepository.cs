using CapaCitoyenne.Sites.Menus;

namespace CapaCitoyenne.Sites.Sites;

internal interface ISiteRepository : IRepository<Site, Guid>
{
    /// <summary>Raises the version of the current space's site, in place.</summary>
    Task BumpVersionAsync();

    /// <summary>Makes an own domain the address of the current space's site, or none; raises the version.</summary>
    Task SetPrimaryDomainAsync(string? domain);

    /// <summary>
    /// What is written in one language is said to be written in another: drafts, what is online, revisions and the trash, in place, so that
    /// nothing is read and nobody's open editor loses its base. The texts stay.
    /// </summary>
    Task RelabelAsync(string from, string to);

    /// <summary>Where the current space's site stands; null when the space has none. Indexed columns, nothing tracked.</summary>
    Task<SiteMoment?> FindMomentAsync();

    /// <summary>What every page of the current space's site needs, in one question; null when the space has no site.</summary>
    Task<SiteFrame?> FindFrameAsync();
}

/// <param name="Menu">Null while none was ever made.</param>
/// <param name="HasNews">A post is online.</param>
/// <param name="HasAgenda">An event is online.</param>
internal sealed record SiteFrame(Site Site, Menu? Menu, bool HasNews, bool HasAgenda);

/// <param name="PrimaryDomain">The own domain that is the site's address; null: the sub-domain.</param>
/// <param name="NextChange">When the next scheduled page or post changes what readers see (UTC).</param>
internal sealed record SiteMoment(long Version, DateTime? NextChange, string? PrimaryDomain, string Language);
