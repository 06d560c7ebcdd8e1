using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>The link in a mail by which somebody says that they will not come. Good for one sign-up, as long as it is there.</summary>
internal sealed class RegistrationLinks(IDataProtectionProvider protection) : ISingletonDependency
{
    public const string Prefix = "/participer/annuler/";
    private const int GuidLength = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("Sites.Registration.v1");

    /// <summary>Path on the site.</summary>
    public string Create(Registration registration) => Prefix + _protector.Protect(registration.TenantId!.Value.ToString("N") + registration.Id.ToString("N"));

    /// <summary>The sign-up of a token; null when it is not ours or another space's.</summary>
    public Guid? Read(Guid tenantId, string token)
    {
        try
        {
            var text = _protector.Unprotect(token);
            return text.Length == 2 * GuidLength && text.StartsWith(tenantId.ToString("N"), StringComparison.Ordinal) ? Guid.ParseExact(text[GuidLength..], "N") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
