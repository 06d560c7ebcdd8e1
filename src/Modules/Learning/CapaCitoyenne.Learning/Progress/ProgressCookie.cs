using System.Globalization;
using System.Security.Cryptography;
using CapaCitoyenne.Learning.Catalogue;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CapaCitoyenne.Learning.Progress;

/// <summary>
/// A visitor's progress, in their own browser: which lessons are done and the best result, and nothing about who they are. Signed, first-party,
/// not readable by scripts. The courses of each space have one of their own. It joins the account at sign-in and is removed then.
/// </summary>
internal sealed class ProgressCookie(IDataProtectionProvider protection, IHttpContextAccessor accessor) : ITransientDependency
{
    // A cookie holds 4 KB: enough for this many lessons; the oldest go first.
    private const int MaxLessons = 50;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private readonly IDataProtector _protector = protection.CreateProtector("Learning.Progress.v1");

    private string? Space => Context.GetRouteValue(AbpTenantResolveOptions.TenantKey)?.ToString();

    private string Name => Space is null ? "formations" : "formations-de";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Lesson → best part of the marks, from 0 to 1. Empty when there is no cookie, or one that we did not sign.</summary>
    public Dictionary<Guid, decimal> Read()
    {
        if (Context.Request.Cookies[Name] is not { Length: > 0 } cookie) return [];
        try
        {
            return _protector.Unprotect(cookie).Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => entry.Split(':'))
                .ToDictionary(entry => Guid.ParseExact(entry[0], "N"), entry => int.Parse(entry[1], CultureInfo.InvariantCulture) / 1000m);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>Notes that a lesson is done.</summary>
    public void MarkDone(Guid lessonId, decimal ratio)
    {
        var lessons = Read();
        var best = Math.Max(ratio, lessons.GetValueOrDefault(lessonId));
        lessons.Remove(lessonId);
        var entries = lessons.Append(new(lessonId, best)).TakeLast(MaxLessons)
            .Select(lesson => string.Create(CultureInfo.InvariantCulture, $"{lesson.Key:N}:{(int)(lesson.Value * 1000)}"));
        Context.Response.Cookies.Append(Name, _protector.Protect(string.Join(';', entries)), Options(Lifetime));
    }

    public void Delete() => Context.Response.Cookies.Delete(Name, Options(null));

    // Needed for what the visitor asked for, so that no consent is due.
    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = Space is null ? CourseAddresses.Hub : CourseAddresses.Of(Uri.EscapeDataString(Space)),
        SameSite = SameSiteMode.Lax,
        Secure = Context.Request.IsHttps,
    };
}
