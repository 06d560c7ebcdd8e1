using CapaCitoyenne.TestBase;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>A site is found, read, and gets an address of its own.</summary>
public sealed class FoundTests(BrowserHub hub)
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task A_reader_searches_the_site_and_the_association_sees_that_it_is_read_and_gives_it_its_own_name()
    {
        const string Email = "lea.trouvee@exemple.fr";
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Lecteurs du quai", Email);
        await lea.ConfirmsTheirAddressAsync(hub, Email);
        await lea.PublishesTheirHomePageAsync();

        // A reader, without script: from the foot of the home page to the page that has the words.
        await using var reader = await hub.AVisitorAsync();
        await reader.GoToAsync(hub.SiteAddress(slug));
        await reader.FillAsync("Chercher sur ce site", "accessibles");
        await reader.PressAsync("Chercher");
        await reader.Page.Locator(".news-excerpt mark").First.WaitForAsync();
        await reader.ShouldBeAccessibleAsync();
        await reader.FollowAsync("Accessibilité");
        (await reader.TitleAsync()).ShouldBe("Accessibilité");

        // Six people read it; the association sees how much, not who.
        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = $"{slug}.localhost" } };
            request.Headers.TryAddWithoutValidation("User-Agent", Firefox);
            request.Headers.Referrer = new Uri("https://mairie10.paris.fr/agenda");
            (await hub.NewBrowser().Http.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccess();
        }
        await lea.GoToAsync($"/espace/{slug}/site/visites");
        await lea.Page.GetByText("6 visites de pages cette semaine").WaitForAsync();
        await lea.Page.GetByText("mairie10.paris.fr").First.WaitForAsync();

        // A name of its own: written down, proven by its zone, chosen.
        await lea.GoToAsync($"/espace/{slug}/site/adresses");
        await lea.FillAsync("Nom de domaine", "https://www.lecteurs-du-quai.fr/accueil");
        await lea.PressAsync("Ajouter ce nom");
        var proof = await lea.Page.Locator("code").Nth(1).InnerTextAsync();
        await lea.PressAsync("Vérifier maintenant");
        await lea.Page.GetByText("À prouver").First.WaitForAsync();
        hub.Names.Texts["_capacitoyenne.www.lecteurs-du-quai.fr"] = [proof];
        hub.Names.Addresses["www.lecteurs-du-quai.fr"] = hub.Names.Addresses[$"{slug}.localhost"] = System.Net.IPAddress.Parse("192.0.2.7");
        await lea.PressAsync("Vérifier maintenant");
        await lea.PressAsync("En faire l’adresse du site");
        await lea.PressInDialogAsync("Changer d’adresse");
        await lea.Page.GetByText("Votre site est maintenant à l’adresse www.lecteurs-du-quai.fr.").WaitForAsync();

        foreach (var screen in Screen.All)
        {
            await using var other = await hub.AVisitorAsync(screen, await lea.Page.Context.StorageStateAsync());
            foreach (var page in new[] { "visites", "adresses", "accessibilite" })
            {
                await other.GoToAsync($"/espace/{slug}/site/{page}");
                await other.Page.Locator("main .stack").First.WaitForAsync();
                await other.ShouldBeAccessibleAsync();
            }
        }
    }
}
