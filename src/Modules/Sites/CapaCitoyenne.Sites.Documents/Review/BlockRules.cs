using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>Pictures for those who do not see them, films for those who do not hear them, and blocks that hold nothing.</summary>
internal static partial class BlockRules
{
    private const int MaxAltLength = 150;

    public static IEnumerable<ReviewRemark> Check(Block block, BlockDefinition definition)
    {
        if (block.Type == BlockTypes.Text && string.IsNullOrWhiteSpace(block.Text("markdown"))) yield return Remark(block, null, ReviewCodes.BlockEmpty);
        if (definition.Fields.FirstOrDefault(f => f.Kind == FieldKind.Items) is { } list && !block.Items(list.Name).Any()) yield return Remark(block, null, ReviewCodes.BlockEmpty);
        if (block.Type == BlockTypes.Video && string.IsNullOrWhiteSpace(block.Text("transcript"))) yield return Remark(block, null, ReviewCodes.TranscriptMissing);
        foreach (var remark in CheckAlt(block, null, block.Fields, definition.Fields)) yield return remark;
        foreach (var field in definition.Fields.Where(f => f.Kind == FieldKind.Items))
            foreach (var item in block.Items(field.Name))
                foreach (var remark in CheckAlt(block, item.Text("id"), item, field.Items)) yield return remark;
    }

    private static IEnumerable<ReviewRemark> CheckAlt(Block block, string? itemId, JsonObject values, IReadOnlyList<BlockField> fields)
    {
        if (fields.FirstOrDefault(f => f.Kind == FieldKind.Alt) is not { } field || values.Text("media") is not { Length: > 0 }) yield break;
        if (values.Alt() is not { } alt)
        {
            yield return Remark(block, itemId, ReviewCodes.AltMissing);
            yield break;
        }
        if (alt.Length > MaxAltLength) yield return Remark(block, itemId, ReviewCodes.AltLong, field.Name, ("Max", MaxAltLength));
        if (Redundant().Match(alt) is { Success: true } match)
        {
            var rest = alt[match.Length..];
            var repair = rest.Length == 0 ? null : new ReviewRepair(alt, char.ToUpperInvariant(rest[0]) + rest[1..]);
            yield return Remark(block, itemId, ReviewCodes.AltRedundant, field.Name, ("Text", match.Value.Trim())) with { Repair = repair };
        }
    }

    private static ReviewRemark Remark(Block block, string? itemId, string code, string? field = null, params (string Name, object Value)[] data)
        => new(code, block.Id, itemId, field, data.ToDictionary(d => d.Name, d => d.Value));

    [GeneratedRegex(@"\A(?:(?:une |an? )?(?:image|photo|photographie|picture|photograph) (?:de la |de l’|de l'|des |du |de |d’|d'|of (?:the |an? )?))", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Redundant();
}
