using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Members;

/// <summary>A document as every visitor sees it on a day, without what is for members only: for excerpts, descriptions, search.</summary>
internal static class VisitorView
{
    public static bool HasMembersBlocks(PageDocument document) => document.AllBlocks().Any(block => block.IsForMembers);

    public static PageDocument Of(PageDocument document, DateOnly day) => document.Only(block => Shows(block, day));

    public static bool Shows(Block block, DateOnly day) => !block.IsForMembers && block.IsShownOn(day);
}
