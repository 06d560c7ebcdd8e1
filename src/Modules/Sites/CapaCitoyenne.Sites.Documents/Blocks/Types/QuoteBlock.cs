using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>What somebody said, with who and where.</summary>
internal sealed class QuoteBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Quote,
    [
        new("markdown", FieldKind.Markdown) { Required = true },
        new("author", FieldKind.Text) { MaxLength = 200 },
        new("source", FieldKind.Text) { MaxLength = 200 },
        new("link", FieldKind.Link) { MaxLength = 2000 },
    ]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        writer.Open("figure", block).Raw("<blockquote>").MainMarkdown(block).Raw("</blockquote>");
        var (author, source, link) = (block.Text("author") ?? "", block.Text("source") ?? "", writer.Resolve(block.Text("link")));
        if (source.Length == 0 && link is not null) source = link;
        if (author.Length > 0 || source.Length > 0) writer.Raw("<figcaption>");
        writer.Element("span", "quote-author", author);
        if (author.Length > 0 && source.Length > 0) writer.Raw(", ");
        if (source.Length > 0)
        {
            writer.Tag("cite", "quote-source");
            if (link is null) writer.Text(source);
            else writer.OpenLink(link).Text(source).Raw("</a>");
            writer.Raw("</cite>");
            if (link is not null && source != link) writer.Spelled(link);
        }
        writer.Raw(author.Length > 0 || source.Length > 0 ? "</figcaption></figure>\n" : "</figure>\n");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
    {
        var quoted = writer.Markdown(block.Text("markdown")).Split('\n').Select(line => writer.Context.WordsOnly ? line : ("> " + line).TrimEnd());
        var by = string.Join(", ", new[] { block.Text("author"), block.Text("source") }.Where(words => !string.IsNullOrEmpty(words)));
        return PlainTextWriter.Lines(string.Join('\n', quoted), writer.WithAddress(by, writer.Resolve(block.Text("link"))));
    }
}
