using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Members;
using CapaCitoyenne.Associations.Slugs;

namespace CapaCitoyenne.Associations.Associations;

/// <summary>Makes a space with its first admin, and lets the other modules put there what a space starts with.</summary>
internal sealed class AssociationManager(
    SlugManager slugManager,
    ITenantManager tenantManager,
    MemberManager memberManager,
    IRepository<Association, Guid> associations,
    ILocalEventBus localEventBus,
    IUnitOfWorkManager unitOfWorkManager) : DomainService
{
    /// <summary>All or nothing with the ambient unit of work. A slug is only given for demonstration data.</summary>
    public async Task<Tenant> CreateAsync(string name, string town, IdentityUser admin, string? slug = null)
    {
        var tenant = await tenantManager.CreateAsync(name.Trim(), slug ?? await slugManager.FindFreeAsync(name, town));
        var association = new Association(tenant.Id, town, admin.Name, admin.Email!);
        if (admin.EmailConfirmed)
            association.Confirm(Clock.Now);

        using (CurrentTenant.Change(tenant.Id, tenant.Name))
        {
            await associations.InsertAsync(association);
            await memberManager.AddAsync(association, admin.Id, [SpaceRoles.Admin]);
            await localEventBus.PublishAsync(new AssociationCreatedEvent(
                tenant.Id, tenant.Name, tenant.NormalizedName, association.Town, admin.Id, admin.Name, admin.Email!));
            // Rows of the space are only saved while it is current.
            await unitOfWorkManager.Current!.SaveChangesAsync();
        }

        return tenant;
    }
}
