using CapaCitoyenne.Associations.Associations;

namespace CapaCitoyenne.Associations.Members;

/// <summary>Members of a space: one row per person, and always an admin.</summary>
internal sealed class MemberManager(
    IMemberRepository members, IRepository<Association, Guid> associations) : DomainService
{
    /// <summary>Adds the person, or adds the roles to those that they have. The space is the current one.</summary>
    public async Task<Member> AddAsync(Association association, Guid userId, IReadOnlyCollection<string> roles)
    {
        if (await members.FindAsync(member => member.UserId == userId) is { } existing)
        {
            await ChangeRolesAsync(association, existing, [.. existing.Roles.Union(roles)]);
            return existing;
        }

        var added = new Member(GuidGenerator.Create(), association.Id, userId, roles);
        if (added.IsAdmin)
            association.AdminAdded();
        return await members.InsertAsync(added, autoSave: true);
    }

    /// <summary>Error: LastAdmin.</summary>
    public async Task ChangeRolesAsync(Association association, Member member, IReadOnlyCollection<string> roles)
    {
        var wasAdmin = member.IsAdmin;
        member.SetRoles(roles);
        if (member.IsAdmin && !wasAdmin)
            association.AdminAdded();
        else if (wasAdmin && !member.IsAdmin)
            association.AdminRemoved();
        await members.UpdateAsync(member);
        await associations.UpdateAsync(association, autoSave: true);
    }

    /// <summary>Error: LastAdmin.</summary>
    public async Task RemoveAsync(Association association, Member member)
    {
        if (member.IsAdmin)
            association.AdminRemoved();
        await members.DeleteAsync(member);
        await associations.UpdateAsync(association, autoSave: true);
    }

    /// <summary>Hands the memberships of an account to another, which keeps what it has already; <paramref name="from"/> ends up in no space.</summary>
    public async Task MoveAsync(Guid from, Guid to)
    {
        foreach (var member in await members.GetListOfUserAsync(from))
        {
            using (CurrentTenant.Change(member.TenantId))
            {
                var association = await associations.GetAsync(member.TenantId!.Value);
                await AddAsync(association, to, member.Roles);
                await RemoveAsync(association, member);
            }
        }
    }
}
