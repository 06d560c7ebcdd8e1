using System.Runtime.CompilerServices;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>The files of etc/samples, which people try the hub with.</summary>
internal static class Samples
{
    public static string Contacts => Find("contacts.csv");

    public static string Guide => Find("guide-world-cafe.md");

    /// <summary>What Word puts on the clipboard; the workspace's own tests read it too.</summary>
    public static string WordClipboard => Find("../../angular-free-ui/src/editor/text/paste-samples/word.html");

    private static string Find(string name, [CallerFilePath] string here = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../etc/samples", name));
}
