using CapaCitoyenne.Associations.Hub;

namespace CapaCitoyenne.Associations.Members;

/// <summary>
/// Roles for the permission checker: of the current space from its members, of the hub where no space is current. An admin holds
/// what any role of a space holds, an operator what any role of the hub holds; neither holds anything of the other side.
/// </summary>
internal sealed class MemberUserRoleFinder(IMemberRepository members, IRepository<HubMember, Guid> hubMembers, ICurrentTenant currentTenant)
    : IUserRoleFinder, ITransientDependency
{
    public async Task<string[]> GetRoleNamesAsync(Guid userId)
    {
        if (currentTenant.IsAvailable)
        {
            var member = await members.FindAsync(member => member.UserId == userId);
            return member is null ? [] : member.IsAdmin ? [.. SpaceRoles.All] : member.Roles;
        }

        var hubMember = await hubMembers.FindAsync(member => member.UserId == userId);
        return hubMember is null ? [] : hubMember.IsOperator ? [.. HubRoles.All] : hubMember.Roles;
    }
}
