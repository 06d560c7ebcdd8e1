using System.Net.NetworkInformation;
using CapaCitoyenne.TestBase;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>The hub on a real port, and a real browser: Debian's Chromium, driven by Playwright. Jobs run when a test says so.</summary>
public sealed class BrowserHub : HubFixture
{
    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly int _port = FreePort();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserHub() => UseKestrel(_port);

    /// <summary>Address of the hub, without a slash at the end.</summary>
    public string Address => $"http://localhost:{_port}";

    /// <summary>What the hub learns of domain names.</summary>
    public TestNameServer Names { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("App:SelfUrl", Address), new("Dns:Servers", Names.Endpoint)];

    protected override Uri BaseAddress => new(Address);

    protected override void Start() => StartServer();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ChromiumArguments,
        });
    }

    /// <summary>Address of a page on an association's public site.</summary>
    public string SiteAddress(string slug, string path = "/") => $"http://{slug}.localhost:{_port}{path}";

    /// <summary>A newcomer with a browser of their own: no cookie, French.</summary>
    /// <param name="signedInAs">The cookies of another visitor, to go on as them on another screen.</param>
    public async Task<Visitor> AVisitorAsync(Screen? screen = null, string? signedInAs = null, bool byKeyboard = false)
    {
        screen ??= Screen.Desktop;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            StorageState = signedInAs,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ColorScheme = screen.Scheme,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        // For what never comes: a busy machine is slow, and that is no failure.
        context.SetDefaultTimeout(60_000);
        return new Visitor(this, await context.NewPageAsync(), screen) { UsesKeyboard = byKeyboard };
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Names.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Below the ports that the system gives away by itself: nobody else takes it until Kestrel does.</summary>
    private static int FreePort()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        return Enumerable.Range(0, 10_000).Select(_ => Random.Shared.Next(20_000, 32_000)).First(port => !taken.Contains(port));
    }
}

/// <summary>A size and a colour scheme that every screen is looked at in.</summary>
public sealed record Screen(int Width, int Height, ColorScheme Scheme)
{
    public static readonly Screen Desktop = new(1280, 860, ColorScheme.Light);

    public static readonly IReadOnlyList<Screen> All =
        [new(390, 844, ColorScheme.Light), new(390, 844, ColorScheme.Dark), Desktop, new(1280, 860, ColorScheme.Dark)];

    public override string ToString() => $"{Width} px, {Scheme}";
}
