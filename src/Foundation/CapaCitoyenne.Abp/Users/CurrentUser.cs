using System.Security.Claims;
using CapaCitoyenne.Abp.Internal;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Abp.Users;

internal sealed class CurrentUser(ICurrentPrincipalAccessor principalAccessor) : ICurrentUser, ITransientDependency
{
    public bool IsAuthenticated => Id.HasValue;

    public Guid? Id => Guid.TryParse(FindClaim(ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;

    public string? UserName => FindClaim(ClaimTypes.Name)?.Value;

    public string? Name => FindClaim(ClaimTypes.GivenName)?.Value;

    public string? Email => FindClaim(ClaimTypes.Email)?.Value;

    public bool EmailVerified => FindClaim("email_verified")?.Value is "true" or "True";

    public Claim? FindClaim(string claimType) => principalAccessor.Principal.FindFirst(claimType);
}

internal sealed class HttpContextCurrentPrincipalAccessor(IHttpContextAccessor httpContextAccessor) : ICurrentPrincipalAccessor, ISingletonDependency
{
    private static readonly ClaimsPrincipal Anonymous = new(new ClaimsIdentity());
    private readonly AmbientValue<ClaimsPrincipal> _changed = new();

    public ClaimsPrincipal Principal => _changed.Value ?? httpContextAccessor.HttpContext?.User ?? Anonymous;

    public IDisposable Change(ClaimsPrincipal principal) => _changed.Change(principal);
}
