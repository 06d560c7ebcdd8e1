using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Members;

namespace CapaCitoyenne.Associations.Associations;

[IntegrationService]
internal sealed class AssociationSeedingService(
    AssociationManager associationManager,
    AccountManager accountManager,
    MemberManager memberManager,
    IdentityUserManager userManager,
    IRepository<Association, Guid> associations,
    IRepository<HubMember, Guid> hubMembers,
    IAssociationIntegrationService integrationService,
    ICurrentTenant currentTenant,
    IGuidGenerator guidGenerator) : IAssociationSeedingService, ITransientDependency
{
    public async Task<AssociationInfo> CreateAsync(SeedAssociation association)
    {
        if (await integrationService.FindBySlugAsync(association.Slug) is { } existing)
            return existing;
        var tenant = await associationManager.CreateAsync(association.Name, association.Town, await GetAccountAsync(association.Admin), association.Slug);
        return (await associations.GetAsync(tenant.Id)).ToInfo(tenant.Name, tenant.NormalizedName);
    }

    public async Task AddMemberAsync(Guid tenantId, SeedPerson person, params string[] roles)
    {
        var user = await GetAccountAsync(person);
        using (currentTenant.Change(tenantId))
        {
            await memberManager.AddAsync(await associations.GetAsync(tenantId), user.Id, roles);
        }
    }

    public async Task AddHubMemberAsync(SeedPerson person, params string[] roles)
    {
        var user = await GetAccountAsync(person);
        var existing = await hubMembers.FindAsync(member => member.UserId == user.Id);
        if (existing is not null)
            await hubMembers.DeleteAsync(existing, autoSave: true);
        await hubMembers.InsertAsync(new HubMember(guidGenerator.Create(), user.Id, [.. roles, .. existing?.Roles ?? []]), autoSave: true);
    }

    private async Task<IdentityUser> GetAccountAsync(SeedPerson person)
    {
        if (await userManager.FindByAddressAsync(person.Email) is { EmailConfirmed: true } existing)
            return existing;
        return await accountManager.ConfirmAsync(await accountManager.CreateAsync(person.Email, person.Name, person.Password));
    }
}
