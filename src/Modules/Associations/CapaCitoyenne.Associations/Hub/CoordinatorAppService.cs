using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Associations.Hub;

[Authorize(AssociationsPermissions.Hub.Operate)]
internal sealed class CoordinatorAppService(
    IRepository<HubMember, Guid> hubMembers, IRepository<IdentityUser, Guid> users, IdentityUserManager userManager) : AssociationsAppService, ICoordinatorAppService
{
    public async Task<PagedResultDto<CoordinatorDto>> GetListAsync(GetCoordinatorsInput input)
    {
        var query = (await hubMembers.GetQueryableAsync()).Where(member => member.RoleNames == HubRoles.Coordinator);
        var count = await AsyncExecuter.CountAsync(query);
        var page = await AsyncExecuter.ToListAsync(
            query.OrderBy(member => member.CreationTime).ThenBy(member => member.Id).Skip(input.SkipCount).Take(input.MaxResultCount));
        var userIds = page.ConvertAll(member => member.UserId);
        var people = (await users.GetListAsync(user => userIds.Contains(user.Id))).ToDictionary(user => user.Id);
        return new PagedResultDto<CoordinatorDto>(count, page.ConvertAll(member => ToDto(member, people[member.UserId])));
    }

    public async Task<CoordinatorDto> CreateAsync(CreateCoordinatorInput input)
    {
        // Only a confirmed address is proof of the person.
        if (await userManager.FindByAddressAsync(input.Email) is not { EmailConfirmed: true } user)
            throw new BusinessException(AssociationsErrorCodes.AccountNotFound).WithData("Email", input.Email);
        var member = await hubMembers.FindAsync(member => member.UserId == user.Id)
            ?? await hubMembers.InsertAsync(new HubMember(GuidGenerator.Create(), user.Id, HubRoles.Coordinator), autoSave: true);
        return ToDto(member, user);
    }

    // Not by id alone: the operator's own row is no coordinator's.
    public async Task DeleteAsync(Guid id) =>
        await hubMembers.DeleteAsync(await hubMembers.GetAsync(member => member.Id == id && member.RoleNames == HubRoles.Coordinator));

    private static CoordinatorDto ToDto(HubMember member, IdentityUser user) =>
        new() { Id = member.Id, Name = user.Name, Email = user.Email!, CreationTime = member.CreationTime };
}
