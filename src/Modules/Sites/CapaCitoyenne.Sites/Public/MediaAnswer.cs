using CapaCitoyenne.Sites.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Sends pictures and documents, in parts where a player asks for them. What is not shown in place is saved under its name.</summary>
internal static class MediaAnswer
{
    // A document is none of our pages: whatever it holds, it runs nothing and reads nothing here.
    private const string DocumentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; sandbox";

    /// <param name="siteTenantId">The only space whose files are sent; null on the hub, where all are.</param>
    public static async Task SendAsync(HttpContext context, IServiceProvider services, Guid? siteTenantId)
    {
        PublicSiteHeaders.Set(context.Response.Headers);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }
        if (MediaPaths.Parse(context.Request.Path.Value ?? "") is not { } wanted || (siteTenantId is not null && siteTenantId != wanted.TenantId))
        {
            NotFound(context);
            return;
        }
        using var tenant = services.GetRequiredService<ICurrentTenant>().Change(wanted.TenantId);
        var stream = await services.GetRequiredService<IBlobContainer<MediaContainer>>().GetOrNullAsync(wanted.BlobName, context.RequestAborted);
        if (stream is null)
        {
            NotFound(context);
            return;
        }
        var headers = context.Response.Headers;
        PublicSiteHeaders.SetKept(headers, forGood: true);
        if (wanted.Type.Kind == MediaKind.Document)
        {
            headers.ContentSecurityPolicy = DocumentPolicy;
            headers.ContentDisposition = (wanted.Type.IsShownInPlace ? "inline" : "attachment") + $"; filename=\"{wanted.FileName}\"";
        }
        var tag = new EntityTagHeaderValue($"\"{wanted.BlobName.Replace('/', '-')}\"");
        await TypedResults.Stream(stream, wanted.Type.ContentType, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static void NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentLength = 0;
    }
}
