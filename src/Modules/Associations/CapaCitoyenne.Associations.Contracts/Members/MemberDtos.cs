using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Associations.Members;

/// <summary>A person in the current space.</summary>
public class MemberDto : EntityDto<Guid>
{
    public Guid UserId { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public bool EmailConfirmed { get; set; }
    public List<string> Roles { get; set; } = [];
    public DateTime CreationTime { get; set; }

    /// <summary>Whether this is the caller.</summary>
    public bool IsYou { get; set; }
}

public class GetMembersInput : PagedResultRequestDto;

public class UpdateMemberInput
{
    /// <summary>From <see cref="SpaceRoles"/>; one at least.</summary>
    [Required, MinLength(1), MaxLength(5)]
    public List<string> Roles { get; set; } = [];
}
