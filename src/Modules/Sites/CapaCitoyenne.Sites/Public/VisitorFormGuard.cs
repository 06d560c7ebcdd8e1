using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.Public;

/// <summary>What to do with something that was sent with a form of a public page.</summary>
internal enum VisitorCheck
{
    Passed,

    /// <summary>A machine, for certain: it is told what it expects, and nothing is kept.</summary>
    Machine,

    /// <summary>Perhaps a machine: shown again with a button, all answers kept.</summary>
    AskAgain,
}

/// <summary>
/// Tells people from machines without a cookie, a script or anything about the reader in the page, which is cached for all: a field that
/// people do not see, the origin that browsers name, and a signed token that is as old as the cached page. Whoever comes without a good one
/// is asked once more on a page of their own, whose token must be some seconds old. See etc/decisions/0032.
/// </summary>
internal sealed class VisitorFormGuard(IDataProtectionProvider protection, IClock clock) : ISingletonDependency
{
    public const string TokenField = "jeton";

    /// <summary>Hidden from people; machines fill it in.</summary>
    public const string HoneypotField = "site";

    // A cached page lives for a day, and people leave tabs open.
    private static readonly TimeSpan PageLifetime = TimeSpan.FromDays(3);
    private static readonly TimeSpan SecondLifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan SecondMinimum = TimeSpan.FromSeconds(1);
    private const int MaxLinks = 2;
    private const int GuidLength = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("Sites.VisitorForm.v1");

    /// <param name="id">What the form is for: a form, an event.</param>
    /// <param name="isSecond">For the page that asks once more.</param>
    public string CreateToken(Guid id, bool isSecond = false)
        => _protector.Protect(id.ToString("N") + (isSecond ? "2" : "1") + clock.Now.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <param name="texts">What was written in the visitor's own words.</param>
    public VisitorCheck Check(HttpRequest request, IFormCollection form, Guid id, IEnumerable<string> texts)
    {
        if (!string.IsNullOrEmpty(form[HoneypotField]) || IsFromElsewhere(request)) return VisitorCheck.Machine;
        var (isSecond, age) = Read(form[TokenField].ToString(), id);
        if (age is null) return VisitorCheck.AskAgain;
        if (isSecond) return age >= SecondMinimum && age <= SecondLifetime ? VisitorCheck.Passed : VisitorCheck.AskAgain;
        return age <= PageLifetime && texts.Sum(CountLinks) <= MaxLinks ? VisitorCheck.Passed : VisitorCheck.AskAgain;
    }

    /// <summary>Another site's page sent it: browsers say so (Fetch Metadata, Origin).</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        // Some browsers send "null" where a referrer policy hides the page.
        return origin.Length > 0 && origin != "null" && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private (bool IsSecond, TimeSpan? Age) Read(string token, Guid id)
    {
        try
        {
            var text = _protector.Unprotect(token);
            if (text.Length <= GuidLength + 1 || !text.StartsWith(id.ToString("N"), StringComparison.Ordinal)) return default;
            return (text[GuidLength] == '2', clock.Now - new DateTime(long.Parse(text.AsSpan(GuidLength + 1), CultureInfo.InvariantCulture), DateTimeKind.Utc));
        }
        catch (CryptographicException)
        {
            return default;
        }
    }

    private static int CountLinks(string text)
    {
        var count = 0;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal)) count++;
        return count;
    }
}
