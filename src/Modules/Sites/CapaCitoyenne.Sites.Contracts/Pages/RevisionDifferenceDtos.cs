namespace CapaCitoyenne.Sites.Pages;

/// <summary>What changed from one revision to another, in reading order.</summary>
/// <param name="From">0 when there was nothing before.</param>
/// <param name="Title">Null when the title stayed.</param>
public record RevisionDifferenceDto(int From, int To, IReadOnlyList<TextPartDto>? Title, IReadOnlyList<BlockDifferenceDto> Blocks);

/// <summary>One block that is not as it was.</summary>
/// <param name="Parts">Its text, with what came and went; empty when only its settings changed, or its place.</param>
public record BlockDifferenceDto(string BlockId, string BlockType, BlockDifferenceKind Kind, IReadOnlyList<TextPartDto> Parts);

public enum BlockDifferenceKind
{
    Added,
    Removed,
    Changed,
    Moved,
}

public record TextPartDto(string Text, TextPartKind Kind);

public enum TextPartKind
{
    Same,
    Added,
    Removed,
}
