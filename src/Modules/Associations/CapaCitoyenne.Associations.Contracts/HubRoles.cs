namespace CapaCitoyenne.Associations;

/// <summary>
/// Roles on the hub itself. They count only where no space is current (<c>ICurrentTenant.Id</c> is null): holding one
/// opens no space.
/// </summary>
public static class HubRoles
{
    /// <summary>Runs the instance; the first account of an empty hub gets it.</summary>
    public const string Operator = "operator";

    /// <summary>Curates what associations share.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>All roles of the hub.</summary>
    public static IReadOnlyList<string> All { get; } = [Operator, Coordinator];
}
