using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>What the cookie says: who somebody is. Never what they may do, which depends on the space and may change at any time.</summary>
internal sealed class AbpUserClaimsPrincipalFactory(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<IdentityUser>
{
    public Task<ClaimsPrincipal> CreateAsync(IdentityUser user)
    {
        var types = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, types.UserNameClaimType, types.RoleClaimType);
        identity.AddClaim(new Claim(types.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(types.UserNameClaimType, user.UserName!));
        identity.AddClaim(new Claim(types.EmailClaimType, user.Email!));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.Name));
        identity.AddClaim(new Claim("email_verified", user.EmailConfirmed ? "true" : "false"));
        identity.AddClaim(new Claim(types.SecurityStampClaimType, user.SecurityStamp!));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
