namespace CapaCitoyenne.Associations.Sessions;

/// <summary>
/// What a person calls the browser that they use. A table of our own: the libraries for it tell thousands of devices apart, and here it must only
/// read « Firefox, Android ». An unknown browser is shown as such.
/// </summary>
/// <param name="Browser">Empty when it is not known.</param>
/// <param name="System">Empty when it is not known.</param>
internal sealed record BrowserName(string Browser, string System)
{
    // The first that is found counts: most browsers also say the names of those below them.
    private static readonly (string Token, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Token, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <param name="userAgent">The header, whatever it holds.</param>
    public static BrowserName Parse(string? userAgent) => new(Find(Browsers, userAgent ?? ""), Find(Systems, userAgent ?? ""));

    private static string Find((string Token, string Name)[] table, string userAgent) =>
        Array.Find(table, row => userAgent.Contains(row.Token, StringComparison.Ordinal)).Name ?? "";
}
