using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations.Accounts;

namespace CapaCitoyenne.Associations.Sessions;

/// <summary>The session as the workspace needs it at its start.</summary>
public class SessionDto
{
    public SessionUserDto? User { get; set; }

    /// <summary>The spaces of this person, by name.</summary>
    public List<MembershipDto> Memberships { get; set; } = [];

    /// <summary>The current space, when the request named one and this person belongs to it.</summary>
    public MembershipDto? CurrentSpace { get; set; }

    /// <summary>Names of the permissions granted in the current space, or on the hub when there is none.</summary>
    public List<string> GrantedPermissions { get; set; } = [];

    /// <summary>Roles on the hub itself (<see cref="HubRoles"/>).</summary>
    public List<string> HubRoles { get; set; } = [];

    /// <summary>The header that carries the value of the cookie <c>XSRF-TOKEN</c>.</summary>
    public string AntiforgeryHeader { get; set; } = "X-XSRF-TOKEN";
}

/// <summary>A signed-in person.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
public record SessionUserDto(Guid Id, string Name, string Email, bool EmailConfirmed, string Language);

/// <summary>One space that a person belongs to, with their roles there.</summary>
public record MembershipDto(Guid TenantId, string Slug, string Name, List<string> Roles);

public class SignInInput
{
    [Required, StringLength(AccountConsts.MaxEmailLength)]
    public string Email { get; set; } = "";

    [Required, StringLength(AccountConsts.MaxPasswordLength)]
    public string Password { get; set; } = "";

    /// <summary>Stay signed in when the browser is closed.</summary>
    public bool Remember { get; set; }
}

public class UpdateLanguageInput
{
    /// <summary><c>fr</c> or <c>en</c>.</summary>
    [Required, RegularExpression("^(fr|en)$")]
    public string Language { get; set; } = "";
}
