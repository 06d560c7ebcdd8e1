using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>Plain text: the text part of a mail, and what search reads.</summary>
internal sealed class PlainTextWriter(WriterContext context)
{
    public WriterContext Context => context;

    public string Write(IEnumerable<Block> blocks)
        => string.Join("\n\n", blocks.Where(context.IsShown).Select(Content).Where(text => text.Length > 0)) is { Length: > 0 } all ? all + "\n" : "";

    public string Markdown(string? markdown) => MarkdownText.Write(markdown ?? "", context);

    public string? Resolve(string? url) => Addresses.Resolve(url, context);

    /// <summary>A line of a list.</summary>
    public string Item(string text) => context.WordsOnly ? text : "- " + text;

    public string WithAddress(string? words, string? address)
        => address is null || context.WordsOnly ? words ?? "" : string.IsNullOrEmpty(words) ? address : words + " : " + address;

    /// <summary>One under the other, without the empty ones.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));

    private string Content(Block block)
    {
        if (block.IsKept) return Markdown(DocumentWriter.FallbackText(block));
        return BuiltInBlocks.Find(block.Type) is { } type ? type.WriteText(block, this) : context.WriteExternal(block) ?? "";
    }
}
