using System.Globalization;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>Domain names as people type them, to the one form in which they are stored and compared: lower-case ASCII (IDNA 2008), no port, no dot at the end.</summary>
internal static class DomainName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    // RFC 2606, RFC 6761, RFC 6762, RFC 8375: nobody owns a name there.
    private static readonly string[] Special = ["localhost", "local", "localdomain", "test", "example", "invalid", "internal", "lan", "home", "home.arpa", "arpa", "onion", "alt", "corp"];

    /// <summary>The stored form; null when it is not the name of a site.</summary>
    public static string? Parse(string text)
    {
        text = text.Trim();
        if (text.Contains("://", StringComparison.Ordinal)) text = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var end = text.IndexOfAny(['/', '?', '#', ':']);
        if (end >= 0) text = text[..end];
        text = text.TrimEnd('.');
        if (text.Length is 0 or > DomainConsts.MaxNameLength) return null;
        try
        {
            text = Idn.GetAscii(text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant()).ToLowerInvariant();
            // What claims to be encoded must say something.
            _ = Idn.GetUnicode(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
        var labels = text.Split('.');
        return text.Length <= DomainConsts.MaxNameLength && labels.Length >= 2 && Array.TrueForAll(labels, IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? text : null;
    }

    /// <summary>The host of a request; null when it is none. No encoding is done: browsers send names in ASCII.</summary>
    public static string? OfHost(string host)
    {
        host = host.TrimEnd('.');
        return host.Length is > 0 and <= DomainConsts.MaxNameLength && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? host.ToLowerInvariant() : null;
    }

    /// <summary>How people read it: accents instead of <c>xn--</c>.</summary>
    public static string ToDisplay(string name)
    {
        try
        {
            return Idn.GetUnicode(name);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <summary>Names that no association can bring along: those without an owner, and the hub's own.</summary>
    public static bool IsReserved(string name, params string[] hubNames)
        => Special.Concat(hubNames).Any(reserved => name == reserved || name.EndsWith("." + reserved, StringComparison.Ordinal));

    private static bool IsLabel(string label)
        => label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
