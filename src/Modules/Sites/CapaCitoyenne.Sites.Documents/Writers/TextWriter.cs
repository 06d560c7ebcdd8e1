using System.Text;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>Plain text: the text part of a mail, and what search reads.</summary>
internal sealed class TextWriter(WriterContext context)
{
    public string Write(IEnumerable<Block> blocks)
        => string.Join("\n\n", blocks.Where(context.IsShown).Select(Content).Where(text => text.Length > 0)) is { Length: > 0 } all ? all + "\n" : "";

    private string Content(Block block) => block switch
    {
        { IsKept: true } => MarkdownText.Write(DocumentWriter.FallbackText(block), context),
        { Type: BlockTypes.Text } => MarkdownText.Write(block.Text("markdown") ?? "", context),
        { Type: BlockTypes.Image } => Image(block),
        { Type: BlockTypes.Button } => Addresses.Resolve(block.Text("target"), context) is { } address ? WithAddress(block.Text("label"), address) : "",
        { Columns: { } columns } => string.Join("\n\n", columns.Select(c => Write(c).TrimEnd('\n')).Where(text => text.Length > 0)),
        { Type: BlockTypes.Callout } => Callout(block),
        { Type: BlockTypes.News } => News(block),
        _ => context.External(block.Type, block.Fields) ?? "",
    };

    private string Image(Block block)
    {
        var words = new[] { block.Alt is { Length: > 0 } alt ? "[" + alt + "]" : "", block.Text("caption") ?? "" };
        var text = string.Join(' ', words.Where(w => w.Length > 0));
        return WithAddress(text, Addresses.Resolve(block.Text("link"), context));
    }

    private string Callout(Block block)
    {
        var title = block.Text("title") is { Length: > 0 } given ? given : block.Text("kind") == "warning" ? context.Words.Warning : "";
        var text = MarkdownText.Write(block.Text("markdown") ?? "", context);
        return title.Length == 0 ? text : title + "\n" + text;
    }

    private string News(Block block)
    {
        var text = new StringBuilder(block.Text("title"));
        foreach (var item in context.News(Math.Clamp(block.Number("max") ?? 3, 1, 12)))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append("- ").Append(item.Title).Append(", ").Append(context.Words.Day(item.Date)).Append(" (").Append(context.Absolute(item.Url)).Append(')');
        }
        return text.ToString();
    }

    private static string WithAddress(string? words, string? address)
        => address is null ? words ?? "" : string.IsNullOrEmpty(words) ? address : words + " : " + address;
}
