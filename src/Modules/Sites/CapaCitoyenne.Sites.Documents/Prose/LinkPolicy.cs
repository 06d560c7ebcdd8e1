namespace CapaCitoyenne.Sites.Documents.Prose;

public enum LinkKind
{
    /// <summary>http, https, mailto or tel.</summary>
    Absolute,

    /// <summary>On the same site: a path, a query or a fragment.</summary>
    Relative,

    /// <summary>One of our URNs, resolved when the document is written.</summary>
    Reference,

    /// <summary>A field of a mail template, <c>{{unsubscribe_url}}</c>: left to the mailing module.</summary>
    Field,

    Empty,

    /// <summary>Anything else; it is never written as a link.</summary>
    Forbidden,
}

/// <summary>Which addresses a document may point to. An allow-list: unknown schemes are forbidden.</summary>
public static class LinkPolicy
{
    public const string MediaScheme = "media";

    private static readonly string[] AbsoluteSchemes = ["http", "https", "mailto", "tel"];
    private static readonly string[] ReferenceSchemes = ["page", MediaScheme, "post", "course", "guide", "form", "event"];

    /// <summary>Judges an address after Markdown has decoded its escapes and entities.</summary>
    public static LinkKind Classify(string? url)
    {
        if (string.IsNullOrWhiteSpace(url)) return LinkKind.Empty;
        if (IsField(url)) return LinkKind.Field;
        // Browsers skip tabs and line breaks inside a scheme and read \ as /: nothing honest needs them.
        if (url.Any(c => char.IsControl(c) || c == '\\' || char.IsSurrogate(c) && !IsPaired(url))) return LinkKind.Forbidden;
        if (char.IsWhiteSpace(url[0])) return LinkKind.Forbidden;

        var end = url.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || url[end] != ':') return url.StartsWith("//", StringComparison.Ordinal) ? LinkKind.Forbidden : LinkKind.Relative;
        var scheme = url[..end].ToLowerInvariant();
        if (ReferenceSchemes.Contains(scheme)) return IsReferenceName(url.AsSpan(end + 1)) ? LinkKind.Reference : LinkKind.Forbidden;
        if (!AbsoluteSchemes.Contains(scheme)) return LinkKind.Forbidden;
        return scheme is not ("http" or "https") || IsWebAddress(url) ? LinkKind.Absolute : LinkKind.Forbidden;
    }

    public static bool IsMedia(string? url) => url is not null && url.StartsWith("media:", StringComparison.Ordinal) && Classify(url) == LinkKind.Reference;

    /// <summary>Whether a text is a mail address that may stand after <c>mailto:</c>. Not whether anybody reads it.</summary>
    public static bool IsEmail(string? text)
        => text is { Length: > 2 and <= 254 } && text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '<' or '>' or '"' or '\'' or '(' or ')' or ',' or ';' or ':' or '\\' or '?' or '&' or '%' or '/' or '#');

    private static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    private static bool IsReferenceName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > 100) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '#')) return false;
        return true;
    }

    private static bool IsField(string url)
        => url.Length > 4 && url.StartsWith("{{", StringComparison.Ordinal) && url.EndsWith("}}", StringComparison.Ordinal)
            && url.AsSpan(2, url.Length - 4).Trim() is var name && !name.IsEmpty && !name.ContainsAnyExcept(FieldNameCharacters);

    private static readonly System.Buffers.SearchValues<char> FieldNameCharacters
        = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
