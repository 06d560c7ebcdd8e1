using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CapaCitoyenne.Browser.Tests.Themes;

/// <summary>What readers get is valid HTML, by the Nu checker (npm package <c>vnu-jar</c>, which wants Java).</summary>
public sealed class ValidHtmlTests(BrowserHub hub)
{
    /// <summary>
    /// Done on purpose: Safari forgets that a list without bullets is one; a film's player needs its own origin, which is never the site's, so
    /// that it cannot free itself.
    /// </summary>
    private static readonly string[] OnPurpose = ["“list” role is unnecessary", "Setting both “allow-scripts” and “allow-same-origin”"];

    [Fact]
    public async Task Every_page_of_a_new_site_and_every_block_is_valid_HTML()
    {
        Assert.SkipUnless(JavaIsThere(), "Java is missing: the Nu HTML checker needs it (apt-get install default-jre-headless).");
        var site = await EveryBlock.OnTheSiteOfAsync(hub, "Les Jardins valides", "lea.valide@exemple.fr");
        var folder = Directory.CreateTempSubdirectory("capacitoyenne-html-");
        using var http = new HttpClient();
        var paths = (await site.CallAsync("GET", "/api/sites/page"))["items"]!.AsArray().Where(page => page!["isPublished"]!.GetValue<bool>())
            .Select(page => page!["path"]!.GetValue<string>()).Concat([.. site.OtherPaths, "/nulle-part"]).ToList();
        foreach (var path in paths)
        {
            // Browsers know that *.localhost is this machine; the system's resolver need not.
            using var request = new HttpRequestMessage(HttpMethod.Get, hub.Address + path) { Headers = { Host = new Uri(hub.SiteAddress(site.Slug)).Authority } };
            var html = await (await http.SendAsync(request)).Content.ReadAsStringAsync();
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, path.Trim('/').Replace('/', '-').Replace('?', '-') + "_.html"), html);
        }

        var complaints = await CheckAsync(folder.FullName);

        paths.Count.ShouldBeGreaterThan(11);
        complaints.ShouldBeEmpty(string.Join('\n', complaints));
        folder.Delete(recursive: true);
        await site.Editor.DisposeAsync();
    }

    private static async Task<List<string>> CheckAsync(string folder)
    {
        using var checker = Process.Start(new ProcessStartInfo("java", ["-Xss2m", "-jar", Jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        var report = JsonNode.Parse(await checker.StandardOutput.ReadToEndAsync())!;
        await checker.WaitForExitAsync();
        return [.. report["messages"]!.AsArray().Where(m => m!["type"]!.GetValue<string>() != "info" || m["subType"]?.GetValue<string>() == "warning")
            .Where(m => !Array.Exists(OnPurpose, words => m!["message"]!.GetValue<string>().Contains(words, StringComparison.Ordinal)))
            .Select(m => $"{Path.GetFileName(m!["url"]?.GetValue<string>())}:{m["lastLine"]}: {m["message"]} « {m["extract"]} »")];
    }

    private static string Jar => Path.Combine(Samples.Root, "angular-free-ui/node_modules/vnu-jar/build/dist/vnu.jar");

    private static bool JavaIsThere()
    {
        try
        {
            using var java = Process.Start(new ProcessStartInfo("java", "-version") { UseShellExecute = false, RedirectStandardError = true })!;
            java.WaitForExit();
            return java.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
