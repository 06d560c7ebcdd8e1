namespace CapaCitoyenne.Associations.Members;

internal interface IMemberRepository : IRepository<Member, Guid>
{
    /// <summary>The memberships of one person in all spaces. The only query of the module that crosses spaces: it shows people their own.</summary>
    Task<List<Member>> GetListOfUserAsync(Guid userId);

    /// <summary>In order of arrival.</summary>
    Task<List<Member>> GetPageAsync(int skipCount, int maxResultCount);
}
