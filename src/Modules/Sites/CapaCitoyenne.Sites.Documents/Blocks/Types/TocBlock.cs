using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>The headings of the document, of two levels, as links. Only where one can follow them: on pages and on paper.</summary>
internal sealed class TocBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Toc, [new("title", FieldKind.Text) { MaxLength = 200 }]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (!writer.HasClasses) return;
        var entries = writer.Headings().Where(entry => entry.Level <= 3).ToList();
        if (entries.Count == 0) return;
        var title = string.IsNullOrWhiteSpace(block.Text("title")) ? writer.Context.Words.OnThisPage : block.Text("title")!;
        var titleId = DocumentWriter.Anchor(block) is { } id ? id + "-title" : null;
        writer.Open("nav", block, "aria-labelledby", titleId);
        writer.Raw("<h2").Attr("class", "block-title").Attr("id", titleId).Raw(">").Text(title).Raw("</h2>");
        WriteEntries(entries, writer);
        writer.Raw("</nav>\n");
    }

    public override void WriteEmail(Block block, HtmlWriter writer)
    {
        // Mail readers do not follow links inside a mail.
    }

    public override string WriteText(Block block, PlainTextWriter writer) => "";

    private static void WriteEntries(List<TocEntry> entries, HtmlWriter writer)
    {
        writer.Tag("ol", "toc");
        for (var i = 0; i < entries.Count;)
        {
            WriteLink(entries[i], writer);
            var inner = entries.Skip(i + 1).TakeWhile(entry => entry.Level > entries[i].Level).ToList();
            if (inner.Count > 0)
            {
                writer.Raw("<ol>");
                foreach (var entry in inner)
                {
                    WriteLink(entry, writer);
                    writer.Raw("</li>");
                }
                writer.Raw("</ol>");
            }
            writer.Raw("</li>");
            i += 1 + inner.Count;
        }
        writer.Raw("</ol>");
    }

    private static void WriteLink(TocEntry entry, HtmlWriter writer) => writer.Raw("<li><a").Attr("href", "#" + entry.Anchor).Raw(">").Text(entry.Text).Raw("</a>");
}
