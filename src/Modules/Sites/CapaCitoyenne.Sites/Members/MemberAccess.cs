using System.Security.Cryptography;
using System.Text;
using CapaCitoyenne.Associations.Integration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.Members;

/// <summary>
/// How a member of a space reads its members' pages on its site's host, where the hub's cookies never are: the hub gives a code, the site
/// takes it once and sets a cookie of its own, for that host and some hours. Whether they are still a member is asked at each page.
/// </summary>
internal sealed class MemberAccess(
    IMemberCodeRepository codes, IMembershipIntegrationService memberships, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant,
    IDataProtectionProvider protection, Public.SiteAddresses addresses, IGuidGenerator guids, TimeProvider time) : ITransientDependency
{
    /// <summary>On sites: where somebody begins to sign in.</summary>
    public const string StartPath = "/acces-membre/commencer";

    /// <summary>On sites: where they come back to.</summary>
    public const string EnterPath = "/acces-membre/entrer";

    /// <summary>On sites; by POST.</summary>
    public const string LeavePath = "/acces-membre/quitter";

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromHours(8);
    private static readonly TimeSpan RequestLifetime = TimeSpan.FromMinutes(30);

    /// <summary>On the site's host.</summary>
    public static string StartUrl(string returnPath) => $"{StartPath}?retour={Uri.EscapeDataString(returnPath)}";

    /// <summary>
    /// Gives the browser that asks a secret of its own, and answers the hub's address that it signs in at. The hub learns its hash only, and the code
    /// that it gives is good in this browser alone (as RFC 7636 does it).
    /// </summary>
    public string Start(HttpContext context, string slug, string returnPath)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(RequestCookieName, secret, CookieOptions(RequestLifetime));
        return $"{addresses.HubUrl}/membre/{slug}?retour={Uri.EscapeDataString(returnPath)}&demande={Hash(secret)}";
    }

    /// <summary>Whether the hub was asked by a site, for a browser.</summary>
    public static bool IsRequest(string? request) => request is { Length: MemberCode.HashLength } && request.All(char.IsAsciiHexDigitLower);

    /// <summary>Where the hub sends a member, with a code for the browser that asked; null when the person is none.</summary>
    /// <param name="request">What <see cref="Start"/> told the hub.</param>
    public async Task<string?> FindEntryAsync(Guid tenantId, Guid userId, string request, string returnPath)
    {
        if (!await IsMemberAsync(tenantId, userId)) return null;
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow().UtcDateTime;
        using var tenant = currentTenant.Change(tenantId);
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await codes.DeleteExpiredAsync(now);
        await codes.InsertAsync(new MemberCode(guids.Create(), tenantId, userId, Hash(code + request), now + CodeLifetime));
        await unitOfWork.CompleteAsync();
        return $"{await addresses.GetUrlAsync(tenantId)}{EnterPath}?code={code}&retour={Uri.EscapeDataString(returnPath)}";
    }

    /// <summary>Takes a code and sets the cookie; false when the code is not good, no longer, or of another browser.</summary>
    public async Task<bool> EnterAsync(HttpContext context, Guid tenantId)
    {
        var code = context.Request.Query["code"].ToString();
        if (code.Length != MemberCode.HashLength || context.Request.Cookies[RequestCookieName] is not { Length: MemberCode.HashLength } secret) return false;
        using var tenant = currentTenant.Change(tenantId);
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var userId = await codes.TakeAsync(Hash(code + Hash(secret)), time.GetUtcNow().UtcDateTime);
        await unitOfWork.CompleteAsync();
        if (userId is not { } id) return false;
        context.Response.Cookies.Delete(RequestCookieName, CookieOptions(null));
        context.Response.Cookies.Append(CookieName, Protector(tenantId).Protect(id.ToString("N"), time.GetUtcNow() + CookieLifetime), CookieOptions(null));
        return true;
    }

    public void Leave(HttpContext context) => context.Response.Cookies.Delete(CookieName, CookieOptions(null));

    /// <summary>Whether the request may come from a member; costs a look at one header.</summary>
    public static bool MayBeMember(HttpRequest request) => request.Headers.Cookie.Count > 0 && request.Cookies.Keys.Any(name => name is PlainName or SecureName);

    /// <summary>Whether the request's cookie was made for this site, is fresh, and its owner is still a member.</summary>
    public async Task<bool> IsMemberAsync(HttpContext context, Guid tenantId)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 1000 } cookie) return false;
        try
        {
            var text = Protector(tenantId).Unprotect(cookie, out var expiry);
            return expiry > time.GetUtcNow() && Guid.TryParseExact(text, "N", out var userId) && await IsMemberAsync(tenantId, userId);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>A path of the same site, whatever the address says.</summary>
    public static string CleanReturnPath(string? path)
        => path is ['/', not '/' and not '\\', ..] && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal) ? path : "/";

    private async Task<bool> IsMemberAsync(Guid tenantId, Guid userId)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var isMember = (await memberships.GetListAsync(userId)).Exists(membership => membership.TenantId == tenantId);
        await unitOfWork.CompleteAsync();
        return isMember;
    }

    // The space is part of the purpose: a cookie of one site is noise to every other.
    private ITimeLimitedDataProtector Protector(Guid tenantId) => protection.CreateProtector("Sites.Member.v1", tenantId.ToString("N")).ToTimeLimitedDataProtector();

    private const string PlainName = "membre";
    private const string SecureName = "__Host-membre";

    private bool IsHttps => addresses.HubUrl.StartsWith("https:", StringComparison.Ordinal);

    // Browsers refuse the prefix on plain http.
    private string CookieName => IsHttps ? SecureName : PlainName;

    private string RequestCookieName => CookieName + "-demande";

    private CookieOptions CookieOptions(TimeSpan? lifetime) => new() { HttpOnly = true, Secure = IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = lifetime };

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
