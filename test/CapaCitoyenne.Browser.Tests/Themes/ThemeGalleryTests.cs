using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests.Themes;

/// <summary>
/// Every theme with every block, as readers see them. With <c>CAPA_GALLERY</c> (a folder) each is kept as a picture: see
/// <c>etc/scripts/theme-gallery.sh</c>.
/// </summary>
public sealed class ThemeGalleryTests(BrowserHub hub)
{
    /// <summary>
    /// The narrowest that a page must fit without scrolling sideways (WCAG 2.2, 1.4.10), and a desk; both schemes. All screens are for the pictures.
    /// The contrast of each pair of colours is computed elsewhere.
    /// </summary>
    private static readonly Screen[] Enough = [new(320, 640, ColorScheme.Light), Screen.All[3]];

    private static readonly string? Gallery = Environment.GetEnvironmentVariable("CAPA_GALLERY");

    [Fact]
    public async Task Every_block_is_accessible_in_every_theme_on_a_phone_and_on_a_desk_light_and_dark()
    {
        var site = await EveryBlock.OnTheSiteOfAsync(hub, "Les Jardins du quai", "lea.themes@exemple.fr");
        foreach (var theme in Themes(await site.CallAsync("GET", "/api/sites/site")))
        {
            await site.CallAsync("PUT", "/api/sites/site/look", new { theme });
            foreach (var screen in Gallery is null ? Enough : Screen.All)
            {
                await using var reader = await hub.AVisitorAsync(screen);
                await reader.GoToAsync(hub.SiteAddress(site.Slug, EveryBlock.Path));
                await reader.ShouldBeAccessibleAsync();
                if (Gallery is not null) await PhotographAsync(reader, theme);
                if (Gallery is not null || screen != Enough[0]) continue;
                foreach (var path in site.OtherPaths)
                {
                    await reader.GoToAsync(hub.SiteAddress(site.Slug, path));
                    await reader.ShouldBeAccessibleAsync();
                }
            }
        }

        await site.Editor.DisposeAsync();
    }

    private static List<string> Themes(System.Text.Json.Nodes.JsonNode site) => [.. site["themes"]!.AsArray().Select(theme => theme!["name"]!.GetValue<string>())];

    private static async Task PhotographAsync(Visitor reader, string theme)
    {
        // Pictures below the fold are loaded when they come near.
        await reader.Page.EvaluateAsync("document.querySelectorAll('img[loading=lazy]').forEach(image => image.loading = 'eager')");
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var name = $"{theme}-{reader.Screen.Width}-{reader.Screen.Scheme}.png".ToLowerInvariant();
        await reader.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(Gallery!, name) });
    }
}
