using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = CapaCitoyenne.Sites.Documents.Blocks.Block;

namespace CapaCitoyenne.Sites.Documents.Validation;

/// <summary>
/// What each kind of field may hold. What somebody may type only keeps a document from being published, too long or half an address: a draft
/// is never refused for it, up to the size of the whole document.
/// </summary>
internal static class FieldRules
{
    private const int AltMaxLength = 300;

    /// <summary>A block's or an item's fields against their closed list.</summary>
    /// <param name="besides">A property that is checked elsewhere.</param>
    public static IEnumerable<DocumentIssue> CheckObject(JsonObject values, IReadOnlyList<BlockField> fields, string path, string? besides = null)
    {
        foreach (var name in values.Select(p => p.Key).Where(name => name != besides && fields.All(f => f.Name != name)))
            yield return DocumentValidator.Error(path + "/" + DocumentValidator.Escape(name), DocumentIssueCodes.FieldUnknown, ("Name", name));
        foreach (var field in fields)
            foreach (var issue in Check(values, field, path + "/" + field.Name))
                yield return issue;
    }

    private static IEnumerable<DocumentIssue> Check(JsonObject values, BlockField field, string path)
    {
        if (!values.TryGetPropertyValue(field.Name, out var value) || value is null)
        {
            if (field.Required) yield return DocumentValidator.Error(path, DocumentIssueCodes.FieldMissing, ("Name", field.Name));
            // A picture that may be left out still needs its words when it is there.
            else if (field.Kind == FieldKind.Alt && values.Text("media") is { Length: > 0 }) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.ImageAltMissing);
            yield break;
        }
        // The words of a picture that is not there are nobody's.
        if (field is { Kind: FieldKind.Alt, Required: false } && values.Text("media") is not { Length: > 0 } && IsEmptyAlt(value)) yield break;
        foreach (var issue in CheckValue(field, value, path)) yield return issue;
    }

    private static bool IsEmptyAlt(JsonNode value) => value is JsonObject alt && alt.Text("kind") == "text" && string.IsNullOrWhiteSpace(alt.Text("text"));

    private static IEnumerable<DocumentIssue> CheckValue(BlockField field, JsonNode value, string path) => field.Kind switch
    {
        FieldKind.Markdown => value.AsText() is { } text ? CheckMarkdown(text, path) : Invalid(path),
        FieldKind.Text => value.AsText() is { } text ? CheckText(field, text, path) : Invalid(path),
        FieldKind.Choice => value.AsText() is { } text && field.Values.Contains(text) ? [] : Invalid(path),
        FieldKind.Integer => value is JsonValue v && v.TryGetValue(out int n) && n >= field.Min && n <= field.Max ? [] : Invalid(path),
        FieldKind.Decimal => value is JsonValue v && v.TryGetValue(out decimal n) && n >= field.Min && n <= field.Max ? [] : Invalid(path),
        FieldKind.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : Invalid(path),
        FieldKind.Date => value.AsText() is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) ? [] : Invalid(path),
        FieldKind.Media => value.AsText() is { } text ? CheckReference(field, text, path, LinkPolicy.IsMedia) : Invalid(path),
        FieldKind.Reference => value.AsText() is { } text
            ? CheckReference(field, text, path, t => IsReference(t, field)) : Invalid(path),
        FieldKind.Link => value.AsText() is { } text ? CheckLink(field, text, path) : Invalid(path),
        FieldKind.Email => value.AsText() is { } text ? CheckFormat(field, text, path, LinkPolicy.IsEmail, DocumentIssueCodes.EmailInvalid) : Invalid(path),
        FieldKind.Video => value.AsText() is { } text
            ? CheckFormat(field, text, path, t => VideoAddress.TryParse(t) is not null, DocumentIssueCodes.VideoNotKnown) : Invalid(path),
        FieldKind.Alt => CheckAlt(value, path),
        FieldKind.Items => CheckItems(field, value, path),
        _ => [],
    };

    private static DocumentIssue[] Invalid(string path) => [DocumentValidator.Error(path, DocumentIssueCodes.FieldInvalid)];

    private static IEnumerable<DocumentIssue> CheckText(BlockField field, string text, string path)
    {
        if (text.Length > field.MaxLength) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldTooLong, ("Max", field.MaxLength));
        if (text.Any(char.IsControl)) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldInvalid);
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

    private static bool IsReference(string text, BlockField field)
        => LinkPolicy.Classify(text) == LinkKind.Reference
            && (field.Values.Count == 0 || field.Values.Any(scheme => text.StartsWith(scheme + ":", StringComparison.Ordinal)));

    /// <summary>A text that is judged as a whole.</summary>
    private static IEnumerable<DocumentIssue> CheckFormat(BlockField field, string text, string path, Func<string, bool> isRight, string code)
    {
        var issues = CheckText(field, text, path).ToList();
        if (issues.Count == 0 && text.Length > 0 && !isRight(text)) issues.Add(DocumentValidator.Unpublishable(path, code, ("Text", Shorten(text))));
        return issues;
    }

    private static IEnumerable<DocumentIssue> CheckItems(BlockField field, JsonNode value, string path)
    {
        if (value is not JsonArray items)
        {
            yield return Invalid(path)[0];
            yield break;
        }
        if (items.Count > field.Max)
        {
            yield return DocumentValidator.Error(path, DocumentIssueCodes.TooManyItems, ("Max", field.Max), ("Actual", items.Count));
            yield break;
        }
        var ids = new HashSet<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var at = path + "/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            foreach (var issue in items[i] is JsonObject item ? CheckItem(item, field, ids, at) : [DocumentValidator.Error(at, DocumentIssueCodes.ItemMalformed)])
                yield return issue;
        }
    }

    private static IEnumerable<DocumentIssue> CheckItem(JsonObject item, BlockField field, HashSet<string> ids, string path)
    {
        var id = item.Text("id") ?? "";
        if (!DocumentValidator.IsId(id)) yield return DocumentValidator.Error(path + "/id", DocumentIssueCodes.ItemIdInvalid);
        else if (!ids.Add(id)) yield return DocumentValidator.Error(path + "/id", DocumentIssueCodes.ItemIdRepeated, ("Id", id));
        foreach (var issue in CheckObject(item, field.Items, path, "id")) yield return issue;
    }

    private static IEnumerable<DocumentIssue> CheckLink(BlockField field, string text, string path)
    {
        if (text.Length > field.MaxLength) yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldTooLong, ("Max", field.MaxLength));
        switch (LinkPolicy.Classify(text))
        {
            case LinkKind.Empty when field.NeededToPublish:
                yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.FieldEmpty);
                break;
            case LinkKind.Forbidden:
                yield return DocumentValidator.Unpublishable(path, DocumentIssueCodes.LinkNotAllowed, ("Address", Shorten(text)));
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
                return [DocumentValidator.Unpublishable(path + "/text", DocumentIssueCodes.FieldTooLong, ("Max", AltMaxLength))];
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
            yield return DocumentValidator.Unpublishable(path, code!, ("Max", DocumentLimits.MarkdownBytes / 1024));
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
