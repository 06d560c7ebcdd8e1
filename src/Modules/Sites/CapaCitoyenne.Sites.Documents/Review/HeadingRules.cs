using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;
using Block = CapaCitoyenne.Sites.Documents.Blocks.Block;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>No heading skips a level. Screen readers go from one to the next through the whole page, whatever block each stands in.</summary>
internal sealed class HeadingRules
{
    // Each of their items has a heading, under the block's own when there is one.
    private static readonly HashSet<string> WithItemHeadings =
        [BlockTypes.Agenda, BlockTypes.Commitments, BlockTypes.Courses, BlockTypes.Guides, BlockTypes.News, BlockTypes.Steps, BlockTypes.Team];

    // The title of the page is above all.
    private int _level = 1;

    /// <summary>What a block says itself, before its texts.</summary>
    public void Enter(Block block)
    {
        if (BuiltInBlocks.Find(block.Type) is not { } type)
        {
            // Another module writes it: its headings are not known here, and nobody is told of what may be right.
            _level = Math.Max(_level, 2);
            return;
        }
        if (type.Heading(block) is not null || block.Type == BlockTypes.Toc) _level = 2;
        if (WithItemHeadings.Contains(block.Type)) _level = type.Heading(block) is null ? 2 : 3;
    }

    public IEnumerable<ReviewRemark> Check(Passage passage)
    {
        foreach (var heading in passage.Tree?.Descendants<HeadingBlock>() ?? [])
        {
            var level = Math.Clamp(heading.Level, 2, 6);
            if (level > _level + 1 && passage.Text[heading.Span.Start] == '#')
            {
                var old = passage.Text.Substring(heading.Span.Start, heading.Span.Length);
                yield return passage.Remark(
                    ReviewCodes.HeadingSkipped, passage.Replace(heading.Span.Start, old.Length, new string('#', _level + 1) + old.TrimStart('#')), ("Text", WritingRules.Short(MarkdownText.Words(heading.Inline))));
            }
            _level = level;
        }
    }
}
