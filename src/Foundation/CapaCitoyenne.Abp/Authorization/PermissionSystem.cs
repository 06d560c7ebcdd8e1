using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Authorization.Permissions;

internal sealed class PermissionDefinitionManager : IPermissionDefinitionManager, IPermissionDefinitionContext, ISingletonDependency
{
    private readonly List<PermissionGroupDefinition> _groups = [];
    private readonly Dictionary<string, PermissionDefinition> _permissions = [];

    public PermissionDefinitionManager(IEnumerable<PermissionDefinitionProvider> providers)
    {
        foreach (var provider in providers)
        {
            provider.Define(this);
        }

        foreach (var permission in _groups.SelectMany(group => group.Permissions))
        {
            Add(permission);
        }
    }

    public PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null)
    {
        var group = new PermissionGroupDefinition(name, displayName);
        _groups.Add(group);
        return group;
    }

    public PermissionDefinition? GetOrNull(string name) => _permissions.GetValueOrDefault(name);

    public IReadOnlyList<PermissionDefinition> GetPermissions() => [.. _permissions.Values];

    public IReadOnlyList<PermissionGroupDefinition> GetGroups() => _groups;

    private void Add(PermissionDefinition permission)
    {
        _permissions.Add(permission.Name, permission);
        foreach (var child in permission.Children)
        {
            Add(child);
        }
    }
}

/// <summary>
/// Granted when one of the user's roles in the current tenant holds the permission by definition or by a grant row, or when
/// the user has a grant row of their own. Asked once per request and permission.
/// </summary>
internal sealed class PermissionChecker(
    ICurrentUser currentUser, ICurrentTenant currentTenant, IPermissionDefinitionManager definitions, IPermissionStore store,
    IEnumerable<IUserRoleFinder> roleFinders) : IPermissionChecker, IScopedDependency
{
    private readonly Dictionary<(Guid? Tenant, Guid User, string Permission), bool> _answers = [];
    private readonly Dictionary<(Guid? Tenant, Guid User), string[]> _roles = [];

    public async Task<bool> IsGrantedAsync(string name)
    {
        // A program's key names what it may do; more than its owner it never may.
        if (currentUser.Id is not { } userId || (currentUser.FindClaim("scope") is { } scope && !scope.Value.Split(' ').Contains(name)))
        {
            return false;
        }

        var key = (currentTenant.Id, userId, name);
        if (!_answers.TryGetValue(key, out var granted))
        {
            _answers[key] = granted = await AskAsync(userId, name);
        }

        return granted;
    }

    private async Task<bool> AskAsync(Guid userId, string name)
    {
        if (definitions.GetOrNull(name) is not { } definition)
        {
            throw new AbpException($"There is no permission {name}.");
        }

        var roles = await RolesAsync(userId);
        if (roles.Any(role => definition.Roles.Contains(role)))
        {
            return true;
        }

        foreach (var role in roles)
        {
            if (await store.IsGrantedAsync(name, PermissionValueProviders.Role, role))
            {
                return true;
            }
        }

        return await store.IsGrantedAsync(name, PermissionValueProviders.User, userId.ToString());
    }

    private async Task<string[]> RolesAsync(Guid userId)
    {
        var key = (currentTenant.Id, userId);
        if (!_roles.TryGetValue(key, out var roles))
        {
            var found = new List<string>();
            foreach (var finder in roleFinders)
            {
                found.AddRange(await finder.GetRoleNamesAsync(userId));
            }

            _roles[key] = roles = [.. found];
        }

        return roles;
    }
}

/// <summary>Where no identity module is installed, no row grants anything.</summary>
[Dependency(TryRegister = true)]
internal sealed class NullPermissionStore : IPermissionStore, ISingletonDependency
{
    public Task<bool> IsGrantedAsync(string name, string providerName, string providerKey) => Task.FromResult(false);
}

/// <summary>Every permission is a policy: <c>[Authorize("Mailing.Campaigns.Send")]</c>.</summary>
internal sealed class AbpAuthorizationPolicyProvider(IOptions<AuthorizationOptions> options, IPermissionDefinitionManager definitions)
    : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
        => await base.GetPolicyAsync(policyName)
            ?? (definitions.GetOrNull(policyName) is null
                ? null
                : new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(policyName)).Build());
}

internal sealed record PermissionRequirement(string PermissionName) : IAuthorizationRequirement;

internal sealed class PermissionRequirementHandler(IPermissionChecker permissionChecker) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await permissionChecker.IsGrantedAsync(requirement.PermissionName))
        {
            context.Succeed(requirement);
        }
    }
}

internal static class PermissionServiceCollectionExtensions
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, AbpAuthorizationPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionRequirementHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorizationResultHandler>();
    }
}
