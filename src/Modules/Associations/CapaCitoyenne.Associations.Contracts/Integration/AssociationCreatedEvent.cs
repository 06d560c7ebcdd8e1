namespace CapaCitoyenne.Associations.Integration;

/// <summary>
/// Local event, raised inside the transaction of a sign-up with the new space as current tenant: modules put there what a
/// space starts with. A handler that fails rolls the whole sign-up back.
/// </summary>
public record AssociationCreatedEvent(Guid TenantId, string Name, string Slug, string Town, Guid AdminUserId, string AdminName, string AdminEmail);
