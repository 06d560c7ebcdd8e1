using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = CapaCitoyenne.Sites.Documents.Blocks.Block;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>A heading of a document. Levels as they are shown: 2 is the highest, the page's title being 1.</summary>
public sealed record DocumentHeading(int Level, string Text);

/// <summary>What one can know of a document without writing it.</summary>
public static class DocumentInsight
{
    /// <summary>Every URN in fields and Markdown, once each: load them before writing.</summary>
    public static IReadOnlyList<string> References(PageDocument document, BlockCatalog catalog)
        => [.. Addresses(document, catalog).Where(a => LinkPolicy.Classify(a) == LinkKind.Reference).Distinct()];

    /// <summary>Every address on the same site in fields and Markdown, as it is written, once each.</summary>
    public static IReadOnlyList<string> RelativeAddresses(PageDocument document, BlockCatalog catalog)
        => [.. Addresses(document, catalog).Where(a => LinkPolicy.Classify(a) == LinkKind.Relative).Distinct()];

    /// <summary>Titles of blocks and headings in their prose, in the order of the document.</summary>
    public static IReadOnlyList<DocumentHeading> Headings(PageDocument document)
    {
        var headings = new List<DocumentHeading>();
        foreach (var block in document.AllBlocks().Where(b => !b.IsKept))
        {
            if (BuiltInBlocks.Find(block.Type)?.Heading(block) is { } title) headings.Add(new(2, title));
            if (block.Prose is { } prose) headings.AddRange(new HeadingAnchors([]).Of(prose).Select(h => new DocumentHeading(h.Level, h.Text)));
        }
        return headings;
    }

    /// <summary>Blocks with a picture, their own or an item's, without a text alternative that is not marked as decorative.</summary>
    public static IReadOnlyList<Block> ImagesWithoutAlt(PageDocument document)
        => [.. document.AllBlocks().Where(b => !b.IsKept && BuiltInBlocks.Find(b.Type) is { } type && Objects(b, type.Definition).Any(IsImageWithoutAlt))];

    /// <summary>The origins whose frames a page with this document shows, for <c>frame-src</c>: <c>https://player.vimeo.com</c>. Each once.</summary>
    public static IReadOnlyList<string> FrameSources(PageDocument document)
        => [.. document.AllBlocks().Where(b => b is { IsKept: false, Type: BlockTypes.Video })
            .Select(b => VideoAddress.TryParse(b.Text("url"))?.Origin).OfType<string>().Distinct()];

    /// <summary>How many words the document says to its readers, members included.</summary>
    public static int CountWords(PageDocument document)
        => CountWords(DocumentWriter.Write(document, new WriterContext { Target = WriterTarget.Text, ForMembers = true }));

    /// <summary>How many words a text has; punctuation alone is none.</summary>
    public static int CountWords(string text)
        => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    /// <summary>The first paragraph, without its markup; empty when there is none.</summary>
    public static string Opening(PageDocument document)
        => Trees(document).SelectMany(tree => tree.Descendants<ParagraphBlock>()).Select(p => MarkdownText.Words(p.Inline)).FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>How many pictures, of blocks and of their items, have a description; those marked as decorative have none.</summary>
    public static int CountDescribedImages(PageDocument document)
        => document.AllBlocks().Where(b => !b.IsKept).Sum(b => CountDescribed(b.Fields));

    private static int CountDescribed(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Sum(field => CountDescribed(field.Value)) + (fields.Alt() is { Length: > 0 } ? 1 : 0),
        JsonArray items => items.Sum(CountDescribed),
        _ => 0,
    };

    /// <summary>The first words of the running text, cut at a word, for feeds and descriptions.</summary>
    public static string Excerpt(PageDocument document, int maxLength = 200)
    {
        var text = string.Join(' ', Trees(document).SelectMany(tree => tree.Descendants<ParagraphBlock>()).Take(4).Select(p => MarkdownText.Words(p.Inline)));
        if (text.Length <= maxLength) return text;
        var cut = text.LastIndexOf(' ', maxLength);
        if (cut <= maxLength / 2) cut = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text[..cut].TrimEnd('.', ',', ' ') + "…";
    }

    /// <summary>The <c>media:</c> URN of the first picture, of an image or a gallery.</summary>
    public static string? FirstImage(PageDocument document)
        => document.AllBlocks().Where(b => b is { IsKept: false, Type: BlockTypes.Image or BlockTypes.Gallery })
            .SelectMany(b => b.Items().Prepend(b.Fields)).Select(fields => fields.Text("media")).FirstOrDefault(LinkPolicy.IsMedia);

    /// <summary>The fields of a block, and those of its items, with what they may hold.</summary>
    private static IEnumerable<(JsonObject Values, IReadOnlyList<BlockField> Fields)> Objects(Block block, BlockDefinition definition)
        => definition.Fields.Where(f => f.Kind == FieldKind.Items).SelectMany(f => block.Items(f.Name).Select(item => (item, f.Items))).Prepend((block.Fields, definition.Fields));

    private static bool IsImageWithoutAlt((JsonObject Values, IReadOnlyList<BlockField> Fields) it)
        => it.Fields.FirstOrDefault(f => f.Kind == FieldKind.Alt) is { } alt && it.Values.Alt() is null && (alt.Required || it.Values.Text("media") is { Length: > 0 });

    private static IEnumerable<MarkdownDocument> Trees(PageDocument document)
        => document.AllBlocks().Where(b => !b.IsKept).Select(b => b.Prose).OfType<MarkdownDocument>();

    private static IEnumerable<string> Addresses(PageDocument document, BlockCatalog catalog)
    {
        foreach (var block in document.AllBlocks().Where(b => !b.IsKept))
        {
            if (catalog.Find(block.Type) is not { } definition) continue;
            foreach (var (values, fields) in Objects(block, definition))
                foreach (var url in Addresses(block, values, fields))
                    yield return url;
        }
    }

    private static IEnumerable<string> Addresses(Block block, JsonObject values, IReadOnlyList<BlockField> fields)
    {
        foreach (var field in fields)
        {
            if (values.Text(field.Name) is not { } value) continue;
            if (field.Kind is FieldKind.Media or FieldKind.Reference or FieldKind.Link) yield return value;
            if (field.Kind != FieldKind.Markdown) continue;
            var isMain = ReferenceEquals(values, block.Fields) && field.Name == Block.ProseField;
            if ((isMain ? block.Prose : MarkdownProfile.TryParse(value, out _)) is not { } tree) continue;
            foreach (var url in Links(tree)) yield return url;
        }
    }

    internal static IEnumerable<string> Links(MarkdownDocument tree)
        => tree.Descendants().Select(d => d switch
        {
            LinkInline link => link.Url ?? "",
            AutolinkInline { IsEmail: false } auto => auto.Url,
            _ => null,
        }).OfType<string>();
}
