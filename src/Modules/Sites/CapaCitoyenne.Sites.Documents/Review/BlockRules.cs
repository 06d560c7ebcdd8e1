using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>Pictures for those who do not see them, films for those who do not hear them, and blocks that hold nothing.</summary>
internal static partial class BlockRules
{
    private const int MaxAltLength = 150;

    public static IEnumerable<ReviewRemark> Check(Block block, BlockDefinition definition, ReviewContext context)
    {
        if (IsEmpty(block, definition)) yield return Remark(block, null, ReviewCodes.BlockEmpty) with { Action = ReviewAction.RemoveBlock };
        if (!block.IsShownOn(context.Today))
            yield return Remark(block, null, ReviewCodes.BlockPast, null, ("Date", DateOnly.ParseExact(block.Text("until")!, "yyyy-MM-dd"))) with { Action = ReviewAction.RemoveBlock };
        if (block.Type == BlockTypes.Video && string.IsNullOrWhiteSpace(block.Text("transcript"))) yield return Remark(block, null, ReviewCodes.TranscriptMissing);
        foreach (var remark in CheckFile(block, null, block.Fields, context).Concat(CheckAlt(block, null, block.Fields, definition.Fields))) yield return remark;
        foreach (var field in definition.Fields.Where(f => f.Kind == FieldKind.Items))
            foreach (var item in block.Items(field.Name))
                foreach (var remark in CheckFile(block, item.Text("id"), item, context).Concat(CheckAlt(block, item.Text("id"), item, field.Items))) yield return remark;
    }

    private static bool IsEmpty(Block block, BlockDefinition definition)
        => (block.Type == BlockTypes.Text && string.IsNullOrWhiteSpace(block.Text("markdown")))
            || (definition.Fields.FirstOrDefault(f => f.Kind == FieldKind.Items) is { } list && !block.Items(list.Name).Any());

    /// <summary>A file is called what it is. Without a title its own name stands there.</summary>
    private static IEnumerable<ReviewRemark> CheckFile(Block block, string? itemId, JsonObject values, ReviewContext context)
    {
        if (block.Type is not (BlockTypes.Document or BlockTypes.Files) || values.Text("media") is not { Length: > 0 } media) yield break;
        var own = values.Text("title") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        if ((own ?? context.TitleOf(media)) is not { } title || !IsFileName(title)) yield break;
        var words = string.Join(' ', FileEnding().Replace(title, "").Split(['_', ' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
        var repair = own is not null && words.Any(char.IsLetter) && !IsFileName(words) ? new ReviewRepair(own, char.ToUpperInvariant(words[0]) + words[1..]) : null;
        yield return Remark(block, itemId, ReviewCodes.FileNameTitle, "title", ("Text", title)) with { Repair = repair };
    }

    /// <summary>« statuts.pdf », « PV_AG_v2 », « Scan 0012 », « 2026-03-12 ».</summary>
    private static bool IsFileName(string title) => FileEnding().IsMatch(title) || MadeByMachine().IsMatch(title);

    private static IEnumerable<ReviewRemark> CheckAlt(Block block, string? itemId, JsonObject values, IReadOnlyList<BlockField> fields)
    {
        if (fields.FirstOrDefault(f => f.Kind == FieldKind.Alt) is not { } field || values.Text("media") is not { Length: > 0 }) yield break;
        if (values.Alt() is not { } alt)
        {
            yield return Remark(block, itemId, ReviewCodes.AltMissing) with { Action = ReviewAction.MarkDecorative };
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

    [GeneratedRegex(@"\A(?:(?:une |an? )?(?:image|photo|photographie|picture|photograph) (?:de la |de l’|de l'|des |du |de |d’|d'|of (?:the |an? )?))", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Redundant();

    [GeneratedRegex(@"\.(?:pdf|docx?|od[tsp]|xlsx?|pptx?|csv|txt|rtf|zip|mp[34]|gpx|vtt|jpe?g|png|webp)\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FileEnding();

    [GeneratedRegex(@"_|\A(?:scan|img|dsc\w?|doc|document|sans titre|untitled)[- ]?\d*\z|\A[\d\s.()-]+\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MadeByMachine();
}
