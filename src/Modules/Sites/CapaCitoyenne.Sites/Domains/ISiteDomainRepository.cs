namespace CapaCitoyenne.Sites.Domains;

/// <summary>Domains of all spaces: every method says whose.</summary>
internal interface ISiteDomainRepository : IRepository<SiteDomain, Guid>
{
    /// <summary>The names that answer, and their spaces.</summary>
    Task<Dictionary<string, Guid>> GetOwnersAsync();

    /// <summary>Names that answer and were not checked since a moment, the oldest first.</summary>
    Task<List<SiteDomain>> GetUncheckedAsync(DateTime since, int max);

    /// <summary>Drops names whose hold has ended, and names that nobody proved for as long.</summary>
    Task<int> ForgetAsync(DateTime before);
}
