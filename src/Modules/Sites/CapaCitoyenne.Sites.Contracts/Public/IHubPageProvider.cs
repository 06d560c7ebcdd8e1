namespace CapaCitoyenne.Sites.Public;

/// <summary>Names pages of the hub that everybody may read, for its sitemap. Found by convention (<c>…HubPageProvider</c>); asked on the hub's side.</summary>
[CollectedService]
public interface IHubPageProvider : ITransientDependency
{
    /// <summary>The latest first, in one query.</summary>
    Task<IReadOnlyList<HubPage>> GetAsync(int max);
}

/// <param name="Path">On the hub: <c>/bibliotheque/tenir-une-permanence</c>.</param>
/// <param name="Changed">UTC.</param>
public sealed record HubPage(string Path, DateTime Changed);
