using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Public;

/// <summary>The one sheet of each site: base, fonts, theme, the association's colours and paper, at an address made from its content.</summary>
internal sealed class StyleSheets : ISingletonDependency
{
    public const string Prefix = "/style/";

    private readonly ConcurrentDictionary<(string Theme, string? FontPair, string? Accent, string? Header), StoredAnswer> _byLook = new();
    private readonly ConcurrentDictionary<string, StoredAnswer> _byPath = new();

    public string GetUrl(Site site) => Prefix + Get(site).ContentHash + ".css";

    public StoredAnswer? Find(string path) => _byPath.GetValueOrDefault(path);

    private StoredAnswer Get(Site site) => _byLook.GetOrAdd((site.Theme, site.FontPair, site.AccentColor, site.HeaderColor), look =>
    {
        var fonts = look.FontPair ?? (Themes.Find(look.Theme) ?? Themes.Default).FontPair;
        var css = Read("themes/base") + Read("fonts/" + fonts) + Read("themes/" + look.Theme) + Colors(look.Accent, look.Header) + Read("themes/print");
        var answer = StoredAnswer.Of(200, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(css)) with { IsImmutable = true };
        _byPath[Prefix + answer.ContentHash + ".css"] = answer;
        return answer;
    });

    // The dark scheme keeps the theme's own colours: they are made for dark paper.
    private static string Colors(string? accent, string? header)
    {
        if (accent is null && header is null) return "";
        var tokens = new StringBuilder();
        if (accent is not null) tokens.Append("--accent:").Append(accent).Append(";--on-accent:").Append(ColorContrast.White).Append(';');
        if (header is not null) tokens.Append("--head:").Append(header).Append(";--on-head:").Append(ColorContrast.TextOn(header)).Append(';');
        return "@media not (prefers-color-scheme:dark){:root{" + tokens + "}}\n";
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".css")
            ?? throw new AbpException($"There is no style sheet {name}.css.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
