using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>What search engines ask the hub for. Sites answer these addresses themselves.</summary>
[ApiController, ApiExplorerSettings(IgnoreApi = true), AllowAnonymous, ResponseCache(Duration = 600)]
public class HubSitemapController : AbpController
{
    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> GetSitemapAsync() => File(await HttpContext.RequestServices.GetRequiredService<HubSitemap>().GetAsync(), "application/xml; charset=utf-8");

    [HttpGet("/robots.txt")]
    public IActionResult GetRobots() => File(HttpContext.RequestServices.GetRequiredService<HubSitemap>().Robots(), "text/plain; charset=utf-8");
}
