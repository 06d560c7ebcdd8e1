using System.Text.Json;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Merging;

/// <summary>
/// Blocks that are kept byte for byte go through a browser's <c>JSON.parse</c> and <c>JSON.stringify</c>, which round long numbers, write 1.0 as
/// 1 and decode escapes. Their text is put back when that is all that happened to them.
/// </summary>
public static class KeptText
{
    /// <param name="saved">What a browser sent.</param>
    /// <param name="known">What it may have read.</param>
    public static PageDocument Restore(PageDocument saved, PageDocument known)
    {
        var kept = known.AllBlocks().Where(IsKept).ToLookup(block => block.Id);
        return kept.Count == 0 ? saved : saved.Select(block => IsKept(block) ? kept[block.Id].FirstOrDefault(one => IsSame(one.Kept!, block.Kept!)) ?? block : block);
    }

    private static bool IsKept(Block block) => block.IsKept && block.Reason != KeptReason.Malformed;

    private static bool IsSame(string left, string right)
    {
        using var one = JsonDocument.Parse(left);
        using var other = JsonDocument.Parse(right);
        return IsSame(one.RootElement, other.RootElement);
    }

    /// <summary>Whether a browser reads both as the same value. Browsers sort names that are numbers, and write what is too large for them as null.</summary>
    private static bool IsSame(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => left.EnumerateObject().Count() == right.EnumerateObject().Count()
            && left.EnumerateObject().All(property => right.TryGetProperty(property.Name, out var value) && IsSame(property.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => left.GetArrayLength() == right.GetArrayLength()
            && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => IsSame(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()) || (left.GetDouble() == 0 && right.GetDouble() == 0),
        (JsonValueKind.Number, JsonValueKind.Null) => double.IsInfinity(left.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) => left.GetString() == right.GetString(),
        var (one, other) => one == other,
    };
}
