using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Members;
using CapaCitoyenne.Associations.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Invitations;

[Authorize(AssociationsPermissions.Members.Invite)]
internal sealed class InvitationAppService(
    IRepository<Invitation, Guid> invitations,
    IMemberRepository members,
    IRepository<IdentityUser, Guid> users,
    IRepository<Association, Guid> associations,
    MailBrake brake,
    AccountMailer mailer) : AssociationsAppService, IInvitationAppService
{
    public async Task<PagedResultDto<InvitationDto>> GetListAsync(GetInvitationsInput input)
    {
        var query = (await invitations.GetQueryableAsync()).OrderByDescending(invitation => invitation.CreationTime).ThenBy(invitation => invitation.Id);
        var page = await AsyncExecuter.ToListAsync(query.Skip(input.SkipCount).Take(input.MaxResultCount));
        return new PagedResultDto<InvitationDto>(await invitations.GetCountAsync(), page.ConvertAll(invitation => invitation.ToDto(Clock.Now)));
    }

    [EnableRateLimiting(AnonymousRateLimits.Write)]
    public async Task<InvitationDto> CreateAsync(CreateInvitationInput input)
    {
        RoleSet.CheckCanGive(await GetOwnRolesAsync(), RoleSet.Parse(input.Roles));
        var normalizedEmail = Invitation.Normalize(input.Email);
        if (await IsMemberAsync(normalizedEmail))
            throw new BusinessException(AssociationsErrorCodes.AlreadyMember).WithData("Email", input.Email);
        if (await invitations.GetCountAsync() >= InvitationConsts.MaxOpen)
            throw new BusinessException(AssociationsErrorCodes.TooManyInvitations).WithData("Max", InvitationConsts.MaxOpen);

        await invitations.DeleteAsync(open => open.NormalizedEmail == normalizedEmail, autoSave: true);
        var invitation = new Invitation(GuidGenerator.Create(), CurrentTenant.Id!.Value, input.Email, CurrentUser.Name ?? "", input.Roles);
        await SendAsync(invitation);
        await invitations.InsertAsync(invitation, autoSave: true);
        return invitation.ToDto(Clock.Now);
    }

    [EnableRateLimiting(AnonymousRateLimits.Write)]
    public async Task<InvitationDto> ResendAsync(Guid id)
    {
        var invitation = await invitations.GetAsync(id);
        RoleSet.CheckCanGive(await GetOwnRolesAsync(), invitation.Roles);
        await SendAsync(invitation);
        await invitations.UpdateAsync(invitation);
        return invitation.ToDto(Clock.Now);
    }

    public Task DeleteAsync(Guid id) => invitations.DeleteAsync(id);

    private async Task SendAsync(Invitation invitation)
    {
        // The space's name is in the mail, and anybody may have chosen it.
        if (!(await associations.GetAsync(CurrentTenant.Id!.Value)).IsConfirmed)
            throw new BusinessException(AssociationsErrorCodes.EmailNotConfirmed);
        if (!brake.MayInvite(CurrentTenant.Id!.Value) || !brake.MayWriteTo(invitation.Email))
            throw new BusinessException(AssociationsErrorCodes.TooManyMails);
        var token = invitation.Renew(Clock.Now);
        var inviter = await users.GetAsync(CurrentUser.GetId());
        await mailer.SendInvitationAsync(invitation.Email, inviter.Language, token, CurrentTenant.Name ?? "", inviter.Name);
    }

    // Only confirmed addresses count: anybody may have named this one.
    private async Task<bool> IsMemberAsync(string normalizedEmail)
    {
        var user = await users.FindAsync(user => user.NormalizedUserName == normalizedEmail && user.EmailConfirmed);
        return user is not null && await members.AnyAsync(member => member.UserId == user.Id);
    }

    private async Task<string[]> GetOwnRolesAsync()
    {
        var userId = CurrentUser.GetId();
        return (await members.FindAsync(member => member.UserId == userId))?.Roles ?? [];
    }
}

internal static class InvitationMapper
{
    public static InvitationDto ToDto(this Invitation invitation, DateTime now) => new()
    {
        Id = invitation.Id,
        Email = invitation.Email,
        Roles = [.. invitation.Roles],
        CreationTime = invitation.CreationTime,
        ExpirationTime = invitation.ExpirationTime,
        IsExpired = invitation.IsExpired(now),
        InvitedBy = invitation.InvitedByName,
    };
}
