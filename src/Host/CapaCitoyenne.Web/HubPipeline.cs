using CapaCitoyenne.Associations.Hub;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Web;

internal static class HubPipeline
{
    // Verified in a browser with the whole workspace, paste and drag included.
    private const string WorkspacePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue ProseMirrorClipboard; frame-src 'self' ";

    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'";

    // The API reference and the job dashboard bring scripts and inline styles of their own.
    private const string ToolPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    /// <summary>A policy by part of the hub; an endpoint that sets its own keeps it.</summary>
    public static IApplicationBuilder UseHubSecurityHeaders(this IApplicationBuilder app)
    {
        var workspacePolicy = WorkspacePolicy + SiteOrigins(app.ApplicationServices.GetRequiredService<IConfiguration>());
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var path = context.Request.Path;
                var headers = context.Response.Headers;
                if (headers.ContentSecurityPolicy.Count == 0)
                {
                    headers.ContentSecurityPolicy = path.StartsWithSegments("/espace") ? workspacePolicy
                        : path.StartsWithSegments("/scalar") || path.StartsWithSegments("/hangfire") ? ToolPolicy
                        : PagePolicy;
                }

                headers.XContentTypeOptions = "nosniff";
                // Pages behind a secret link say no-referrer themselves.
                headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>The sites of the spaces: the workspace shows their previews in a frame.</summary>
    private static string SiteOrigins(IConfiguration configuration)
    {
        var hub = new Uri(configuration["App:SelfUrl"] ?? "http://localhost:5000");
        return $"{hub.Scheme}://*.{configuration["App:SiteDomain"] ?? "localhost"}{(hub.IsDefaultPort ? "" : FormattableString.Invariant($":{hub.Port}"))}";
    }

    /// <summary>
    /// Reader's address and scheme from the proxies named in <c>Proxy:KnownProxies</c> (addresses, separated by commas), from nobody else. Their
    /// <c>X-Forwarded-Host</c> is not read at all: a proxy passes the host on, and a reader's own must not choose a site.
    /// </summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var proxies = (app.Configuration["Proxy:KnownProxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (proxies.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>
    /// Where password managers look (W3C, A Well-Known URL for Changing Passwords): the page that sends a link. Where finders of flaws look (RFC 9116).
    /// </summary>
    public static void MapWellKnown(this WebApplication app)
    {
        app.MapGet("/.well-known/change-password", () => Results.Redirect("/mot-de-passe-oublie")).ExcludeFromDescription();
        app.MapGet("/.well-known/security.txt", (HttpRequest request, IOptions<OperatorOptions> owner, TimeProvider clock) =>
            owner.Value.WriteSecurityText($"{request.Scheme}://{request.Host}", "fr", clock.GetUtcNow().UtcDateTime) is { } note
                ? Results.Text(note, "text/plain; charset=utf-8") : Results.NotFound()).ExcludeFromDescription();
    }

    /// <summary>Empty error answers of pages show the error page; the API keeps its problem details.</summary>
    public static IApplicationBuilder UseStatusCodePagesForHtml(this IApplicationBuilder app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/health"),
        branch => branch.UseStatusCodePagesWithReExecute("/erreur/{0}"));

    /// <summary>The workspace: hashed files for ever, the page itself for every address below <c>/espace</c>.</summary>
    public static void MapWorkspace(this WebApplication app) => app.MapFallbackToFile("/espace/{**path:nonfile}", "espace/index.html", new StaticFileOptions
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
    });
}

/// <summary>The job dashboard is the operator's alone, also on the same machine.</summary>
internal sealed class OperatorOnly : IDashboardAsyncAuthorizationFilter
{
    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var finders = http.RequestServices.GetServices<IUserRoleFinder>();
        if (http.RequestServices.GetRequiredService<ICurrentUser>().Id is not { } userId)
        {
            return false;
        }

        using (http.RequestServices.GetRequiredService<ICurrentTenant>().Change(null))
        {
            foreach (var finder in finders)
            {
                if ((await finder.GetRoleNamesAsync(userId)).Contains(Associations.HubRoles.Operator))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
