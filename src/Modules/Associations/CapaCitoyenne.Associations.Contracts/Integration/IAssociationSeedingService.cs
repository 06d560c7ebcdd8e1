namespace CapaCitoyenne.Associations.Integration;

/// <summary>
/// Makes spaces and members without forms and mails, for demonstration data. Addresses count as confirmed. Not on HTTP;
/// call it in a unit of work.
/// </summary>
public interface IAssociationSeedingService
{
    /// <summary>Makes the space, with all that modules put there, unless its slug exists: then gives what is there.</summary>
    Task<AssociationInfo> CreateAsync(SeedAssociation association);

    /// <summary>Makes the account unless the address has one, and adds it to the space with the roles.</summary>
    Task AddMemberAsync(Guid tenantId, SeedPerson person, params string[] roles);

    /// <summary>Gives an account, made when missing, roles on the hub (<see cref="HubRoles"/>).</summary>
    Task AddHubMemberAsync(SeedPerson person, params string[] roles);
}

/// <summary>A person to make an account for.</summary>
public record SeedPerson(string Name, string Email, string Password);

/// <summary>An association to make a space for.</summary>
public record SeedAssociation(string Name, string Town, string Slug, SeedPerson Admin);
