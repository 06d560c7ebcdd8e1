using Microsoft.AspNetCore.Identity;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>ASP.NET Core Identity's answers as exceptions; ABP's contract.</summary>
public static class IdentityResultExtensions
{
    /// <exception cref="AbpIdentityResultException">The operation failed.</exception>
    public static void CheckErrors(this IdentityResult identityResult)
    {
        if (!identityResult.Succeeded)
            throw new AbpIdentityResultException(identityResult);
    }
}

/// <summary>Its code is <c>Identity:</c> and ASP.NET Core Identity's first error code, for instance <c>Identity:DuplicateUserName</c>.</summary>
public class AbpIdentityResultException(IdentityResult identityResult)
    : BusinessException("Identity:" + identityResult.Errors.First().Code, string.Join(' ', identityResult.Errors.Select(error => error.Description)))
{
    public IdentityResult IdentityResult { get; } = identityResult;
}
