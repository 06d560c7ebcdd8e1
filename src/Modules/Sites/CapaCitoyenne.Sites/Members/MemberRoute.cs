using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Members;

/// <summary>Signing in and out on a site: the only addresses of it that set a cookie (decision 0027).</summary>
internal sealed class MemberRoute(IServiceScopeFactory scopes) : IPublicSiteRoute, ISingletonDependency
{
    public bool Takes(string method, string path) => path switch
    {
        MemberAccess.StartPath or MemberAccess.EnterPath => HttpMethods.IsGet(method),
        MemberAccess.LeavePath => HttpMethods.IsPost(method),
        _ => false,
    };

    public async Task AnswerAsync(HttpContext context, PublicSiteState site)
    {
        await using var scope = scopes.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<MemberAccess>();
        var returnPath = MemberAccess.CleanReturnPath(context.Request.Query["retour"]);
        switch (context.Request.Path.Value)
        {
            case MemberAccess.StartPath:
                SeeOther(context, access.Start(context, site.Slug, returnPath));
                break;
            case MemberAccess.LeavePath:
                access.Leave(context);
                SeeOther(context, "/");
                break;
            default:
                if (await access.EnterAsync(context, site.TenantId)) SeeOther(context, returnPath);
                else await PublicSiteMiddleware.WriteAsync(context, await scope.ServiceProvider.GetRequiredService<PublicSiteRenderer>().RenderRefusedEntryAsync(site.TenantId, site.Slug, returnPath));
                break;
        }
    }

    private static void SeeOther(HttpContext context, string location)
    {
        PublicSiteHeaders.Set(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = location;
        context.Response.Headers.CacheControl = PublicSiteHeaders.NoStore;
        context.Response.ContentLength = 0;
    }
}
