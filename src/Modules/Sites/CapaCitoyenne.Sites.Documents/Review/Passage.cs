using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>A text of the document and where it stands: nowhere in the blocks for the title and the excerpt.</summary>
/// <param name="Holder">The block's or item's fields.</param>
internal sealed partial record Passage(string BlockId, string? ItemId, BlockField Field, string Text, JsonObject Holder)
{
    /// <summary>How many words before a repair tell its place from others that read the same.</summary>
    private const int MaxWordsBefore = 8;

    private MarkdownDocument? _tree;

    public bool IsMarkdown => Field.Kind == FieldKind.Markdown;

    /// <summary>The text without addresses and code, which are not prose; everything else at its place.</summary>
    public string Prose => IsMarkdown ? NotProse().Replace(Text, Blank) : Text;

    /// <summary>The prose without the marks of Markdown that words go through, as in <c>mardi **12** mars</c>; everything else at its place.</summary>
    public string Words => IsMarkdown ? Marks().Replace(Prose, Blank) : Text;

    public MarkdownDocument? Tree => IsMarkdown ? _tree ??= MarkdownProfile.TryParse(Text, MarkdownProfile.Located, out _) : null;

    public ReviewRemark Remark(string code, ReviewRepair? repair, params (string Name, object Value)[] data)
        => new(code, BlockId, ItemId, Field.Name, data.ToDictionary(d => d.Name, d => d.Value), repair);

    /// <summary>Puts other words at a place of the text. Null when nothing near tells the place from one before it.</summary>
    public ReviewRepair? Replace(int start, int length, string words)
    {
        // The editor mends the first place that reads so.
        for (var (from, before) = (start, 0); before <= MaxWordsBefore; before++, from = from < 2 ? 0 : Text.LastIndexOf(' ', from - 2) + 1)
        {
            var old = Text[from..(start + length)];
            if (Text.IndexOf(old, StringComparison.Ordinal) == from) return new ReviewRepair(old, Text[from..start] + words);
        }
        return null;
    }

    /// <summary>The same for what was found in <see cref="Prose"/>; null when an address or a code stands in the middle of it.</summary>
    public ReviewRepair? Replace(Match found, string words)
        => string.CompareOrdinal(Text, found.Index, found.Value, 0, found.Length) == 0 ? Replace(found.Index, found.Length, words) : null;

    /// <summary>The title, the excerpt, and every text in fields and items, in the order of the document.</summary>
    public static IEnumerable<Passage> Of(PageDocument document, BlockCatalog catalog, ReviewContext context)
    {
        foreach (var (name, text) in new[] { ("title", context.Title), ("excerpt", context.Excerpt) })
            if (text is not null) yield return new Passage("", null, new BlockField(name, FieldKind.Text), text, []);
        foreach (var block in document.AllBlocks().Where(b => !b.IsKept))
        {
            foreach (var field in catalog.Find(block.Type)?.Fields ?? [])
            {
                if (field.Kind == FieldKind.Items)
                {
                    foreach (var item in block.Items(field.Name))
                        foreach (var inner in field.Items)
                            if (item.Text(inner.Name) is { } text) yield return new Passage(block.Id, item.Text("id"), inner, text, item);
                }
                else if (block.Text(field.Name) is { } text)
                {
                    yield return new Passage(block.Id, null, field, text, block.Fields);
                }
            }
        }
    }

    private static string Blank(Match match) => new(' ', match.Length);

    [GeneratedRegex(@"```.*?(?:```|\z)|`[^`\n]*`|\]\([^)\n]*\)|<https?:[^>\n]*>|https?://[^\s)>]+|\{\{[^}\n]*\}\}", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotProse();

    /// <summary>Not the star of a list, nor what joins the words of a file's name.</summary>
    [GeneratedRegex(@"(?<=\S)\*+|\*+(?=\S)|~~|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])|[\[\]]|\\(?=\n)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
