using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Members;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>Erases an account, in one transaction with what every module holds of it (decision 0075).</summary>
internal sealed class AccountEraser(
    IEnumerable<IPersonalDataContributor> contributors,
    IdentityUserManager userManager,
    IMemberRepository members,
    MemberManager memberManager,
    IRepository<Association, Guid> associations,
    IRepository<HubMember, Guid> hubMembers,
    IRepository<Tenant, Guid> tenants) : DomainService
{
    public static PersonalDataSubject SubjectOf(IdentityUser user) => new(user.Id, user.Name, user.Email!);

    /// <summary>What others depend on this account for.</summary>
    public async Task<AccountTies> FindTiesAsync(IdentityUser user)
    {
        var adminOf = (await members.GetListOfUserAsync(user.Id)).Where(member => member.IsAdmin).Select(member => member.TenantId!.Value).ToList();
        var alone = (await associations.GetListAsync(association => adminOf.Contains(association.Id) && association.AdminCount <= 1)).ConvertAll(association => association.Id);
        var contact = (await associations.GetListAsync(association => association.ContactEmail == user.Email)).ConvertAll(association => association.Id);
        var operators = (await hubMembers.GetListAsync()).FindAll(member => member.IsOperator);
        return new AccountTies(await SpacesAsync(alone), operators is [var only] && only.UserId == user.Id, await SpacesAsync(contact));
    }

    /// <exception cref="BusinessException">
    /// <see cref="AssociationsErrorCodes.LastAdminOf"/>, <see cref="AssociationsErrorCodes.LastOperator"/>; LastAdmin when the other admin leaves at this moment.
    /// </exception>
    public async Task EraseAsync(IdentityUser user)
    {
        (await FindTiesAsync(user)).Check();
        using var hub = CurrentTenant.Change(null);
        foreach (var contributor in contributors)
            await contributor.EraseAsync(SubjectOf(user));
        foreach (var member in await members.GetListOfUserAsync(user.Id))
        {
            using (CurrentTenant.Change(member.TenantId))
                await memberManager.RemoveAsync(await associations.GetAsync(member.TenantId!.Value), member);
        }

        // Its sessions, access keys and roles on the hub go with the row.
        (await userManager.DeleteAsync(user)).CheckErrors();
    }

    private async Task<List<Tenant>> SpacesAsync(List<Guid> ids) =>
        [.. (await tenants.GetListAsync(tenant => ids.Contains(tenant.Id))).OrderBy(tenant => tenant.Name, StringComparer.CurrentCultureIgnoreCase)];
}

/// <param name="OnlyAdminOf">Spaces without another admin.</param>
/// <param name="PublicContactOf">Spaces whose legal notice gives this account's address.</param>
internal sealed record AccountTies(IReadOnlyList<Tenant> OnlyAdminOf, bool IsLastOperator, IReadOnlyList<Tenant> PublicContactOf)
{
    public void Check()
    {
        if (OnlyAdminOf.Count > 0)
            throw new BusinessException(AssociationsErrorCodes.LastAdminOf).WithData("Names", string.Join(", ", OnlyAdminOf.Select(space => space.Name)));
        if (IsLastOperator)
            throw new BusinessException(AssociationsErrorCodes.LastOperator);
    }
}
