namespace CapaCitoyenne.Sites.Public;

/// <summary>The versions of sites that this process remembers for a second.</summary>
internal interface ISiteVersionCache
{
    /// <summary>The next reader asks the database.</summary>
    void Forget(Guid tenantId);
}
