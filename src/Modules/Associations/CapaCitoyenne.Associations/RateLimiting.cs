using System.Globalization;
using System.Threading.RateLimiting;
using CapaCitoyenne.Associations.ApiKeys;
using CapaCitoyenne.Associations.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Associations;

/// <summary>The policies of <see cref="AnonymousRateLimits"/>.</summary>
internal static class RateLimiting
{
    // Counted apart below one network's prefix, since a single subscriber has all addresses under it (RFC 6177).
    private const int Ipv6PrefixBytes = 8;

    public static void AddAnonymousRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = RejectAsync;
        AddKeyLimit(options, configuration);
        AddPolicy(options, configuration, AnonymousRateLimits.Write, permitLimit: 60);
        AddPolicy(options, configuration, AnonymousRateLimits.Read, permitLimit: 240);
    });

    /// <summary>Programs do not tire: each key has its own measure, whichever call it makes. Section <c>RateLimits:api-key</c>.</summary>
    private static void AddKeyLimit(RateLimiterOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection("RateLimits").GetSection("api-key");
        var limit = section.GetValue("PermitLimit", 600);
        var window = TimeSpan.FromSeconds(section.GetValue("WindowSeconds", 60));
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => ApiKeyAuthenticationHandler.KeyOf(context.Request) is not { } key
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(
                ApiKey.IdOf(key)?.ToString("N") ?? ClientOf(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = limit, Window = window, SegmentsPerWindow = 6 }));
    }

    private static void AddPolicy(RateLimiterOptions options, IConfiguration configuration, string name, int permitLimit)
    {
        var section = configuration.GetSection("RateLimits").GetSection(name);
        var limit = section.GetValue("PermitLimit", permitLimit);
        var window = TimeSpan.FromSeconds(section.GetValue("WindowSeconds", 60));
        // Opening a form is not sending it: a policy for writes lets reads pass.
        options.AddPolicy(name, context => name == AnonymousRateLimits.Write && HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("read")
            : RateLimitPartition.GetSlidingWindowLimiter(
                ClientOf(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = limit, Window = window, SegmentsPerWindow = 6 }));
    }

    private static string ClientOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.Length == 16 ? bytes.AsSpan(0, Ipv6PrefixBytes) : bytes);
    }

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var retryAfter = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (context.HttpContext.Request.Path.StartsWithSegments("/api"))
        {
            var localizer = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AssociationsResource>>();
            await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = context.HttpContext,
                ProblemDetails =
                {
                    Status = StatusCodes.Status429TooManyRequests,
                    Title = localizer["RateLimit:Title"].Value,
                    Detail = localizer["RateLimit:Detail"].Value,
                    Extensions = { ["code"] = AbpErrorCodes.TooManyRequests },
                },
            });
        }
    }
}
