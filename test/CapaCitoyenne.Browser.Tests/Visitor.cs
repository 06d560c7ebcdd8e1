using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>Somebody at a browser. Counts what they press, since the main job has a limit of interactions; typing is not counted, sending a form is.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly BrowserHub _hub;
    private readonly List<string> _complaints = [];

    public Visitor(BrowserHub hub, IPage page, Screen screen)
    {
        _hub = hub;
        Page = page;
        Screen = screen;
        page.Console += (_, message) =>
        {
            // Chromium reports every refused load and every error of a script here; statuses are asserted where they matter.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public Screen Screen { get; }

    /// <summary>Goes everywhere with the Tab key, presses with Enter, types into what has the focus.</summary>
    public bool UsesKeyboard { get; init; }

    /// <summary>Links and buttons pressed so far.</summary>
    public int Interactions { get; private set; }

    public async Task<IResponse?> GoToAsync(string path) => await Page.GotoAsync(path);

    public Task PressAsync(string button) => PressAsync(AriaRole.Button, button);

    public Task FollowAsync(string link) => PressAsync(AriaRole.Link, link);

    public async Task PressAsync(AriaRole role, string name)
    {
        Interactions++;
        await ActivateAsync(Page.GetByRole(role, new PageGetByRoleOptions { Name = name }).First);
    }

    public Task PressInDialogAsync(string button) =>
        PressAsync(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button }));

    /// <summary>Presses what has no name of its own on the page.</summary>
    public async Task PressAsync(ILocator target)
    {
        Interactions++;
        await ActivateAsync(target);
    }

    /// <summary>Ticks a box, or unticks it.</summary>
    public async Task TickAsync(string box)
    {
        var target = Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = box }).First;
        if (!UsesKeyboard)
        {
            await target.ClickAsync();
            return;
        }

        await TabToAsync(target);
        await target.PressAsync("Space");
    }

    public async Task FillAsync(string label, string value)
    {
        var field = Page.GetByLabel(label).First;
        if (!UsesKeyboard)
        {
            await field.FillAsync(value);
            return;
        }

        var attempts = 0;
        do
        {
            await TabToAsync(field);
            await field.PressAsync("Control+A");
            await field.PressSequentiallyAsync(value);
        }
        // A screen that has just opened may still put the focus on its title: the rest of the words goes there.
        while (++attempts < 3 && await field.InputValueAsync() != value);
    }

    /// <summary>Writes, and waits until the hub has it. What stood there before may be saved meanwhile: the save that counts holds the words.</summary>
    public async Task SavesAsync(string words, Func<Task> write)
    {
        await Page.RunAndWaitForResponseAsync(write, answer => answer is { Ok: true, Request.Method: "PUT" } && answer.Request.PostData?.Contains(words, StringComparison.Ordinal) == true);
        await IsSavedAsync();
    }

    /// <summary>Everything is saved that the screen knows of. Of what is typed in a text it knows a moment later: see <see cref="SavesAsync"/>.</summary>
    public Task IsSavedAsync() => Page.Locator("[data-state=saved]").First.WaitForAsync();

    private async Task ActivateAsync(ILocator target)
    {
        if (!UsesKeyboard)
        {
            await target.ClickAsync();
            return;
        }

        await TabToAsync(target);
        // On the target, whatever has taken the focus since: a screen that has just opened may still put it on its title.
        await target.PressAsync("Enter");
    }

    /// <summary>Forward from where the focus is, once around the page at most; what cannot be reached so fails the test.</summary>
    private async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var i = 0; i < 120; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement || element.contains(document.activeElement)"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new ShouldAssertException($"The Tab key does not lead to {target} on {Page.Url}");
    }

    /// <summary>Chooses a file in the only file field of the page; opening the dialog is one interaction.</summary>
    public async Task ChooseFileAsync(string path)
    {
        Interactions++;
        var field = Page.Locator("input[type=file]").First;
        if (!UsesKeyboard)
        {
            await field.SetInputFilesAsync(path);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            // A screen that has just opened may still put the focus on its title: whoever sees that goes on with the Tab key.
            await TabToAsync(field);
            try
            {
                var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync("Space"), new PageRunAndWaitForFileChooserOptions { Timeout = 5_000 });
                await chooser.SetFilesAsync(path);
                return;
            }
            catch (TimeoutException) when (attempt < 3)
            {
            }
        }
    }

    /// <summary>Adds a text block to an empty document and types into it. Two interactions.</summary>
    public async Task WritesAsync(string text)
    {
        await PressAsync("Ajouter un bloc");
        if (UsesKeyboard)
        {
            // The menu is searched by typing; Enter takes the first answer.
            Interactions++;
            await Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "Texte" }).First.WaitForAsync();
            await Page.Keyboard.TypeAsync("Texte");
            await Page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await PressAsync(AriaRole.Option, "Texte");
        }

        await Page.Locator(".block-editor [contenteditable=true]").First.WaitForAsync();
        await Page.Locator(".block-editor [contenteditable=true]").First.FocusAsync();
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Lets the hub work, as Hangfire would, until the screen shows what is waited for. Half a minute at most.</summary>
    public async Task WaitsForAsync(ILocator expected)
    {
        for (var i = 0; i < 60 && await expected.CountAsync() == 0; i++)
        {
            await _hub.RunJobsAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }

        await expected.First.WaitForAsync();
    }

    public Task<string> TitleAsync() => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First.InnerTextAsync();

    /// <summary>Opens the newest link that the hub sent to the address, as somebody who reads their mail does.</summary>
    public Task OpenLinkFromMailAsync(string address, string part) => Page.GotoAsync(_hub.Mail.LinkTo(address, part).ToString());

    /// <summary>Axe finds nothing, nothing is wider than the window, and the browser has nothing to complain about.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        // A screen is judged when it stands: its title comes with its content.
        await Page.Locator("h1").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var found = result.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))})").ToList();
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

        found.ShouldBeEmpty($"{Page.Url} at {Screen}\n{string.Join('\n', found)}");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{Page.Url} at {Screen} scrolls sideways");
        _complaints.ShouldBeEmpty($"{Page.Url} at {Screen}");
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
