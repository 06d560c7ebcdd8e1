using System.Security.Claims;

namespace CapaCitoyenne.Abp.Users;

/// <summary>
/// Who is acting. Smaller than ABP's: with shared user accounts the roles depend on the space, so they are asked of
/// <c>IUserRoleFinder</c> and never stand in the cookie.
/// </summary>
public interface ICurrentUser
{
    bool IsAuthenticated { get; }

    Guid? Id { get; }

    string? UserName { get; }

    string? Name { get; }

    string? Email { get; }

    bool EmailVerified { get; }

    Claim? FindClaim(string claimType);
}

public static class CurrentUserExtensions
{
    /// <summary>The id of the signed-in user; throws <see cref="AbpException"/> when nobody is signed in.</summary>
    public static Guid GetId(this ICurrentUser currentUser)
        => currentUser.Id ?? throw new AbpException("No user is signed in.");
}

/// <summary>The names of a user's roles in the current tenant (on the host side: hub-wide roles).</summary>
public interface IUserRoleFinder
{
    Task<string[]> GetRoleNamesAsync(Guid userId);
}

/// <summary>Acts as another principal until the result is disposed (jobs, tests).</summary>
public interface ICurrentPrincipalAccessor
{
    ClaimsPrincipal Principal { get; }

    IDisposable Change(ClaimsPrincipal principal);
}
