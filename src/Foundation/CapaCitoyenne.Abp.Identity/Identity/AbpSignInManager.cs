using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>Sign-in by cookie. Checks the security stamp in a unit of work of its own: it runs before the request has one.</summary>
public class AbpSignInManager(
    IdentityUserManager userManager,
    IHttpContextAccessor contextAccessor,
    IUserClaimsPrincipalFactory<IdentityUser> claimsFactory,
    IOptions<IdentityOptions> options,
    ILogger<AbpSignInManager> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<IdentityUser> confirmation,
    IUnitOfWorkManager unitOfWorkManager)
    : SignInManager<IdentityUser>(userManager, contextAccessor, claimsFactory, options, logger, schemes, confirmation)
{
    public override async Task<IdentityUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var user = await base.ValidateSecurityStampAsync(principal);
        await unitOfWork.CompleteAsync();
        return user;
    }
}
