namespace CapaCitoyenne.Associations.Integration;

/// <summary>What other modules may ask about who belongs to which space. Not on HTTP, no user permission.</summary>
[IntegrationService]
public interface IMembershipIntegrationService : IApplicationService
{
    /// <summary>The spaces of a person, by name.</summary>
    Task<List<MembershipInfo>> GetListAsync(Guid userId);

    /// <summary>The members of the current space, by name: all of them (at most 1,000), or those of these accounts who are members.</summary>
    Task<List<SpaceMemberInfo>> GetMembersAsync(Guid[]? userIds = null);

    /// <summary>Those who have a role on the hub itself (<see cref="HubRoles"/>), by name.</summary>
    Task<List<SpaceMemberInfo>> GetHubMembersAsync();
}

/// <summary>A space that a person belongs to.</summary>
/// <param name="Slug">Lower-case ASCII, the host name's first label.</param>
public record MembershipInfo(Guid TenantId, string Name, string Slug);

/// <summary>A member of a space, or of the hub.</summary>
/// <param name="Roles">Names of <see cref="SpaceRoles"/>, or of <see cref="HubRoles"/>.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>: the language of mails.</param>
public record SpaceMemberInfo(Guid UserId, string Name, string Email, IReadOnlyList<string> Roles, string Language);
