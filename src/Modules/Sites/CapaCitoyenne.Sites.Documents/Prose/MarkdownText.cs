using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Writers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>Markdown to plain text that reads well in a mail: no marks, addresses after their words.</summary>
internal static partial class MarkdownText
{
    public static string Write(string markdown, WriterContext context)
    {
        if (MarkdownProfile.TryParse(markdown, out _) is not { } tree) return markdown;
        var text = new StringBuilder();
        WriteBlocks(tree, text, "", context);
        return text.ToString().Trim('\n');
    }

    /// <summary>The words of an inline tree, without addresses.</summary>
    public static string Words(ContainerInline? inlines) => Lines(inlines).Replace('\n', ' ');

    /// <summary>The same, line by line where the writer broke them.</summary>
    public static string Lines(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        WriteInlines(inlines, text, null);
        return text.ToString().Trim();
    }

    /// <summary>Plain words as Markdown that reads as them.</summary>
    public static string Escape(string words) => Marks().Replace(words.ReplaceLineEndings(" "), @"\$0");

    private static void WriteBlocks(ContainerBlock blocks, StringBuilder text, string indent, WriterContext context)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Table table:
                    WriteTable(table, text, indent, context);
                    break;
                case ListBlock list:
                    WriteList(list, text, indent, context);
                    break;
                case QuoteBlock quote:
                    var inner = new StringBuilder();
                    WriteBlocks(quote, inner, "", context);
                    foreach (var line in inner.ToString().Trim('\n').Split('\n')) text.Append(indent).Append(((context.WordsOnly ? "" : "> ") + line).TrimEnd()).Append('\n');
                    break;
                case FootnoteGroup notes:
                    WriteNotes(notes, text, indent, context);
                    break;
                case CodeBlock code:
                    foreach (var line in code.Lines.ToString().Split('\n')) text.Append(indent).Append("    ").Append(line).Append('\n');
                    break;
                case ThematicBreakBlock:
                    if (!context.WordsOnly) text.Append(indent).Append("---\n");
                    break;
                case LeafBlock { Inline: not null } leaf:
                    text.Append(Inline(leaf, indent, context)).Append('\n');
                    break;
                case ContainerBlock container:
                    WriteBlocks(container, text, indent, context);
                    continue;
                default:
                    continue;
            }
            text.Append(indent.TrimEnd()).Append('\n');
        }
    }

    private static string Inline(LeafBlock leaf, string indent, WriterContext context)
    {
        var line = new StringBuilder();
        WriteInlines(leaf.Inline, line, context);
        return indent + line.ToString().TrimEnd().Replace("\n", "\n" + indent, StringComparison.Ordinal);
    }

    private static void WriteList(ListBlock list, StringBuilder text, string indent, WriterContext context)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var mark = context.WordsOnly ? "" : list.IsOrdered ? (number++).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            var inner = new StringBuilder();
            WriteBlocks(item, inner, "", context);
            var lines = inner.ToString().Trim('\n').Split('\n').Where(l => l.Length > 0);
            text.Append(indent).Append(mark).AppendJoin("\n" + indent + new string(' ', mark.Length), lines).Append('\n');
        }
    }

    private static void WriteTable(Table table, StringBuilder text, string indent, WriterContext context)
    {
        foreach (var row in table.Cast<TableRow>())
        {
            var cells = row.Cast<TableCell>().Select(cell =>
            {
                var inner = new StringBuilder();
                WriteBlocks(cell, inner, "", context);
                return inner.ToString().Trim('\n').Replace('\n', ' ');
            });
            text.Append(indent).AppendJoin(context.WordsOnly ? " " : " | ", cells).Append('\n');
        }
    }

    private static void WriteNotes(FootnoteGroup notes, StringBuilder text, string indent, WriterContext context)
    {
        foreach (var note in notes.Cast<Footnote>())
        {
            var inner = new StringBuilder();
            WriteBlocks(note, inner, "", context);
            text.Append(indent).Append(context.WordsOnly ? "" : string.Create(CultureInfo.InvariantCulture, $"[{note.Order}] ")).Append(inner.ToString().Trim('\n')).Append('\n');
        }
    }

    private static void WriteInlines(ContainerInline? inlines, StringBuilder text, WriterContext? context)
    {
        if (inlines is null) return;
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline broken:
                    text.Append(context is null && !broken.IsHard ? ' ' : '\n');
                    break;
                case TaskList when context is { WordsOnly: true }:
                    break;
                case TaskList task:
                    text.Append(task.Checked ? "[x]" : "[ ]");
                    break;
                case AutolinkInline auto:
                    text.Append(auto.Url);
                    break;
                case FootnoteLink { IsBackLink: false } note when context is { WordsOnly: false }:
                    text.Append(CultureInfo.InvariantCulture, $"[{note.Footnote.Order}]");
                    break;
                case LinkInline link:
                    WriteLink(link, text, context);
                    break;
                case ContainerInline container:
                    WriteInlines(container, text, context);
                    break;
                default:
                    break;
            }
        }
    }

    private static void WriteLink(LinkInline link, StringBuilder text, WriterContext? context)
    {
        var start = text.Length;
        WriteInlines(link, text, context);
        if (context is null || link.IsImage || Addresses.Resolve(link.Url, context) is not { } address) return;
        var words = text.ToString(start, text.Length - start);
        if (words.Length == 0 && Addresses.TitleOf(link.Url, context) is { Length: > 0 } title) text.Append(words = title);
        if (context.WordsOnly) return;
        if (words.Length == 0) text.Append(address);
        else if (words != address && "mailto:" + words != address) text.Append(" (").Append(address).Append(')');
    }

    [GeneratedRegex(@"[\\`*_~\[\]<>&!]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
