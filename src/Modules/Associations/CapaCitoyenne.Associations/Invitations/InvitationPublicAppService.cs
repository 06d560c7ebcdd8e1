using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Invitations;

[AllowAnonymous, DisableAuditing]
internal sealed class InvitationPublicAppService(
    IRepository<Invitation, Guid> invitations,
    IRepository<Association, Guid> associations,
    IMemberRepository members,
    ITenantStore tenantStore,
    IdentityUserManager userManager,
    PasswordChecker passwordChecker,
    AccountManager accountManager,
    MemberManager memberManager,
    SignInService signInService) : AssociationsAppService, IInvitationPublicAppService
{
    [EnableRateLimiting(AnonymousRateLimits.Read)]
    public async Task<InvitationPublicDto> GetAsync(string token)
    {
        var (invitation, tenant) = await FindAsync(token);
        var holder = await userManager.FindByAddressAsync(invitation.Email);
        var invitedBy = invitation.InvitedByName.Length > 0 ? invitation.InvitedByName : L["FormerMember"].Value;
        return new InvitationPublicDto(tenant.Name, invitedBy, invitation.Email, [.. invitation.Roles], holder is { EmailConfirmed: true });
    }

    [EnableRateLimiting(AnonymousRateLimits.Write), UnitOfWork(IsDisabled = true)]
    public async Task<AcceptedInvitationDto> AcceptAsync(AcceptInvitationInput input)
    {
        if (await FindJoinedAsync(input.Token) is { } joined)
            return joined;
        var knownUserId = CurrentUser.Id ?? await CheckPasswordAsync(input);
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true);
        var (invitation, tenant) = await FindAsync(input.Token);
        var user = knownUserId is { } userId
            ? (await userManager.FindByIdAsync(userId.ToString()))!
            : await accountManager.CreateAsync(invitation.Email, string.IsNullOrWhiteSpace(input.Name) ? invitation.Email.Split('@')[0] : input.Name, input.Password);

        using (CurrentTenant.Change(tenant.Id, tenant.Name))
        {
            await memberManager.AddAsync(await associations.GetAsync(tenant.Id), user.Id, invitation.Roles);
            await invitations.DeleteAsync(invitation, autoSave: true);
        }

        // The link came by mail, so it proves the address to which it was sent.
        if (!user.EmailConfirmed && Invitation.Normalize(user.Email!) == invitation.NormalizedEmail)
            user = await accountManager.ConfirmAsync(user);
        await unitOfWork.CompleteAsync();
        if (CurrentUser.Id != user.Id)
            await signInService.SignInAsync(user);
        return Joined(tenant);
    }

    // The button was pressed twice: the invitation is gone, and whoever took it is a member.
    private async Task<AcceptedInvitationDto?> FindJoinedAsync(string token)
    {
        if (CurrentUser.Id is not { } userId || Invitation.Parse(token) is not { } parsed)
            return null;
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        if (await tenantStore.FindAsync(parsed.TenantId) is not { } tenant)
            return null;
        using (CurrentTenant.Change(tenant.Id, tenant.Name))
        {
            return !await invitations.AnyAsync(open => open.SecretHash == parsed.SecretHash) && await members.AnyAsync(member => member.UserId == userId) ? Joined(tenant) : null;
        }
    }

    private static AcceptedInvitationDto Joined(TenantConfiguration tenant) => new(tenant.Id, tenant.NormalizedName, $"/espace/{tenant.NormalizedName}/");

    // Null: the address has no confirmed account, a new one is to be made. The check writes by itself, before anything else does.
    private async Task<Guid?> CheckPasswordAsync(AcceptInvitationInput input)
    {
        string email;
        await using (var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            var (invitation, _) = await FindAsync(input.Token);
            email = invitation.Email;
            var holder = await userManager.FindByAddressAsync(email);
            await unitOfWork.CompleteAsync();
            if (holder is not { EmailConfirmed: true })
            {
                PasswordPolicy.Check(input.Password ?? "", email, input.Name);
                return null;
            }
        }

        return await passwordChecker.CheckAsync(email, input.Password ?? "") ?? throw new BusinessException(AssociationsErrorCodes.SignInFailed);
    }

    private async Task<(Invitation Invitation, TenantConfiguration Tenant)> FindAsync(string token)
    {
        if (Invitation.Parse(token) is { } parsed && await tenantStore.FindAsync(parsed.TenantId) is { } tenant)
        {
            using (CurrentTenant.Change(tenant.Id, tenant.Name))
            {
                var invitation = await invitations.FindAsync(open => open.SecretHash == parsed.SecretHash);
                if (invitation?.IsExpired(Clock.Now) == false)
                    return (invitation, tenant);
            }
        }

        throw new BusinessException(AssociationsErrorCodes.InvitationInvalid);
    }
}
