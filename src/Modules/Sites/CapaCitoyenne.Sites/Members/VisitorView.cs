using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Members;

/// <summary>A document as every visitor sees it on a day, without what is for members only: for excerpts, descriptions, search.</summary>
internal static class VisitorView
{
    public static bool HasMembersBlocks(PageDocument document) => document.AllBlocks().Any(block => block.IsForMembers);

    public static PageDocument Of(PageDocument document, DateOnly day) => document.Only(block => !block.IsForMembers && block.IsShownOn(day));
}
