using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Permissions;
using CapaCitoyenne.Associations.Slugs;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Associations.Profiles;

[Authorize(AssociationsPermissions.Profile.Default)]
internal sealed class AssociationProfileAppService(
    IRepository<Association, Guid> associations, IRepository<Tenant, Guid> tenants, ITenantManager tenantManager, SlugManager slugManager,
    IDistributedEventBus distributedEventBus)
    : AssociationsAppService, IAssociationProfileAppService
{
    public async Task<AssociationProfileDto> GetAsync()
    {
        var (association, tenant) = await FindAsync();
        return association.ToProfileDto(tenant);
    }

    [Authorize(AssociationsPermissions.Profile.Update)]
    public async Task<AssociationProfileDto> UpdateAsync(UpdateAssociationProfileInput input)
    {
        var (association, tenant) = await FindAsync();
        association.ConcurrencyStamp = input.ConcurrencyStamp ?? association.ConcurrencyStamp;
        association.SetTown(input.Town);
        association.SetContact(input.ContactName, input.ContactEmail);
        association.SetLegalNotice(input.RnaNumber, input.Address, input.Phone, input.DirectorOfPublication);
        if (tenant.Name != input.Name.Trim())
            await tenantManager.ChangeNameAsync(tenant, input.Name);
        await associations.UpdateAsync(association, autoSave: true);
        await distributedEventBus.PublishAsync(new AssociationProfileChangedEto { TenantId = association.Id });
        return association.ToProfileDto(tenant);
    }

    [Authorize(AssociationsPermissions.Profile.ChangeSlug)]
    public async Task<AssociationProfileDto> ChangeSlugAsync(ChangeSlugInput input)
    {
        var (association, tenant) = await FindAsync();
        await tenantManager.ChangeNormalizedNameAsync(tenant, await slugManager.CheckAsync(input.Slug, tenant.Id));
        await distributedEventBus.PublishAsync(new AssociationProfileChangedEto { TenantId = association.Id });
        return association.ToProfileDto(tenant);
    }

    private async Task<(Association Association, Tenant Tenant)> FindAsync() =>
        (await associations.GetAsync(CurrentTenant.Id!.Value), await tenants.GetAsync(CurrentTenant.Id!.Value));
}

internal static class AssociationProfileMapper
{
    public static AssociationProfileDto ToProfileDto(this Association association, Tenant tenant) => new()
    {
        TenantId = association.Id,
        Name = tenant.Name,
        Slug = tenant.NormalizedName,
        Town = association.Town,
        ContactName = association.ContactName,
        ContactEmail = association.ContactEmail,
        RnaNumber = association.RnaNumber,
        Address = association.Address,
        Phone = association.Phone,
        DirectorOfPublication = association.DirectorOfPublication,
        LegalNoticeComplete = association.IsLegalNoticeComplete,
        IsConfirmed = association.IsConfirmed,
        ConcurrencyStamp = association.ConcurrencyStamp,
    };
}
