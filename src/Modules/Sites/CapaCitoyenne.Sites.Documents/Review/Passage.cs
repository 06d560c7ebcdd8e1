using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>A text of the document and where it stands.</summary>
internal sealed partial record Passage(string BlockId, string? ItemId, BlockField Field, string Text)
{
    private MarkdownDocument? _tree;

    public bool IsMarkdown => Field.Kind == FieldKind.Markdown;

    /// <summary>The text without addresses and code, which are not prose; everything else at its place.</summary>
    public string Prose => IsMarkdown ? NotProse().Replace(Text, match => new string(' ', match.Length)) : Text;

    public MarkdownDocument? Tree => IsMarkdown ? _tree ??= MarkdownProfile.TryParse(Text, out _) : null;

    /// <summary>A repair of words that an address or a code interrupts would not be found in the text: the remark is made without it.</summary>
    public ReviewRemark Remark(string code, ReviewRepair? repair, params (string Name, object Value)[] data)
        => new(code, BlockId, ItemId, Field.Name, data.ToDictionary(d => d.Name, d => d.Value), repair is null || Text.Contains(repair.Old, StringComparison.Ordinal) ? repair : null);

    /// <summary>Every text in fields and items, in the order of the document.</summary>
    public static IEnumerable<Passage> Of(PageDocument document, BlockCatalog catalog)
    {
        foreach (var block in document.AllBlocks().Where(b => !b.IsKept))
        {
            foreach (var field in catalog.Find(block.Type)?.Fields ?? [])
            {
                if (field.Kind == FieldKind.Items)
                {
                    foreach (var item in block.Items(field.Name))
                        foreach (var inner in field.Items)
                            if (item.Text(inner.Name) is { } text) yield return new Passage(block.Id, item.Text("id"), inner, text);
                }
                else if (block.Text(field.Name) is { } text)
                {
                    yield return new Passage(block.Id, null, field, text);
                }
            }
        }
    }

    [GeneratedRegex(@"```.*?(?:```|\z)|`[^`\n]*`|\]\([^)\n]*\)|<https?:[^>\n]*>|https?://[^\s)>]+|\{\{[^}\n]*\}\}", RegexOptions.Singleline, matchTimeoutMilliseconds: 500)]
    private static partial Regex NotProse();
}
