using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Associations.SignUps;

/// <summary>Signed tokens that say when a form was opened.</summary>
internal sealed class SignUpFormTokens(IDataProtectionProvider dataProtectionProvider, IClock clock, IOptions<SignUpOptions> options) : ITransientDependency
{
    private readonly IDataProtector _protector = dataProtectionProvider.CreateProtector("Associations.SignUpForm");

    public string Create() => _protector.Protect(clock.Now.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Errors: SignUpTooFast, SignUpFormExpired.</summary>
    public void Check(string token)
    {
        var age = clock.Now - OpenedAt(token);
        if (age > TimeSpan.FromHours(SignUpConsts.FormTokenHours))
            throw new BusinessException(AssociationsErrorCodes.SignUpFormExpired);
        if (age < TimeSpan.FromSeconds(options.Value.MinSeconds))
            throw new BusinessException(AssociationsErrorCodes.SignUpTooFast);
    }

    private DateTime OpenedAt(string token)
    {
        try
        {
            return new DateTime(long.Parse(_protector.Unprotect(token), CultureInfo.InvariantCulture), DateTimeKind.Utc);
        }
        catch (CryptographicException)
        {
            throw new BusinessException(AssociationsErrorCodes.SignUpFormExpired);
        }
    }
}

/// <summary>Section <c>SignUp</c> of the configuration.</summary>
internal sealed class SignUpOptions
{
    /// <summary>A form that comes back sooner was filled in by a program. Tests set 0.</summary>
    public int MinSeconds { get; set; } = 2;
}
