using System.Globalization;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>WCAG 2 contrast of the two colours that a site may choose, and the nearest colour that passes.</summary>
internal static partial class ColorContrast
{
    public const string White = "#ffffff";
    public const string Ink = "#22163a";

    /// <summary>The colour in lower case, or null.</summary>
    /// <exception cref="BusinessException">Not a colour, or text would be hard to read.</exception>
    public static string? Check(string? color, SiteColorUse use)
    {
        if (string.IsNullOrWhiteSpace(color)) return null;
        var measured = Measure(color, use);
        return measured.Passes
            ? measured.Color
            : throw new ColorContrastException(measured).WithData("Color", measured.Color).WithData("Nearest", measured.Nearest);
    }

    public static ColorContrastDto Measure(string color, SiteColorUse use)
    {
        var value = Parse(color);
        var ratio = Ratio(value, use);
        var passes = ratio >= SiteConsts.MinContrast;
        return new ColorContrastDto(value, use, Math.Floor(ratio * 100) / 100, passes, passes ? value : Nearest(value, use));
    }

    /// <summary>Dark or white, whichever reads better on the colour.</summary>
    public static string TextOn(string color) => Between(color, White) >= Between(color, Ink) ? White : Ink;

    public static double Between(string a, string b)
    {
        var (light, dark) = (Luminance(a), Luminance(b));
        if (light < dark) (light, dark) = (dark, light);
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Ratio(string color, SiteColorUse use)
        => use == SiteColorUse.Accent ? Between(color, White) : Math.Max(Between(color, White), Between(color, Ink));

    /// <summary>Same hue and saturation, the smallest step in lightness that passes.</summary>
    private static string Nearest(string color, SiteColorUse use)
    {
        var (hue, saturation, lightness) = ToHsl(color);
        for (var step = 1; step <= 200; step++)
        {
            foreach (var candidate in new[] { lightness - step / 200.0, lightness + step / 200.0 })
            {
                if (candidate is < 0 or > 1) continue;
                var tried = FromHsl(hue, saturation, candidate);
                if (Ratio(tried, use) >= SiteConsts.MinContrast) return tried;
            }
        }
        return Ink;
    }

    private static string Parse(string color)
        => Pattern().IsMatch(color) ? color.ToLowerInvariant() : throw new BusinessException(SitesErrorCodes.ColorInvalid).WithData("Color", color);

    private static double Luminance(string color)
    {
        var (r, g, b) = Channels(color);
        return 0.2126 * Linear(r) + 0.7152 * Linear(g) + 0.0722 * Linear(b);
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static (double R, double G, double B) Channels(string color) => (Channel(color, 1), Channel(color, 3), Channel(color, 5));

    private static double Channel(string color, int at) => int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;

    private static (double Hue, double Saturation, double Lightness) ToHsl(string color)
    {
        var (r, g, b) = Channels(color);
        var max = Math.Max(r, Math.Max(g, b));
        var min = Math.Min(r, Math.Min(g, b));
        var lightness = (max + min) / 2;
        var range = max - min;
        if (range == 0) return (0, 0, lightness);
        var saturation = range / (1 - Math.Abs(2 * lightness - 1));
        var hue = max == r ? (g - b) / range % 6 : max == g ? (b - r) / range + 2 : (r - g) / range + 4;
        return (hue * 60, saturation, lightness);
    }

    private static string FromHsl(double hue, double saturation, double lightness)
    {
        string Channel(int n)
        {
            var k = (n + hue / 30 + 12) % 12;
            var value = lightness - saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(k - 3, Math.Min(9 - k, 1)));
            return ((int)Math.Round(Math.Clamp(value, 0, 1) * 255)).ToString("x2", CultureInfo.InvariantCulture);
        }
        return "#" + Channel(0) + Channel(8) + Channel(4);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}

internal sealed class ColorContrastException(ColorContrastDto measured) : BusinessException(SitesErrorCodes.ColorContrastTooLow), IProblemData
{
    public object ProblemData => measured;
}
