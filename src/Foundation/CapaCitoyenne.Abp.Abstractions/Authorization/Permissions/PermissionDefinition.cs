using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Abp.Authorization.Permissions;

/// <summary>
/// One permission. The property <c>Roles</c> (comma-separated) names the roles that hold it without any grant row:
/// see <see cref="WithProperty"/> and decision record "roles are sets of permissions, defined in code".
/// </summary>
public sealed class PermissionDefinition(string name, ILocalizableString? displayName)
{
    public const string RolesProperty = "Roles";

    private readonly List<PermissionDefinition> _children = [];

    public string Name { get; } = name;

    public ILocalizableString? DisplayName { get; } = displayName;

    public PermissionDefinition? Parent { get; private set; }

    public IReadOnlyList<PermissionDefinition> Children => _children;

    public Dictionary<string, object?> Properties { get; } = [];

    /// <summary>The roles that hold the permission by definition; a child without the property has its parent's.</summary>
    public IReadOnlyList<string> Roles => Properties.TryGetValue(RolesProperty, out var roles) && roles is string text
        ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : Parent?.Roles ?? [];

    public PermissionDefinition AddChild(string name, ILocalizableString? displayName = null)
    {
        var child = new PermissionDefinition(name, displayName) { Parent = this };
        _children.Add(child);
        return child;
    }

    public PermissionDefinition WithProperty(string key, object? value)
    {
        Properties[key] = value;
        return this;
    }
}

public sealed class PermissionGroupDefinition(string name, ILocalizableString? displayName)
{
    private readonly List<PermissionDefinition> _permissions = [];

    public string Name { get; } = name;

    public ILocalizableString? DisplayName { get; } = displayName;

    public IReadOnlyList<PermissionDefinition> Permissions => _permissions;

    public PermissionDefinition AddPermission(string name, ILocalizableString? displayName = null)
    {
        var permission = new PermissionDefinition(name, displayName);
        _permissions.Add(permission);
        return permission;
    }
}

public interface IPermissionDefinitionContext
{
    PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null);
}

/// <summary>Declares a module's permissions; found by convention.</summary>
public abstract class PermissionDefinitionProvider : ITransientDependency
{
    public abstract void Define(IPermissionDefinitionContext context);
}

public interface IPermissionDefinitionManager
{
    PermissionDefinition? GetOrNull(string name);

    IReadOnlyList<PermissionDefinition> GetPermissions();

    IReadOnlyList<PermissionGroupDefinition> GetGroups();
}
