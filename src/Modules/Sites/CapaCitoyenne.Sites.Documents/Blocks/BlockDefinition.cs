using System.Text.Json.Nodes;

namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>
/// A block type: its closed list of fields in the newest version, and the chain of pure functions that brings an older
/// block there. <c>Upgraders[0]</c> makes version 2 from version 1, and so on.
/// </summary>
public sealed record BlockDefinition(string Type, IReadOnlyList<BlockField> Fields)
{
    public IReadOnlyList<Func<JsonObject, JsonObject>> Upgraders { get; init; } = [];

    /// <summary>The newest version, the only one that validators and writers know.</summary>
    public int Version => Upgraders.Count + 1;
}
