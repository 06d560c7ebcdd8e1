using System.Text;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>A line of text as Markdown. What Markdown cannot mark (a mark in the middle of a word, beside punctuation) keeps its words and loses its mark.</summary>
internal static class InlineWriter
{
    /// <param name="oneLine">In headings and tables: line breaks become spaces.</param>
    public static string Write(IReadOnlyList<Inline> inlines, bool oneLine = false, bool inLink = false)
    {
        var text = new StringBuilder();
        var runs = Tidy(inlines, oneLine);
        for (var i = 0; i < runs.Count; i++)
        {
            switch (runs[i])
            {
                case TextRun run:
                    AppendMarked(text, run, i + 1 < runs.Count ? FirstOf(runs[i + 1]) : ' ', inLink);
                    break;
                case CodeRun code:
                    text.Append(MarkdownEscape.Code(code.Text));
                    break;
                case LinkRun link:
                    text.Append(Link(link, oneLine));
                    break;
                case PictureRun picture:
                    text.Append(Picture(picture));
                    break;
                case BreakRun:
                    text.Append("\\\n");
                    break;
                default:
                    break;
            }
        }
        return MarkdownEscape.LineStarts(text.ToString());
    }

    public static string Picture(PictureRun picture) => "![" + MarkdownEscape.Text(picture.Alt, inLink: true) + "](" + picture.Media.Urn + ")";

    private static string Link(LinkRun link, bool oneLine)
    {
        var words = Write(link.Inner, oneLine, inLink: true).Trim();
        if (words.Length == 0) return "";
        return LinkPolicy.Classify(link.Address) is LinkKind.Forbidden or LinkKind.Empty ? words : "[" + words + "](" + MarkdownEscape.Address(link.Address) + ")";
    }

    private static void AppendMarked(StringBuilder text, TextRun run, char next, bool inLink)
    {
        // Marks do not stand beside a space.
        var inner = run.Text.Trim(' ', '\u00A0', '\n');
        var start = run.Text.IndexOf(inner, StringComparison.Ordinal);
        var (before, after) = inner.Length == 0 ? (run.Text, "") : (run.Text[..start], run.Text[(start + inner.Length)..]);
        text.Append(before);
        if (inner.Length == 0) return;
        var open = Open(run.Marks);
        var escaped = MarkdownEscape.Text(inner, inLink);
        var previous = text.Length == 0 ? ' ' : text[^1];
        var following = after.Length > 0 ? after[0] : next;
        if (open.Length == 0 || !CanMark(previous, escaped[0], escaped[^1], following)) text.Append(escaped);
        else text.Append(open).Append(escaped).Append(Reverse(open));
        text.Append(after);
    }

    /// <summary>CommonMark's rule of flanking: beside punctuation, a mark needs a space or punctuation on its other side.</summary>
    private static bool CanMark(char previous, char first, char last, char next)
        => previous is not ('*' or '~') && next is not ('*' or '~')
            && (!IsPunctuation(first) || IsSpace(previous) || IsPunctuation(previous))
            && (!IsPunctuation(last) || IsSpace(next) || IsPunctuation(next));

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private static char FirstOf(Inline inline) => inline switch
    {
        TextRun { Text.Length: > 0 } run => run.Text[0],
        CodeRun => '`',
        LinkRun => '[',
        PictureRun => '!',
        _ => ' ',
    };

    private static string Open(Marks marks)
        => (marks.HasFlag(Marks.Deleted) ? "~~" : "") + (marks.HasFlag(Marks.Strong) ? "**" : "") + (marks.HasFlag(Marks.Emphasis) ? "*" : "");

    private static string Reverse(string marks) => new([.. marks.Reverse()]);

    /// <summary>Neighbours with the same marks are one; spaces are single; breaks at the ends are gone.</summary>
    private static List<Inline> Tidy(IReadOnlyList<Inline> inlines, bool oneLine)
    {
        var runs = new List<Inline>();
        foreach (var each in inlines)
        {
            var inline = oneLine && each is BreakRun ? new TextRun(" ", Marks.None) : each;
            if (inline is TextRun run)
            {
                var words = Squeeze(run.Text);
                if (words.Length > 0 && words[0] == ' ' && EndsInSpace(runs)) words = words[1..];
                if (words.Length == 0) continue;
                if (runs.Count > 0 && runs[^1] is TextRun last && (last.Marks == run.Marks || words == " ")) runs[^1] = last with { Text = last.Text + words };
                else runs.Add(new TextRun(words, run.Marks));
            }
            else if (inline is not BreakRun || (runs.Count > 0 && runs[^1] is not BreakRun))
            {
                if (inline is BreakRun && runs[^1] is TextRun last) runs[^1] = last with { Text = last.Text.TrimEnd(' ') };
                runs.Add(inline);
            }
        }
        while (runs.Count > 0 && (runs[^1] is BreakRun || runs[^1] is TextRun { Text: " " or "" })) runs.RemoveAt(runs.Count - 1);
        if (runs.Count > 0 && runs[0] is TextRun head) runs[0] = head with { Text = head.Text.TrimStart(' ') };
        if (runs.Count > 0 && runs[^1] is TextRun tail) runs[^1] = tail with { Text = tail.Text.TrimEnd(' ') };
        return runs;
    }

    private static bool EndsInSpace(List<Inline> runs) => runs.Count == 0 || runs[^1] is BreakRun || (runs[^1] is TextRun last && last.Text.EndsWith(' '));

    private static string Squeeze(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (result.Length == 0 || result[^1] != ' ') result.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ('\u00AD' or '\u200B'))
            {
                result.Append(c);
            }
        }
        return result.ToString();
    }
}
