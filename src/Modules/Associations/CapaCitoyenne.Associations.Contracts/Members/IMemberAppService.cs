namespace CapaCitoyenne.Associations.Members;

/// <summary>The members of the current space.</summary>
public interface IMemberAppService : IApplicationService
{
    Task<PagedResultDto<MemberDto>> GetListAsync(GetMembersInput input);

    /// <summary>Replaces a member's roles. Errors: RolesMissing, RoleUnknown, RoleNotYours, LastAdmin.</summary>
    Task<MemberDto> UpdateAsync(Guid id, UpdateMemberInput input);

    /// <summary>Takes a member out of the space; their account stays. Errors: LastAdmin.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>Leaves the space oneself. Errors: LastAdmin.</summary>
    Task LeaveAsync();
}
