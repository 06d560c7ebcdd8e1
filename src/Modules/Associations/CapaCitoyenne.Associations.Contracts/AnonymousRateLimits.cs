namespace CapaCitoyenne.Associations;

/// <summary>
/// Names of the rate limiter policies for anonymous callers, partitioned by client address
/// (<c>[EnableRateLimiting(AnonymousRateLimits.Write)]</c>). Over the limit: 429 with problem details and <c>Retry-After</c>.
/// Limits are configured under <c>RateLimits:{policy}:PermitLimit</c> and <c>…:WindowSeconds</c>.
/// </summary>
public static class AnonymousRateLimits
{
    /// <summary>Sign-up, sign-in, password reset, public forms: 60 per minute, enough for a training room behind one address. Reads are not counted.</summary>
    public const string Write = "anonymous-write";

    /// <summary>Public look-ups that search: 240 per minute.</summary>
    public const string Read = "anonymous-read";
}
