using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations.Accounts;

namespace CapaCitoyenne.Associations.Invitations;

public class InvitationDto : EntityDto<Guid>
{
    public string Email { get; set; } = "";
    public List<string> Roles { get; set; } = [];
    public DateTime CreationTime { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ExpirationTime { get; set; }
    public bool IsExpired { get; set; }
    public string InvitedBy { get; set; } = "";
}

public class GetInvitationsInput : PagedResultRequestDto;

public class CreateInvitationInput
{
    [Required, EmailAddress, StringLength(AccountConsts.MaxEmailLength)]
    public string Email { get; set; } = "";

    /// <summary>From <see cref="SpaceRoles"/>; one at least.</summary>
    [Required, MinLength(1), MaxLength(5)]
    public List<string> Roles { get; set; } = [];
}

/// <summary>What the invited person sees before accepting.</summary>
/// <param name="HasAccount">The address has an account: its password is asked for, instead of a new one.</param>
public record InvitationPublicDto(string AssociationName, string InvitedBy, string Email, List<string> Roles, bool HasAccount);

public class AcceptInvitationInput
{
    [Required, StringLength(InvitationConsts.MaxTokenLength)]
    public string Token { get; set; } = "";

    /// <summary>For a new account.</summary>
    [StringLength(AccountConsts.MaxNameLength)]
    public string? Name { get; set; }

    /// <summary>The existing account's password, or a new account's. Not needed when signed in.</summary>
    [StringLength(AccountConsts.MaxPasswordLength)]
    public string? Password { get; set; }
}

/// <param name="SpaceUrl">Where the person lands: <c>/espace/{slug}/</c>.</param>
public record AcceptedInvitationDto(Guid TenantId, string Slug, string SpaceUrl);
