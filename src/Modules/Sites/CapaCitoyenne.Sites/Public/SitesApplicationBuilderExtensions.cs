using Microsoft.AspNetCore.Builder;

namespace CapaCitoyenne.Sites.Public;

public static class SitesApplicationBuilderExtensions
{
    /// <summary>Serves the associations' sites by host name. The first of the pipeline: a page from memory passes through nothing else.</summary>
    public static IApplicationBuilder UsePublicSites(this IApplicationBuilder app) => app.UseMiddleware<PublicSiteMiddleware>();
}
