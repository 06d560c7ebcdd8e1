using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Many pictures; each opens in its largest size, without a script.</summary>
internal sealed class GalleryBlock : SectionBlock
{
    private const int EmailWidth = 270;

    /// <summary>A mail shows the first ones, and leads to all of them: sixty would not load on a telephone.</summary>
    private const int EmailPictures = 4;

    public override BlockDefinition Definition { get; } = new(BlockTypes.Gallery,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 60,
            Items =
            [
                new("media", FieldKind.Media) { Required = true, NeededToPublish = true },
                new("alt", FieldKind.Alt) { Required = true, NeededToPublish = true },
                new("caption", FieldKind.Text) { MaxLength = 500 },
            ],
        },
    ]);

    /// <summary>In plain text the words of a picture stand for it, wherever it is.</summary>
    public override bool HasContent(Block block, WriterContext context)
        => block.Items().Any(item => context.Target == WriterTarget.Text || context.References.Media(item.Text("media") ?? "") is { IsPicture: true });

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
        => WriteList(writer, "gallery", "gallery-item", Pictures(block, writer).Select<(JsonObject, ResolvedMedia), Action>(picture => () =>
        {
            var (item, media) = picture;
            writer.Raw("<figure>");
            // A link needs words, and a decorative picture has none.
            var large = item.Alt() is { Length: > 0 } ? PictureHtml.Largest(media) : null;
            if (large is not null) writer.Raw("<a").Attr("href", writer.Context.Absolute(large)).Raw(">");
            writer.Picture(media, item.Alt() ?? "", "(min-width: 46em) 20em, 50vw");
            if (large is not null) writer.Raw("</a>");
            if (item.Text("caption") is { Length: > 0 } caption) writer.Raw("<figcaption>").Text(caption).Raw("</figcaption>");
            writer.Raw("</figure>");
        }));

    /// <summary>Two pictures a row, in a table: mail readers know nothing else.</summary>
    protected override void WriteEmailContent(Block block, string heading, HtmlWriter writer)
    {
        var (all, online) = (Pictures(block, writer).ToList(), writer.Context.PageUrl);
        var shown = online is null ? all : all[..Math.Min(all.Count, EmailPictures)];
        writer.Raw("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">");
        foreach (var row in shown.Chunk(2))
        {
            writer.Raw("<tr>");
            foreach (var (item, media) in row)
            {
                writer.Raw("<td width=\"50%\" valign=\"top\" style=\"padding:4px;font-size:14px\">").Picture(media, item.Alt() ?? "", "", EmailWidth);
                if (item.Text("caption") is { Length: > 0 } caption) writer.Raw("<br>").Text(caption);
                writer.Raw("</td>");
            }
            writer.Raw(row.Length == 1 ? "<td width=\"50%\"></td></tr>" : "</tr>");
        }
        writer.Raw("</table>");
        if (shown.Count < all.Count) writer.Raw("<p>").OpenLink(online!).Text(writer.Context.Words.AllPictures(all.Count)).Raw("</a></p>");
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select(item => string.Join(' ', new[] { item.Alt() is { Length: > 0 } alt ? "[" + alt + "]" : "", item.Text("caption") ?? "" }.Where(w => w.Length > 0)));

    private static IEnumerable<(JsonObject Item, ResolvedMedia Media)> Pictures(Block block, HtmlWriter writer)
    {
        foreach (var item in block.Items())
            if (writer.Picture(item.Text("media")) is { } media) yield return (item, media);
    }
}
