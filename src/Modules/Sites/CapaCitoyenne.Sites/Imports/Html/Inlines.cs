namespace CapaCitoyenne.Sites.Imports.Html;

[Flags]
internal enum Marks
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Deleted = 4,
}

/// <summary>What stands in a line of text.</summary>
internal abstract record Inline;

internal sealed record TextRun(string Text, Marks Marks) : Inline;

internal sealed record CodeRun(string Text) : Inline;

internal sealed record LinkRun(string Address, IReadOnlyList<Inline> Inner) : Inline;

internal sealed record PictureRun(MediaTarget Media, string Alt, string? Caption, string? Link) : Inline;

internal sealed record BreakRun : Inline;
