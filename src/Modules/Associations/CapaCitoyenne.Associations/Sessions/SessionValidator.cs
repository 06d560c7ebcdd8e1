using System.Security.Claims;
using CapaCitoyenne.Abp.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using IdentityUser = CapaCitoyenne.Abp.Identity.IdentityUser;

namespace CapaCitoyenne.Associations.Sessions;

/// <summary>
/// The check of a cookie, once a minute: the security stamp as before, and that the session was not ended (decision 0074). Between two checks a
/// request costs no query.
/// </summary>
internal sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options, AbpSignInManager signInManager, ILoggerFactory logger, SessionManager sessionManager)
    : SecurityStampValidator<IdentityUser>(options, signInManager, logger)
{
    protected override async Task<IdentityUser?> VerifySecurityStamp(ClaimsPrincipal? principal) =>
        await base.VerifySecurityStamp(principal) is { } user && principal?.FindSessionId() is { } id && await sessionManager.SeeAsync(id, user.Id) ? user : null;
}

internal static class SessionExtensions
{
    /// <summary>The session that a cookie names; null for whoever came by another way.</summary>
    public static Guid? FindSessionId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(SessionManager.IdClaim)?.Value, out var id) ? id : null;

    public static void AddSessions(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Scoped<ISecurityStampValidator, SessionValidator>());
        // A checked cookie is made anew from the account, which knows nothing of the session.
        services.Configure<SecurityStampValidatorOptions>(options => options.OnRefreshingPrincipal = refreshing =>
        {
            if (refreshing.CurrentPrincipal?.FindFirst(SessionManager.IdClaim) is { } claim)
                refreshing.NewPrincipal!.Identities.First().AddClaim(claim.Clone());
            return Task.CompletedTask;
        });
    }
}
