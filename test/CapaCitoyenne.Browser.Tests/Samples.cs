using System.Runtime.CompilerServices;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>The files of etc/samples, which people try the hub with.</summary>
internal static class Samples
{
    public static string Contacts => Find("contacts.csv");

    public static string Guide => Find("guide-world-cafe.md");

    /// <summary>What Word puts on the clipboard; the workspace's own tests read it too.</summary>
    public static string WordClipboard => Path.Combine(Root, "angular-free-ui/src/editor/text/paste-samples/word.html");

    public static string Garden => Find("photo-jardin.jpg");

    public static string Hall => Find("photo-salle.jpg");

    public static string EveryBlock => Find("every-block.json");

    /// <summary>The folder of the solution.</summary>
    public static string Root => FindRoot();

    private static string Find(string name) => Path.Combine(Root, "etc/samples", name);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
