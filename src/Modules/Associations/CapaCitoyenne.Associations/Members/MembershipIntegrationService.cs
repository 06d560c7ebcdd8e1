using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Associations.Members;

internal sealed class MembershipIntegrationService(
    IMemberRepository members, IRepository<HubMember, Guid> hubMembers, IRepository<Tenant, Guid> tenants, IRepository<IdentityUser, Guid> users)
    : AssociationsAppService, IMembershipIntegrationService
{
    private const int MaxMembers = 1000;

    public async Task<List<MembershipInfo>> GetListAsync(Guid userId)
    {
        var tenantIds = (await members.GetListOfUserAsync(userId)).ConvertAll(member => member.TenantId!.Value);
        var spaces = await tenants.GetListAsync(tenant => tenantIds.Contains(tenant.Id));
        return [.. spaces
            .OrderBy(space => space.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(space => new MembershipInfo(space.Id, space.Name, space.NormalizedName))];
    }

    public async Task<List<SpaceMemberInfo>> GetMembersAsync(Guid[]? userIds = null)
    {
        var found = userIds is null ? await members.GetPageAsync(0, MaxMembers) : await members.GetListAsync(member => userIds.Contains(member.UserId));
        return await GetPeopleAsync(found.ToDictionary(member => member.UserId, member => member.Roles));
    }

    public async Task<List<SpaceMemberInfo>> GetHubMembersAsync()
        => await GetPeopleAsync((await hubMembers.GetListAsync()).ToDictionary(member => member.UserId, member => member.Roles));

    private async Task<List<SpaceMemberInfo>> GetPeopleAsync(Dictionary<Guid, string[]> roles)
    {
        var ids = roles.Keys.ToList();
        return [.. (await users.GetListAsync(user => ids.Contains(user.Id)))
            .OrderBy(user => user.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(user => new SpaceMemberInfo(user.Id, user.Name, user.Email!, roles[user.Id], user.Language))];
    }
}
