using CapaCitoyenne.Abp.AspNetCore.Mvc.AntiForgery;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Sessions;

[DisableAuditing]
internal sealed class SessionAppService(
    PasswordChecker passwordChecker,
    SignInService signInService,
    IdentityUserManager userManager,
    IMemberRepository members,
    IRepository<Tenant, Guid> tenants,
    IUserRoleFinder roleFinder,
    IPermissionDefinitionManager permissionDefinitions,
    IPermissionChecker permissionChecker,
    IAbpAntiForgeryManager antiForgeryManager) : AssociationsAppService, ISessionAppService
{
    [AllowAnonymous]
    public async Task<SessionDto> GetAsync()
    {
        antiForgeryManager.SetCookie();
        return CurrentUser.Id is { } userId && await userManager.FindByIdAsync(userId.ToString()) is { } user ? await GetAsync(user) : new SessionDto();
    }

    [AllowAnonymous, EnableRateLimiting(AnonymousRateLimits.Write), UnitOfWork(IsDisabled = true)]
    public async Task<SessionDto> CreateAsync(SignInInput input)
    {
        var userId = await passwordChecker.CheckAsync(input.Email, input.Password) ?? throw new BusinessException(AssociationsErrorCodes.SignInFailed);
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var user = (await userManager.FindByIdAsync(userId.ToString()))!;
        await signInService.SignInAsync(user, input.Remember);
        var session = await GetAsync(user);
        await unitOfWork.CompleteAsync();
        return session;
    }

    [AllowAnonymous]
    public Task DeleteAsync() => signInService.SignOutAsync();

    [Authorize]
    public async Task UpdateLanguageAsync(UpdateLanguageInput input)
    {
        var user = (await userManager.FindByIdAsync(CurrentUser.GetId().ToString()))!;
        (await userManager.UpdateAsync(user.SetLanguage(input.Language))).CheckErrors();
    }

    private async Task<SessionDto> GetAsync(IdentityUser user)
    {
        var memberships = await GetMembershipsAsync(user.Id);
        var session = new SessionDto
        {
            User = new SessionUserDto(user.Id, user.Name, user.Email!, user.EmailConfirmed, user.Language),
            Memberships = memberships,
            CurrentSpace = memberships.Find(membership => membership.TenantId == CurrentTenant.Id),
        };
        foreach (var permission in permissionDefinitions.GetPermissions())
        {
            if (await permissionChecker.IsGrantedAsync(permission.Name))
                session.GrantedPermissions.Add(permission.Name);
        }

        using (CurrentTenant.Change(null))
        {
            session.HubRoles = [.. await roleFinder.GetRoleNamesAsync(user.Id)];
        }

        return session;
    }

    private async Task<List<MembershipDto>> GetMembershipsAsync(Guid userId)
    {
        var rows = await members.GetListOfUserAsync(userId);
        var tenantIds = rows.ConvertAll(member => member.TenantId!.Value);
        var spaces = (await tenants.GetListAsync(tenant => tenantIds.Contains(tenant.Id))).ToDictionary(tenant => tenant.Id);
        return [.. rows
            .Select(member => (Space: spaces[member.TenantId!.Value], member.Roles))
            .OrderBy(membership => membership.Space.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(membership => new MembershipDto(membership.Space.Id, membership.Space.NormalizedName, membership.Space.Name, [.. membership.Roles]))];
    }
}
