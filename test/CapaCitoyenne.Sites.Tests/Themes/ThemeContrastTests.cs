using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Themes;

/// <summary>Reads the themes' tokens and computes every pair that base.css and the themes put on one another (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public sealed partial class ThemeContrastTests
{
    private const double Text = 4.5;
    private const double FieldBorder = 3;

    private static readonly (string Front, string Back, double AtLeast)[] Pairs =
    [
        ("ink", "bg", Text), ("ink", "soft", Text), ("ink-soft", "bg", Text), ("ink-soft", "soft", Text),
        ("link", "bg", Text), ("link", "soft", Text), ("on-accent", "accent", Text), ("on-strong", "strong", Text),
        ("on-head", "head", Text), ("on-foot", "foot", Text), ("danger", "bg", Text), ("danger", "soft", Text),
        ("accent", "bg", FieldBorder), ("field", "bg", FieldBorder), ("field", "soft", FieldBorder),
        ("ok", "soft", FieldBorder), ("warn", "soft", FieldBorder), ("mark", "bg", Text), ("mark", "head", Text), ("mark", "soft", Text),
    ];

    private static string Folder([CallerFilePath] string here = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Modules/Sites/CapaCitoyenne.Sites/wwwroot/themes"));

    public static TheoryData<string> Themes()
        => [.. Directory.GetFiles(Folder(), "*.css").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n is not ("base" or "print"))];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_text_is_readable_on_every_background_of_a_theme(string theme)
    {
        var css = File.ReadAllText(Path.Combine(Folder(), theme + ".css"));
        var split = css.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal);
        split.ShouldBeGreaterThan(0, "a theme has a dark scheme");
        var light = Tokens(css[..split]);
        var dark = new Dictionary<string, string>(light, StringComparer.Ordinal);
        foreach (var (name, value) in Tokens(css[split..])) dark[name] = value;

        var tooWeak = Weak("light", light).Concat(Weak("dark", dark)).ToList();

        tooWeak.ShouldBeEmpty(string.Join('\n', tooWeak));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void The_base_sheet_and_a_theme_with_its_fonts_weigh_at_most_12_KB_compressed(string theme)
    {
        var fonts = Directory.GetFiles(Path.Combine(Folder(), "fonts"), "*.css").Select(File.ReadAllText).MaxBy(sheet => sheet.Length);
        var css = string.Concat(new[] { "base", theme, "print" }.Select(sheet => File.ReadAllText(Path.Combine(Folder(), sheet + ".css")))) + fonts;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(css));

        packed.Length.ShouldBeLessThanOrEqualTo(12 * 1024);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Paper_is_white_in_every_theme_whatever_the_association_s_colours(string theme)
    {
        var sheets = new StyleSheets();
        var site = new Site(Guid.NewGuid(), Guid.NewGuid(), "fr");
        site.SetLook(theme, "#7a1fa2", "#7a1fa2", null, null);
        var css = Encoding.UTF8.GetString(sheets.Find(sheets.GetUrl(site))!.Plain);

        var last = css[css.LastIndexOf(":root", StringComparison.Ordinal)..];
        last = last[..last.IndexOf('}', StringComparison.Ordinal)];
        css.LastIndexOf("@media print", StringComparison.Ordinal).ShouldBeInRange(css.LastIndexOf("@media not", StringComparison.Ordinal), css.LastIndexOf(":root", StringComparison.Ordinal));
        foreach (var name in new[] { "bg", "soft", "strong", "accent", "head", "foot" }) last.ShouldContain($"--{name}: #fff;");
        foreach (var pair in Pairs.Where(pair => pair.Front != "accent")) last.ShouldContain($"--{pair.Front}:");
    }

    private static IEnumerable<string> Weak(string scheme, Dictionary<string, string> tokens)
    {
        foreach (var (front, back, atLeast) in Pairs)
        {
            if (!tokens.TryGetValue(front, out var a))
            {
                if (front != "mark") yield return $"{scheme}: --{front} is missing";
                continue;
            }
            var ratio = Contrast(a, tokens[back]);
            if (ratio < atLeast) yield return string.Create(CultureInfo.InvariantCulture, $"{scheme}: --{front} {a} on --{back} {tokens[back]} is {ratio:0.00}, wants {atLeast}");
        }
    }

    private static Dictionary<string, string> Tokens(string css)
        => TokenRegex().Matches(css).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Channel(hex, 1)) + (0.7152 * Channel(hex, 3)) + (0.0722 * Channel(hex, 5));

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenRegex();
}
