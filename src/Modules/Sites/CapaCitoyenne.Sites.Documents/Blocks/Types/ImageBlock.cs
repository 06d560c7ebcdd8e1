using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>One picture. When it is not there any more, its text alternative stands for it, or where it leads to.</summary>
internal sealed class ImageBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Image,
    [
        new("media", FieldKind.Media) { Required = true, NeededToPublish = true },
        new("alt", FieldKind.Alt) { Required = true, NeededToPublish = true },
        new("caption", FieldKind.Text) { MaxLength = 500 },
        new("link", FieldKind.Link) { MaxLength = 2000 },
    ]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (IsEmpty(block, writer)) return;
        writer.Open("figure", block);
        WriteLinked(block, writer);
        if (block.Text("caption") is { Length: > 0 } caption) writer.Raw("<figcaption>").Text(caption).Raw("</figcaption>");
        writer.Raw("</figure>\n");
    }

    public override void WriteEmail(Block block, HtmlWriter writer)
    {
        if (IsEmpty(block, writer)) return;
        WriteLinked(block, writer);
        if (block.Text("caption") is { Length: > 0 } caption) writer.Raw("<p style=\"margin:4px 0 8px;font-size:14px\">").Text(caption).Raw("</p>");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
    {
        var words = new[] { block.Alt is { Length: > 0 } alt ? "[" + alt + "]" : "", block.Text("caption") ?? "" };
        return writer.WithAddress(string.Join(' ', words.Where(w => w.Length > 0)), writer.Resolve(block.Text("link")));
    }

    private static bool IsEmpty(Block block, HtmlWriter writer)
        => writer.Picture(block.Text("media")) is null && writer.Resolve(block.Text("link")) is null && string.IsNullOrEmpty(block.Alt) && string.IsNullOrEmpty(block.Text("caption"));

    private static void WriteLinked(Block block, HtmlWriter writer)
    {
        var (media, link) = (writer.Picture(block.Text("media")), writer.Resolve(block.Text("link")));
        var words = string.IsNullOrEmpty(block.Alt) ? link : block.Alt;
        if (link is not null) writer.OpenLink(link);
        if (media is null) writer.Text(words);
        else
        {
            writer.Picture(media, block.Alt ?? "", block.Text("width") switch
            {
                "full" => "100vw",
                "wide" => "(min-width: 64em) 60em, 100vw",
                _ => "(min-width: 46em) 42em, 100vw",
            });
        }
        if (link is null) return;
        writer.Raw("</a>");
        if (media is not null || words != link) writer.Spelled(link);
    }
}
