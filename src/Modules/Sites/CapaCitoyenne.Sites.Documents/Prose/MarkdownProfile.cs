using System.Text;
using CapaCitoyenne.Sites.Documents.Validation;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>
/// The Markdown profile <c>md/1</c>: CommonMark, tables, task lists, strikethrough, bare addresses as links, footnotes. No raw
/// HTML, no attributes, no embeds. The workspace's editor has the same dialect; one corpus is run by both test suites.
/// </summary>
public static class MarkdownProfile
{
    public const string Name = "md/1";

    /// <summary>
    /// How many opening marks of one kind a field may hold. The parser takes quadratic time in them:
    /// 32 KB of <c>[a](</c> cost a second, 3,000 of them some 20 ms. Honest prose of 32 KB has fewer than 1,000.
    /// </summary>
    private const int MaxMarks = 3000;

    /// <summary>Marks of quotes and lists at the start of one line, each a level of nesting.</summary>
    private const int MaxLinePrefix = 60;

    private const int MaxDepth = 100;

    /// <summary>Explicit, since Markdig's "advanced" set makes <c>{onclick=…}</c> a live attribute and links into embeds.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build().Build();

    /// <summary>The same dialect; its trees know where in the text each piece stands.</summary>
    internal static MarkdownPipeline Located { get; } = Build().UsePreciseSourceLocation().Build();

    private static MarkdownPipelineBuilder Build() => new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .Use<FootnoteExtension>()
        .DisableHtml();

    /// <summary>Parses a field. Never throws on content.</summary>
    /// <returns>The syntax tree, or null and the code of <see cref="DocumentIssueCodes"/> that says why not.</returns>
    public static MarkdownDocument? TryParse(string markdown, out string? code) => TryParse(markdown, Pipeline, out code);

    internal static MarkdownDocument? TryParse(string markdown, MarkdownPipeline pipeline, out string? code)
    {
        code = Refuse(markdown);
        if (code is not null) return null;
        try
        {
            var tree = Markdown.Parse(markdown, pipeline);
            if (!IsTooDeep(tree)) return tree;
            code = DocumentIssueCodes.MarkdownTooComplex;
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            // Markdig refuses deep nesting with ArgumentException; the others would be its bugs, and a reader must not pay for them.
            code = DocumentIssueCodes.MarkdownTooComplex;
            return null;
        }
    }

    private static string? Refuse(string markdown)
    {
        if (Encoding.UTF8.GetByteCount(markdown) > DocumentLimits.MarkdownBytes) return DocumentIssueCodes.MarkdownTooLong;
        int brackets = 0, emphasis = 0, other = 0;
        foreach (var c in markdown)
        {
            switch (c)
            {
                case '[' or '!': brackets++; break;
                case '*' or '_' or '~': emphasis++; break;
                case '<' or '`' or '&': other++; break;
                default: break;
            }
        }
        return Math.Max(brackets, Math.Max(emphasis, other)) > MaxMarks || LongestPrefix(markdown) > MaxLinePrefix
            ? DocumentIssueCodes.MarkdownTooComplex
            : null;
    }

    private static int LongestPrefix(string markdown)
    {
        var longest = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var marks = 0;
            foreach (var c in line)
            {
                if (c is '>' or '-' or '*' or '+' or '.' or ')') marks++;
                else if (c is not (' ' or '\t') && !char.IsAsciiDigit(c)) break;
            }
            // A thematic break is one long run of the same mark and nests nothing.
            if (marks > longest && !IsOneRun(line)) longest = marks;
        }
        return longest;
    }

    private static bool IsOneRun(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        return text.IsEmpty || (text[0] is '-' or '*' && !text.ContainsAnyExcept(text[0], ' ', '\t'));
    }

    /// <summary>Nesting that only appears while parsing. Renderers recurse and give up at 128 levels.</summary>
    private static bool IsTooDeep(MarkdownDocument tree)
    {
        var open = new Stack<(MarkdownObject Node, int Depth)>();
        open.Push((tree, 0));
        while (open.TryPop(out var next))
        {
            if (next.Depth > MaxDepth) return true;
            switch (next.Node)
            {
                case ContainerBlock blocks:
                    foreach (var block in blocks) open.Push((block, next.Depth + 1));
                    break;
                case LeafBlock { Inline: { } inline }:
                    open.Push((inline, next.Depth + 1));
                    break;
                case ContainerInline inlines:
                    foreach (var child in inlines) open.Push((child, next.Depth + 1));
                    break;
                default:
                    break;
            }
        }
        return false;
    }
}
