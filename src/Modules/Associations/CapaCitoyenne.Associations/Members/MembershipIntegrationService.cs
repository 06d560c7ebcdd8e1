using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Associations.Members;

internal sealed class MembershipIntegrationService(IMemberRepository members, IRepository<Tenant, Guid> tenants)
    : AssociationsAppService, IMembershipIntegrationService
{
    public async Task<List<MembershipInfo>> GetListAsync(Guid userId)
    {
        var tenantIds = (await members.GetListOfUserAsync(userId)).ConvertAll(member => member.TenantId!.Value);
        var spaces = await tenants.GetListAsync(tenant => tenantIds.Contains(tenant.Id));
        return [.. spaces
            .OrderBy(space => space.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(space => new MembershipInfo(space.Id, space.Name, space.NormalizedName))];
    }
}
