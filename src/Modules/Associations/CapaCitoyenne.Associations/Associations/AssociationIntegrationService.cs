using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Associations.Associations;

[IntegrationService]
internal sealed class AssociationIntegrationService(
    IRepository<Association, Guid> associations, IRepository<Tenant, Guid> tenants, ITenantStore tenantStore) : IAssociationIntegrationService, ITransientDependency
{
    private const int MaxIds = 1000;

    public async Task<List<AssociationInfo>> GetListAsync(Guid[] tenantIds)
    {
        if (tenantIds.Length > MaxIds)
            throw new ArgumentException($"At most {MaxIds} ids.", nameof(tenantIds));
        var found = await associations.GetListAsync(association => tenantIds.Contains(association.Id));
        var names = (await tenants.GetListAsync(tenant => tenantIds.Contains(tenant.Id))).ToDictionary(tenant => tenant.Id);
        return found.ConvertAll(association => association.ToInfo(names[association.Id].Name, names[association.Id].NormalizedName));
    }

    public async Task<AssociationInfo?> FindBySlugAsync(string slug)
    {
        if (await tenantStore.FindAsync(slug) is not { } tenant)
            return null;
        return (await associations.FindAsync(tenant.Id))?.ToInfo(tenant.Name, tenant.NormalizedName);
    }

    public async Task<bool> IsConfirmedAsync(Guid tenantId) => (await associations.FindAsync(tenantId))?.IsConfirmed == true;

    public async Task<LegalNoticeInfo?> FindLegalNoticeAsync(Guid tenantId)
    {
        if (await associations.FindAsync(tenantId) is not { } association || await tenantStore.FindAsync(tenantId) is not { } tenant)
            return null;
        return new LegalNoticeInfo(
            tenant.Name, association.RnaNumber, association.Address, association.Phone, association.ContactEmail, association.DirectorOfPublication,
            association.IsLegalNoticeComplete);
    }
}

internal static class AssociationMapper
{
    public static AssociationInfo ToInfo(this Association association, string name, string slug) =>
        new(association.Id, name, slug, association.Town, association.ContactName, association.ContactEmail);
}
