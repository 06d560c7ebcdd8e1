using System.Text.RegularExpressions;

namespace CapaCitoyenne.Mailing.Automation;

internal static partial class MarkdownText
{
    /// <summary>Words as they are, whatever Markdown or a personal field could read into them; on one line.</summary>
    public static string Escape(string text) => Marks().Replace(text.ReplaceLineEndings(" "), @"\$0").Replace("{{", "{ {", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<>#&|~!]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
