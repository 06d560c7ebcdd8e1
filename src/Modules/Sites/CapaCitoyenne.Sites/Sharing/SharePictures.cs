using System.Buffers.Binary;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using CapaCitoyenne.Sites.Sites;
using NetVips;

namespace CapaCitoyenne.Sites.Sharing;

/// <summary>What a drawn picture shows; its address is made from it.</summary>
/// <param name="Ground"><c>#rrggbb</c>, as the others.</param>
internal sealed record PictureLook(string Ground, string Ink, string Accent)
{
    public static PictureLook Of(Site site)
    {
        var theme = Themes.Find(site.Theme) ?? Themes.Default;
        var ground = site.HeaderColor ?? theme.HeaderColor;
        return new PictureLook(ground, ColorContrast.TextOn(ground), site.AccentColor ?? theme.AccentColor);
    }

    /// <summary>Changes when the drawing would.</summary>
    public string Hash(params string[] texts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Version, Ground, Ink, Accent, .. texts]))))[..16];

    private const string Version = "1";
}

/// <summary>Draws pictures in the site's colours, with a face that comes with the hub. Two at once at most; the cache of pages keeps them.</summary>
internal sealed class SharePictures : ISingletonDependency, IDisposable
{
    public const int Width = 1200;
    public const int Height = 630;
    private const int Margin = 80;
    private const int MaxTitleHeight = 340;
    private const int MaxTextLength = 160;
    private const string Face = "Atkinson Hyperlegible Next Bold ";

    private readonly SemaphoreSlim _places = new(2);
    private readonly Lazy<DirectoryInfo> _folder = new(UnpackFont);

    public void Dispose()
    {
        _places.Dispose();
        if (_folder.IsValueCreated) _folder.Value.Delete(recursive: true);
    }

    /// <summary>The picture that a link to a page shows: PNG, 1200 × 630.</summary>
    /// <param name="when">Of an event.</param>
    public Task<byte[]> DrawCardAsync(PictureLook look, string title, string name, string? when = null) => InPlaceAsync(() =>
    {
        using var ground = Fill(Width, Height, look.Ground);
        using var band = Fill(Width, 24, look.Accent);
        using var paper = ground.Insert(band, 0, Height - 24);
        using var date = when is null ? null : TextMask(Short(when, 90), 40, Width - 2 * Margin);
        using var heading = TitleMask(title, MaxTitleHeight - (date?.Height ?? 0));
        using var titled = Write(paper, heading, Margin, Margin, look.Ink);
        using var signature = TextMask(Short(name, 60), 40, Width - 2 * Margin);
        var bottom = Height - 24 - Margin / 2 - signature.Height;
        using var signed = Write(titled, signature, Margin, bottom, look.Ink);
        if (date is null) return ToCard(signed);
        using var dated = Write(signed, date, Margin, bottom - Margin / 4 - date.Height, look.Ink);
        return ToCard(dated);
    });

    /// <summary>The site's initial on its colour: a square PNG.</summary>
    /// <param name="size">Pixels.</param>
    public Task<byte[]> DrawIconAsync(PictureLook look, string name, int size) => InPlaceAsync(() =>
    {
        using var ground = Fill(size, size, look.Ground);
        using var letter = TextMask(Initial(name), size * 3 / 5, size);
        using var icon = Write(ground, letter, (size - letter.Width) / 2, (size - letter.Height) / 2, look.Ink);
        return icon.WriteToBuffer(".png[compression=9,keep=none]");
    });

    /// <summary>The logo on the colour that it stands on in the site's head, with some air around it: a square PNG.</summary>
    /// <param name="logo">A picture that <see cref="Media.ImageProcessor"/> has cleaned.</param>
    /// <param name="size">Pixels.</param>
    public Task<byte[]> DrawLogoAsync(PictureLook look, byte[] logo, int size) => InPlaceAsync(() =>
    {
        var inner = size - 2 * (size / 12);
        using var ground = Fill(size, size, look.Ground);
        using var small = Image.ThumbnailBuffer(logo, inner, height: inner).Colourspace(Enums.Interpretation.Srgb);
        using var icon = ground.Composite2(small, Enums.BlendMode.Over, (size - small.Width) / 2, (size - small.Height) / 2);
        using var opaque = icon.Flatten();
        return opaque.WriteToBuffer(".png[compression=9,keep=none]");
    });

    /// <summary>A PNG inside the container that browsers ask for by themselves.</summary>
    public static byte[] ToIco(byte[] png, int size)
    {
        var ico = new byte[22 + png.Length];
        ico[2] = 1;
        ico[4] = 1;
        ico[6] = ico[7] = (byte)size;
        ico[10] = 1;
        ico[12] = 32;
        BinaryPrimitives.WriteInt32LittleEndian(ico.AsSpan(14), png.Length);
        ico[18] = 22;
        png.CopyTo(ico, 22);
        return ico;
    }

    private static byte[] ToCard(Image picture) => picture.WriteToBuffer(".png[compression=9,palette,keep=none]");

    private Image TitleMask(string title, int maxHeight)
    {
        foreach (var size in new[] { 92, 78, 66, 56, 48 })
        {
            var mask = TextMask(Short(title, MaxTextLength), size, Width - 2 * Margin);
            if (mask.Height <= maxHeight) return mask;
            mask.Dispose();
        }
        using var tall = TextMask(Short(title, MaxTextLength), 40, Width - 2 * Margin);
        return tall.Crop(0, 0, tall.Width, Math.Min(tall.Height, maxHeight));
    }

    // 72 dots per inch: a point is a pixel. The text is markup to Pango.
    private Image TextMask(string text, int size, int width) => Image.Text(
        SecurityElement.Escape(text), font: Face + size.ToString(CultureInfo.InvariantCulture), width: width, dpi: 72, wrap: Enums.TextWrap.WordChar,
        fontfile: Path.Combine(_folder.Value.FullName, "face.ttf"));

    private static Image Write(Image paper, Image mask, int x, int y, string ink)
    {
        using var placed = mask.Embed(Math.Max(0, x), Math.Max(0, y), paper.Width, paper.Height);
        return placed.Ifthenelse(Channels(ink), paper, blend: true).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static Image Fill(int width, int height, string color)
    {
        using var black = Image.Black(width, height);
        using var filled = black + Channels(color);
        return filled.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static double[] Channels(string color)
        => [.. new[] { 1, 3, 5 }.Select(at => (double)int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static string Initial(string name)
        => name.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => Rune.ToUpperInvariant(rune).ToString()).FirstOrDefault("•");

    private static string Short(string text, int max)
    {
        text = string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar)).Trim();
        if (text.Length == 0) return "•";
        if (text.Length <= max) return text;
        var cut = text.LastIndexOf(' ', max);
        if (cut < max / 2) cut = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return text[..cut].TrimEnd() + "…";
    }

    private static DirectoryInfo UnpackFont()
    {
        var folder = Directory.CreateTempSubdirectory("capacitoyenne-face-");
        using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream("fonts/atkinson-hyperlegible-next.ttf")
            ?? throw new AbpException("The face of drawn pictures is missing.");
        using var target = File.Create(Path.Combine(folder.FullName, "face.ttf"));
        source.CopyTo(target);
        return folder;
    }

    private async Task<T> InPlaceAsync<T>(Func<T> work)
    {
        await _places.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            _places.Release();
        }
    }
}
