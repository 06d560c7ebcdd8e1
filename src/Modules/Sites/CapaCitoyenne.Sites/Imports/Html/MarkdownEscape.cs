using System.Text;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>Text that Markdown reads as exactly this text.</summary>
internal static partial class MarkdownEscape
{
    /// <param name="inLink">Inside of a link, where an address must not become another one.</param>
    public static string Text(string text, bool inLink = false)
    {
        var result = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (Match address in BareAddress().Matches(text))
        {
            Escape(text, at, address.Index, result);
            if (inLink) result.Append(Separators().Replace(address.Value, @"\$0"));
            else result.Append(address.Value);
            at = address.Index + address.Length;
        }
        Escape(text, at, text.Length, result);
        return result.ToString();
    }

    /// <summary>Marks that mean something at the beginning of a line only.</summary>
    public static string LineStarts(string markdown)
        => string.Join('\n', markdown.Split('\n').Select(line => LineStart().Replace(line, match => match.Groups["indent"].Value + match.Groups["number"].Value + "\\" + match.Groups["mark"].Value)));

    /// <summary>An address as the target of a link.</summary>
    public static string Address(string address)
        => address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);

    public static string Code(string text)
    {
        var ticks = new string('`', Longest(text, '`') + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return ticks + pad + text + pad + ticks;
    }

    public static int Longest(string text, char mark)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == mark ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private static void Escape(string text, int start, int end, StringBuilder result)
    {
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c is '\\' or '`' or '*' or '[' or ']' or '<' or '|' or '~' || (c == '_' && !IsInWord(text, i)) || (c == '&' && Entity().IsMatch(text[i..Math.Min(text.Length, i + 40)])))
                result.Append('\\');
            result.Append(c);
        }
    }

    private static bool IsInWord(string text, int i) => i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:https?://|www\.)[A-Za-z0-9\-._~/?#@!$&'()+,;=%:]*[A-Za-z0-9/]", RegexOptions.None, 1000)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"[:._]", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\A&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.None, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^(?<indent>\s*)(?:(?<number>[0-9]{1,9})(?<mark>[.)])(?=\s|$)|(?<mark>[-+](?=\s|$)|#|>|=|-{2,}))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineStart();
}
