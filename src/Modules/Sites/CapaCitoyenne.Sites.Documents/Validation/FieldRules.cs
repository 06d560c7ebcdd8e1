using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = CapaCitoyenne.Sites.Documents.Blocks.Block;

namespace CapaCitoyenne.Sites.Documents.Validation;

/// <summary>What each kind of field may hold.</summary>
internal static class FieldRules
{
    private const int AltMaxLength = 300;

    public static IEnumerable<DocumentIssue> Check(Block block, BlockField field, string path)
    {
        if (!block.Fields.TryGetPropertyValue(field.Name, out var value) || value is null)
        {
            if (field.Required) yield return DocumentValidator.Error(path, DocumentIssueCodes.FieldMissing, ("Name", field.Name));
            yield break;
        }
        foreach (var issue in CheckValue(field, value, path)) yield return issue;
    }

    private static IEnumerable<DocumentIssue> CheckValue(BlockField field, JsonNode value, string path) => field.Kind switch
    {
        FieldKind.Markdown => value.AsText() is { } text ? CheckMarkdown(text, path) : Invalid(path),
        FieldKind.Text => value.AsText() is { } text ? CheckText(field, text, path) : Invalid(path),
        FieldKind.Choice => value.AsText() is { } text && field.Values.Contains(text) ? [] : Invalid(path),
        FieldKind.Integer => value is JsonValue v && v.TryGetValue(out int n) && n >= field.Min && n <= field.Max ? [] : Invalid(path),
        FieldKind.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : Invalid(path),
        FieldKind.Date => value.AsText() is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) ? [] : Invalid(path),
        FieldKind.Media => value.AsText() is { } text ? CheckReference(field, text, path, LinkPolicy.IsMedia) : Invalid(path),
        FieldKind.Reference => value.AsText() is { } text
            ? CheckReference(field, text, path, t => LinkPolicy.Classify(t) == LinkKind.Reference) : Invalid(path),
        FieldKind.Link => value.AsText() is { } text ? CheckLink(field, text, path) : Invalid(path),
        FieldKind.Alt => CheckAlt(value, path),
        _ => [],
    };

    private static DocumentIssue[] Invalid(string path) => [DocumentValidator.Error(path, DocumentIssueCodes.FieldInvalid)];

    private static IEnumerable<DocumentIssue> CheckText(BlockField field, string text, string path)
    {
        if (text.Length > field.MaxLength) yield return DocumentValidator.Error(path, DocumentIssueCodes.FieldTooLong, ("Max", field.MaxLength));
        if (text.Any(c => char.IsControl(c))) yield return DocumentValidator.Error(path, DocumentIssueCodes.FieldInvalid);
        if (field.NeededToPublish && string.IsNullOrWhiteSpace(text)) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldEmpty);
    }

    private static IEnumerable<DocumentIssue> CheckReference(BlockField field, string text, string path, Func<string, bool> isOne)
    {
        if (text.Length == 0)
        {
            if (field.NeededToPublish) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldEmpty);
        }
        else if (!isOne(text))
        {
            yield return DocumentValidator.Error(path, DocumentIssueCodes.FieldInvalid);
        }
    }

    private static IEnumerable<DocumentIssue> CheckLink(BlockField field, string text, string path)
    {
        if (text.Length > field.MaxLength) yield return DocumentValidator.Error(path, DocumentIssueCodes.FieldTooLong, ("Max", field.MaxLength));
        switch (LinkPolicy.Classify(text))
        {
            case LinkKind.Empty when field.NeededToPublish:
                yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldEmpty);
                break;
            case LinkKind.Forbidden:
                yield return DocumentValidator.Error(path, DocumentIssueCodes.LinkNotAllowed, ("Address", Shorten(text)));
                break;
            default:
                break;
        }
    }

    private static DocumentIssue[] CheckAlt(JsonNode value, string path)
    {
        if (value is not JsonObject alt || alt.Any(p => p.Key is not ("kind" or "text"))) return Invalid(path);
        var text = alt["text"].AsText();
        switch (alt["kind"].AsText())
        {
            case "decorative":
                return [];
            case "text" when string.IsNullOrWhiteSpace(text):
                return [DocumentValidator.Unpublishable(path, DocumentIssueCodes.ImageAltMissing)];
            case "text" when text.Length > AltMaxLength:
                return [DocumentValidator.Error(path + "/text", DocumentIssueCodes.FieldTooLong, ("Max", AltMaxLength))];
            case "text" when AltText.IsFileName(text):
                return [DocumentValidator.Unpublishable(path + "/text", DocumentIssueCodes.ImageAltIsFileName, ("Text", text))];
            case "text":
                return [];
            default:
                return Invalid(path);
        }
    }

    private static IEnumerable<DocumentIssue> CheckMarkdown(string markdown, string path)
    {
        if (MarkdownProfile.TryParse(markdown, out var code) is not { } tree)
        {
            yield return DocumentValidator.Error(path, code!, ("Max", DocumentLimits.MarkdownBytes / 1024));
            yield break;
        }
        foreach (var link in tree.Descendants())
        {
            switch (link)
            {
                case LinkInline { IsImage: true } image when LinkPolicy.IsMedia(image.Url):
                    if (image.FirstChild is null) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.ImageAltMissing);
                    break;
                case LinkInline { IsImage: true } image:
                    yield return DocumentValidator.Warning(path, DocumentIssueCodes.RemoteImage, ("Address", Shorten(image.Url ?? "")));
                    break;
                case LinkInline other when LinkPolicy.Classify(other.Url) == LinkKind.Forbidden:
                    yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.LinkNotAllowed, ("Address", Shorten(other.Url ?? "")));
                    break;
                case LinkInline other when LinkPolicy.Classify(other.Url) == LinkKind.Empty:
                    yield return DocumentValidator.Warning(path, DocumentIssueCodes.LinkEmpty);
                    break;
                case AutolinkInline { IsEmail: false } auto when LinkPolicy.Classify(auto.Url) == LinkKind.Forbidden:
                    yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.LinkNotAllowed, ("Address", Shorten(auto.Url)));
                    break;
                default:
                    break;
            }
        }
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
