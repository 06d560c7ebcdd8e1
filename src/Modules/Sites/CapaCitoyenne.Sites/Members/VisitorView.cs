using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Members;

/// <summary>A document without what is for members only: for excerpts, descriptions, search.</summary>
internal static class VisitorView
{
    public static bool HasMembersBlocks(PageDocument document) => document.AllBlocks().Any(IsForMembers);

    public static PageDocument Of(PageDocument document)
        => HasMembersBlocks(document) ? new PageDocument(document.Lang, [.. Visible(document.Blocks)], document.Extra) : document;

    private static IEnumerable<Block> Visible(IEnumerable<Block> blocks) => blocks.Where(block => !IsForMembers(block))
        .Select(block => block.Columns is null ? block : block.WithColumns([.. block.Columns.Select(column => (IReadOnlyList<Block>)[.. Visible(column)])]));

    private static bool IsForMembers(Block block) => block.Text("audience") == "members";
}
