using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.Public;

/// <summary>
/// Addresses of every site that a feature answers itself, request by request: a search, a form that is sent, a page for one reader. Collected;
/// asked after the pages that are in memory. The answer sets the headers of <see cref="PublicSiteHeaders"/>.
/// </summary>
[CollectedService]
internal interface IPublicSiteRoute
{
    /// <param name="method">Any: what no route takes is GET and HEAD only.</param>
    bool Takes(string method, string path);

    /// <summary>Outside of any scope, tenant and unit of work: begin your own.</summary>
    Task AnswerAsync(HttpContext context, PublicSiteState site);
}

/// <summary>Addresses of every site that are made from its content and kept like its pages: pictures to share, icons. Collected.</summary>
[CollectedService]
internal interface IPublicSiteContent
{
    bool Takes(string path);

    /// <summary>Once for all readers, with the site's space, language and a unit of work.</summary>
    /// <param name="url">Scheme and host of the site, without a final slash.</param>
    Task<StoredAnswer> MakeAsync(Site site, string url, string path);
}
