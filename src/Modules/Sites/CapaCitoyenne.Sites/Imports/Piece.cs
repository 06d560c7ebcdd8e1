using System.Text.Json.Nodes;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>A part of a page that is being converted, in the order of the page.</summary>
internal abstract record Piece;

/// <summary>One block of Markdown: a paragraph, a list, a table. Neighbours become one text block.</summary>
internal sealed record Prose(string Markdown) : Piece;

internal sealed record BlockPiece(string Type, JsonObject Fields) : Piece
{
    public IReadOnlyList<IReadOnlyList<Piece>>? Columns { get; init; }
}
