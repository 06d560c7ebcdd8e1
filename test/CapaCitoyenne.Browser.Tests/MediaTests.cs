using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>Pictures come in by drag and by paste, are described once, and show on the site.</summary>
public sealed class MediaTests(BrowserHub hub)
{
    // Drawn by the browser, so that they are what a camera or a clipboard gives.
    private const string Draw = """
        async (names) => {
          const transfer = new DataTransfer();
          for (const [index, name] of names.entries()) {
            const canvas = Object.assign(document.createElement('canvas'), { width: 1100 + index, height: 700 });
            const pen = canvas.getContext('2d');
            pen.fillStyle = ['#7bd498', '#7fa6ff', '#ffae6b', '#c29bff'][index % 4];
            pen.fillRect(0, 0, 1100, 700);
            pen.fillStyle = '#4a1f78';
            pen.fillRect(100 + 200 * index, 200, 160, 300);
            const bytes = await new Promise((resolve) => canvas.toBlob(resolve, name.endsWith('.png') ? 'image/png' : 'image/jpeg'));
            transfer.items.add(new File([bytes], name, { type: bytes.type }));
          }
        """;

    private const string Drop = Draw + """
          document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: transfer, bubbles: true }));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }
        """;

    private const string Paste = Draw + """
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task Pictures_are_dropped_pasted_described_replaced_and_seen_on_the_site()
    {
        const string email = "lea.photos@exemple.fr";
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Photographes du canal", email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.PublishesTheirHomePageAsync();
        var home = lea.Page.Url;
        await lea.GoToAsync($"/espace/{slug}/site/medias");
        await lea.Page.GetByText("Aucun fichier encore").WaitForAsync();

        await lea.Page.EvaluateAsync(Drop, new[] { "canal.jpg", "écluse.jpg", "péniche.jpg" });
        await Tile(lea, "péniche.jpg").WaitForAsync();
        await Tile(lea, "canal.jpg").WaitForAsync();
        await lea.Page.EvaluateAsync(Paste, new[] { "image.png" });
        await lea.Page.Locator(".grid li").Nth(3).WaitForAsync();
        await lea.ShouldBeAccessibleAsync();

        await Tile(lea, "canal.jpg").ClickAsync();
        await lea.FillAsync("Description de l’image", "Le canal sous la neige");
        var mark = lea.Page.GetByRole(AriaRole.Slider);
        await mark.FocusAsync();
        for (var i = 0; i < 8; i++) await lea.Page.Keyboard.PressAsync("ArrowLeft");
        (await mark.GetAttributeAsync("aria-valuetext"))!.Replace('\u00A0', ' ').ShouldBe("10 % depuis la gauche, 50 % depuis le haut");
        await lea.ShouldBeAccessibleAsync();
        await lea.PressInDialogAsync("Enregistrer");
        await lea.Page.GetByText("Le canal sous la neige").WaitForAsync();

        await PlacesItOnAsync(lea, home);
        await using var reader = await hub.AVisitorAsync();
        await reader.GoToAsync(hub.SiteAddress(slug));
        var shown = reader.Page.GetByAltText("Le canal sous la neige");
        (await shown.GetAttributeAsync("class")).ShouldBe("focus-x0");
        var before = await shown.GetAttributeAsync("src");

        await lea.GoToAsync($"/espace/{slug}/site/medias");
        await Tile(lea, "canal.jpg").ClickAsync();
        await lea.Page.Locator(".uses a").WaitForAsync();
        var drawn = await lea.Page.EvaluateAsync<string>("""
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 1300, height: 900 });
              return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """);
        await lea.Page.GetByRole(AriaRole.Dialog).Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "canal-neuf.jpg", MimeType = "image/jpeg", Buffer = Convert.FromBase64String(drawn) });
        await lea.Page.GetByText("Remplacé").First.WaitForAsync();

        await reader.Page.ReloadAsync();
        (await shown.GetAttributeAsync("src")).ShouldNotBe(before);
        await reader.ShouldBeAccessibleAsync();

        var state = await lea.Page.Context.StorageStateAsync();
        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen, state);
            await visitor.GoToAsync($"/espace/{slug}/site/medias");
            await Tile(visitor, "canal.jpg").WaitForAsync();
            await visitor.ShouldBeAccessibleAsync();
            await Tile(visitor, "canal.jpg").ClickAsync();
            await visitor.Page.GetByText("Utilisé dans").WaitForAsync();
            await visitor.ShouldBeAccessibleAsync();
        }
    }

    private static ILocator Tile(Visitor visitor, string name) => visitor.Page.Locator(".grid button", new PageLocatorOptions { HasText = name });

    private static async Task PlacesItOnAsync(Visitor lea, string page)
    {
        await lea.GoToAsync(page);
        await lea.PressAsync("Ajouter un bloc");
        await lea.PressAsync(AriaRole.Option, "Image");
        await lea.PressAsync("Dans la médiathèque");
        await lea.Page.GetByRole(AriaRole.Dialog).Locator(".grid button", new LocatorLocatorOptions { HasText = "canal.jpg" }).ClickAsync();
        await lea.Page.Locator(".block-editor img").First.WaitForAsync();
        await lea.PressAsync("Mettre en ligne");
        await lea.PressInDialogAsync("Mettre en ligne");
        await lea.Page.GetByText("est en ligne.").First.WaitForAsync();
    }
}
