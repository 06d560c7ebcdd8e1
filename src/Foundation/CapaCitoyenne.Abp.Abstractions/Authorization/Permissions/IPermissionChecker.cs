namespace CapaCitoyenne.Abp.Authorization.Permissions;

public interface IPermissionChecker
{
    /// <summary>Whether the current user holds the permission in the current tenant.</summary>
    Task<bool> IsGrantedAsync(string name);
}

/// <summary>Grants that are rows: to a role (<c>R</c>) or a user (<c>U</c>), in the current tenant or on the host side.</summary>
public interface IPermissionStore
{
    Task<bool> IsGrantedAsync(string name, string providerName, string providerKey);
}

public static class PermissionValueProviders
{
    public const string Role = "R";
    public const string User = "U";
}
