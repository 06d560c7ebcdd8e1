using System.Security.Cryptography;
using CapaCitoyenne.Sites.Pages;
using Microsoft.AspNetCore.DataProtection;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Addresses under which a draft can be looked at for an hour, without signing in: for oneself on a phone, or for a friend.</summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection, SiteAddresses addresses, TimeProvider time) : ISingletonDependency
{
    public const string Prefix = "/apercu/";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Sites.Preview.v1").ToTimeLimitedDataProtector();

    public async Task<PreviewLinkDto> CreateAsync(Publication publication)
    {
        var expiry = time.GetUtcNow() + Lifetime;
        var token = _protector.Protect(publication.TenantId!.Value.ToString("N") + publication.Id.ToString("N"), expiry);
        return new PreviewLinkDto(await addresses.GetUrlAsync(publication.TenantId.Value) + Prefix + token, expiry.UtcDateTime);
    }

    /// <summary>The page or post of a token; null when it is not ours, too old, or another space's.</summary>
    public Guid? Read(Guid tenantId, string token)
    {
        try
        {
            var text = _protector.Unprotect(token, out var expiry);
            return expiry > time.GetUtcNow() && text.Length == 64 && text.StartsWith(tenantId.ToString("N"), StringComparison.Ordinal) ? Guid.ParseExact(text[32..], "N") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
