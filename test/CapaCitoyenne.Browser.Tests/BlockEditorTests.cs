using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>The block editor, as somebody uses it who has no mouse, a Word file, and a network that comes and goes.</summary>
public sealed class BlockEditorTests(BrowserHub hub)
{
    [Fact]
    public async Task A_page_of_many_blocks_is_written_by_keyboard_alone()
    {
        await using var lea = await hub.AVisitorAsync(byKeyboard: true);
        await lea.SignsUpAsync(hub, "Les Mots du clavier", "lea.mots@exemple.fr");
        await lea.FollowAsync("C’est parti");
        await lea.Page.Locator(".block-editor [contenteditable=true]").First.WaitForAsync();
        var start = await BlocksAsync(lea);

        await AddAsync(lea, "encadre", "Jardin fermé samedi");
        await AddAsync(lea, "chiffres", "En quelques mots");
        await lea.PressAsync("Ajouter un chiffre");
        await TypeAsync(lea, "120");
        await lea.Page.Keyboard.PressAsync("Tab");
        await TypeAsync(lea, "familles");
        await AddAsync(lea, "accordeon", "On nous demande");
        foreach (var question in new[] { "Quand ?", "Où ?" })
        {
            await lea.PressAsync("Ajouter une question");
            await TypeAsync(lea, question);
        }

        await lea.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await lea.Page.GetByText("Place 1 sur 2.").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var questions = lea.Page.GetByLabel("Question", new PageGetByLabelOptions { Exact = true });
        (await questions.First.InputValueAsync()).ShouldBe("Où ?");
        await AddAsync(lea, "trait");
        (await BlocksAsync(lea)).ShouldBe(start + 4);

        // One history for all of it: the block that came last, then the question that moved.
        for (var i = 0; i < 2; i++) await lea.Page.Keyboard.PressAsync("Control+z");
        (await BlocksAsync(lea)).ShouldBe(start + 3);
        (await questions.First.InputValueAsync()).ShouldBe("Quand ?");
        for (var i = 0; i < 2; i++) await lea.Page.Keyboard.PressAsync("Control+y");
        (await BlocksAsync(lea)).ShouldBe(start + 4);
        (await questions.First.InputValueAsync()).ShouldBe("Où ?");
        await lea.IsSavedAsync();
        await lea.Page.ReloadAsync();
        await questions.First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        (await questions.First.InputValueAsync()).ShouldBe("Où ?");
        (await BlocksAsync(lea)).ShouldBe(start + 4);
    }

    [Fact]
    public async Task A_block_goes_into_a_column_by_the_menu_and_is_written_on_there()
    {
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "Les Deux Colonnes", "lea.colonnes@exemple.fr");
        await lea.FollowAsync("C’est parti");
        await lea.Page.Locator(".block-editor [contenteditable=true]").First.WaitForAsync();
        await AddAsync(lea, "encadre", "Par le menu");
        await AddAsync(lea, "grille");
        // The home page has two of its own; the empty ones are next to the block.
        var column = lea.Page.Locator(".column").Nth(2);
        ILocator Block(string words) => lea.Page.Locator("[data-block]", new PageLocatorOptions { HasText = words }).Last;

        await Block("Par le menu").HoverAsync();
        await Block("Par le menu").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Autres actions" }).FocusAsync();
        await lea.Page.Keyboard.PressAsync("Enter");
        await lea.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Dans la colonne 1" }).PressAsync("Enter");
        await column.GetByText("Par le menu").WaitForAsync();
        await TypeAsync(lea, " et ensuite");
        await lea.IsSavedAsync();
        await lea.Page.ReloadAsync();
        await column.GetByText("Par le menu et ensuite").WaitForAsync();
    }

    [Fact]
    public async Task A_block_is_dropped_into_an_empty_column_by_mouse()
    {
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "La Souris du quai", "lea.souris@exemple.fr");
        await lea.FollowAsync("C’est parti");
        await lea.Page.Locator(".block-editor [contenteditable=true]").First.WaitForAsync();
        await AddAsync(lea, "encadre", "À la souris");
        await AddAsync(lea, "grille");
        var column = lea.Page.Locator(".column").Nth(2);

        await DragAsync(lea.Page.Locator("[data-block]", new PageLocatorOptions { HasText = "À la souris" }).Last.Locator(".grip").First, column.Locator(".end"));
        await column.GetByText("À la souris").WaitForAsync();
        await lea.IsSavedAsync();
        await lea.Page.ReloadAsync();
        await column.GetByText("À la souris").WaitForAsync();
    }

    [Fact]
    public async Task A_Word_file_that_is_pasted_becomes_blocks_and_one_undo_takes_it_back()
    {
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "Les Pages collées", "lea.collees@exemple.fr");
        await lea.FollowAsync("C’est parti");
        await lea.WritesAsync("Avant");
        var start = await BlocksAsync(lea);

        await PasteAsync(lea, await File.ReadAllTextAsync(Samples.WordClipboard, TestContext.Current.CancellationToken));
        await lea.Page.Locator(".ProseMirror h2", new PageLocatorOptions { HasText = "Décisions" }).WaitForAsync();

        // Four pieces behind « Avant »; the words that the page had there come last, in a block of their own.
        (await BlocksAsync(lea)).ShouldBe(start + 5);
        (await lea.Page.Locator(".ProseMirror li li").InnerTextAsync()).ShouldContain("des tomates");
        (await lea.Page.Locator(".ProseMirror [style*=mso], .ProseMirror a[href^=javascript]").CountAsync()).ShouldBe(0);
        await lea.Page.Keyboard.PressAsync("Control+z");
        (await BlocksAsync(lea)).ShouldBe(start);
    }

    [Fact]
    public async Task What_was_written_without_network_comes_back_after_a_crash()
    {
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "Le Réseau perdu", "lea.perdu@exemple.fr");
        await lea.FollowAsync("C’est parti");
        await lea.Page.Locator(".block-editor [contenteditable=true]").First.WaitForAsync();
        var address = lea.Page.Url;
        await lea.Page.Context.SetOfflineAsync(true);
        await lea.WritesAsync("Écrit dans le train");
        await lea.Page.GetByText("Votre texte est gardé dans ce navigateur").First.WaitForAsync();

        // The computer stops: no goodbye is said. Later it comes back, and so does the network.
        var later = await lea.Page.Context.NewPageAsync();
        await lea.Page.CloseAsync();
        await later.Context.SetOfflineAsync(false);
        await using var again = new Visitor(hub, later, Screen.Desktop);
        await again.GoToAsync(address);
        await again.PressAsync("Voir ce qui change");
        await later.Locator("dialog mark", new PageLocatorOptions { HasText = "Écrit dans le train" }).WaitForAsync();
        await again.ShouldBeAccessibleAsync();
        await again.SavesAsync("Écrit dans le train", () => again.PressInDialogAsync("Le reprendre"));

        await later.ReloadAsync();
        await later.Locator(".ProseMirror", new PageLocatorOptions { HasText = "Écrit dans le train" }).WaitForAsync();
        (await later.GetByText("Un texte non enregistré").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_editor_and_its_sheets_are_accessible_on_a_phone_and_on_a_desk_light_and_dark()
    {
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "Les Blocs pour tous", "lea.blocs@exemple.fr");
        await lea.FollowAsync("C’est parti");
        foreach (var words in new[] { "galerie", "accordeon", "promesses", "youtube", "openstreetmap", "trombinoscope" }) await AddAsync(lea, words);
        await lea.PressAsync("Ajouter une personne");
        await lea.IsSavedAsync();
        var (address, state) = (lea.Page.Url, await lea.Page.Context.StorageStateAsync());

        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen, state);
            await visitor.GoToAsync(address);
            var team = visitor.Page.Locator("[data-block]").Last;
            await team.FocusAsync();
            await team.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Ajouter une personne" }).WaitForAsync();
            await visitor.ShouldBeAccessibleAsync();
            await visitor.PressAsync("Ajouter un bloc");
            await visitor.PressAsync("Plus de blocs");
            await visitor.ShouldBeAccessibleAsync();
        }
    }

    /// <summary>Opens the menu, searches by a word somebody might think of, takes the first answer; then types into what has the focus.</summary>
    private static async Task AddAsync(Visitor visitor, string words, string? text = null)
    {
        var before = await BlocksAsync(visitor);
        await visitor.PressAsync("Ajouter un bloc");
        await visitor.Page.GetByLabel("Chercher un bloc").WaitForAsync();
        await visitor.Page.Keyboard.TypeAsync(words);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForFunctionAsync("count => document.querySelectorAll('[data-block]').length > count", before);
        if (text is not null) await TypeAsync(visitor, text);
    }

    /// <summary>The focus comes to the new field one frame after it is there.</summary>
    private static async Task TypeAsync(Visitor visitor, string text)
    {
        await visitor.Page.WaitForFunctionAsync("() => document.activeElement?.matches('[contenteditable=true], textarea:placeholder-shown')");
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>A clipboard with this HTML in it, as another program fills it: Chromium's own clipboard would clean it first.</summary>
    private static Task PasteAsync(Visitor visitor, string html) => visitor.Page.EvaluateAsync(
        """
        html => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        html);

    /// <summary>Chromium without a screen starts no drag of its own: what it would say is said here, one frame after the other.</summary>
    private static async Task DragAsync(ILocator handle, ILocator target)
    {
        await handle.HoverAsync();
        await handle.EvaluateAsync(
            """
            async (handle, target) => {
              const dataTransfer = new DataTransfer();
              const say = async (type, element, place) => {
                const { left, top, width, height } = place.getBoundingClientRect();
                element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true, clientX: left + width / 2, clientY: top + height / 2 }));
                await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
              };
              const block = handle.closest('[data-block]');
              await say('dragstart', block, handle);
              for (const type of ['dragenter', 'dragover', 'drop']) await say(type, target, target);
              await say('dragend', block, target);
            }
            """,
            await target.ElementHandleAsync());
    }

    private static Task<int> BlocksAsync(Visitor visitor) => visitor.Page.Locator("[data-block]").CountAsync();
}
