using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Associations.Members;

[Authorize]
internal sealed class MemberAppService(
    IMemberRepository members,
    MemberManager memberManager,
    IRepository<Association, Guid> associations,
    IRepository<IdentityUser, Guid> users) : AssociationsAppService, IMemberAppService
{
    [Authorize(AssociationsPermissions.Members.Default)]
    public async Task<PagedResultDto<MemberDto>> GetListAsync(GetMembersInput input)
    {
        var count = await members.GetCountAsync();
        var page = await members.GetPageAsync(input.SkipCount, input.MaxResultCount);
        var userIds = page.ConvertAll(member => member.UserId);
        var people = (await users.GetListAsync(user => userIds.Contains(user.Id))).ToDictionary(user => user.Id);
        return new PagedResultDto<MemberDto>(count, page.ConvertAll(member => member.ToDto(people[member.UserId], CurrentUser.Id)));
    }

    [Authorize(AssociationsPermissions.Members.Manage)]
    public async Task<MemberDto> UpdateAsync(Guid id, UpdateMemberInput input)
    {
        var member = await members.GetAsync(id);
        var roles = RoleSet.Parse(input.Roles);
        RoleSet.CheckCanGive(await GetOwnRolesAsync(), roles.Except(member.Roles));
        await memberManager.ChangeRolesAsync(await GetAssociationAsync(), member, [.. roles]);
        return member.ToDto(await users.GetAsync(member.UserId), CurrentUser.Id);
    }

    [Authorize(AssociationsPermissions.Members.Manage)]
    public async Task DeleteAsync(Guid id) => await memberManager.RemoveAsync(await GetAssociationAsync(), await members.GetAsync(id));

    [Authorize(AssociationsPermissions.Space.Default)]
    public async Task LeaveAsync()
    {
        var userId = CurrentUser.GetId();
        await memberManager.RemoveAsync(await GetAssociationAsync(), await members.GetAsync(member => member.UserId == userId));
    }

    private Task<Association> GetAssociationAsync() => associations.GetAsync(CurrentTenant.Id!.Value);

    private async Task<string[]> GetOwnRolesAsync()
    {
        var userId = CurrentUser.GetId();
        return (await members.FindAsync(member => member.UserId == userId))?.Roles ?? [];
    }
}

internal static class MemberMapper
{
    public static MemberDto ToDto(this Member member, IdentityUser user, Guid? callerId) => new()
    {
        Id = member.Id,
        UserId = member.UserId,
        Name = user.Name,
        Email = user.Email!,
        EmailConfirmed = user.EmailConfirmed,
        Roles = [.. member.Roles],
        CreationTime = member.CreationTime,
        IsYou = member.UserId == callerId,
    };
}
