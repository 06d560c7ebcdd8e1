using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Library.Guides;

/// <summary>The bodies of guides are block documents; the module Sites reads and writes them.</summary>
internal sealed class GuideBody(IPageDocumentIntegrationService documents, ICurrentTenant currentTenant) : ITransientDependency
{
    // A shared guide says the same to all, for ever: no block that shows what a space has at the time.
    private static readonly HashSet<string> AllowedBlocks =
    [
        "text", "image", "gallery", "button", "document", "video", "map", "columns", "callout", "quote", "faq", "figures", "steps", "toc", "separator", "files",
        "courses", "guides",
    ];

    private const int MaxBlockBytes = 30_000; // a text block holds 32 KB
    private const string Directive = ":::";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Empty(string language) => documents.EmptyDocument(language);

    /// <summary>Whether the document may be saved.</summary>
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideBodyInvalid"/>, <see cref="LibraryErrorCodes.GuideBlockForbidden"/></exception>
    public Task CheckAsync(string body)
    {
        CheckBlocks(Read(body)?["blocks"] as JsonArray, "/blocks"); // first: what is missing in such a block is no matter
        return CheckAsync(body, DocumentIssueSeverity.Error);
    }

    /// <summary>Whether others may read it: pictures are described, buttons lead somewhere.</summary>
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideBodyInvalid"/></exception>
    public Task CheckPublishableAsync(string body) => CheckAsync(body, DocumentIssueSeverity.BlocksPublishing);

    public async Task<bool> IsEmptyAsync(string body) => string.IsNullOrWhiteSpace(await TextAsync(body));

    /// <summary>Plain text, for the search index.</summary>
    public async Task<string> TextAsync(string body)
        => (await documents.RenderAsync(new RenderDocumentInput { Document = body, Target = RenderTarget.Text })).Content;

    /// <summary>Safe HTML, the same for whoever asks from wherever: nothing in it is resolved in a space.</summary>
    public async Task<string> HtmlAsync(string body)
    {
        using (currentTenant.Change(null))
        {
            return (await documents.RenderAsync(new RenderDocumentInput { Document = body, Target = RenderTarget.Web })).Content;
        }
    }

    /// <summary>The same document, said to be in this language.</summary>
    public static string InLanguage(string body, string language)
    {
        if (Read(body) is not { } document)
        {
            return body;
        }

        document["lang"] = language;
        return document.ToJsonString(Json);
    }

    /// <summary>The document of a Markdown text: cut into blocks where it is long, its directives read as blocks.</summary>
    public string FromMarkdown(string markdown, string language)
    {
        if (markdown.Contains(Directive, StringComparison.Ordinal))
        {
            return documents.FromTwin($"---\nschema: page/1\nlang: {language}\n---\n{markdown}");
        }

        var blocks = new JsonArray();
        foreach (var part in Parts(markdown))
        {
            var number = (blocks.Count + 1).ToString(CultureInfo.InvariantCulture);
            blocks.Add(new JsonObject { ["id"] = "b" + number, ["type"] = "text", ["v"] = 1, ["markdown"] = part });
        }

        return new JsonObject { ["schema"] = "page/1", ["lang"] = language, ["blocks"] = blocks }.ToJsonString(Json);
    }

    /// <summary>Plain Markdown where there is only text; otherwise the lossless twin, its front matter left out.</summary>
    public string ToMarkdown(string body)
    {
        var blocks = (JsonNode.Parse(body) as JsonObject)?["blocks"] as JsonArray ?? [];
        if (blocks.All(block => block is JsonObject json && json.Count == 4 && (string?)json["type"] == "text" && json["markdown"] is JsonValue))
        {
            return string.Join("\n\n", blocks.Select(block => (string?)block!["markdown"]));
        }

        var twin = documents.ToTwin(body);
        var end = twin.IndexOf("\n---\n", StringComparison.Ordinal);
        return end < 0 ? twin : twin[(end + 5)..];
    }

    private async Task CheckAsync(string body, DocumentIssueSeverity severity)
    {
        var issues = (await documents.ValidateAsync(body)).FindAll(issue => issue.Severity >= severity);
        if (issues.Count > 0)
        {
            throw new DocumentIssuesException(LibraryErrorCodes.GuideBodyInvalid, issues).WithData("Path", issues[0].Path).WithData("Issue", issues[0].Message);
        }
    }

    /// <summary>Null when it is no JSON object.</summary>
    private static JsonObject? Read(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void CheckBlocks(JsonArray? blocks, string path)
    {
        for (var index = 0; index < blocks?.Count; index++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}/{index}");
            if (blocks[index] is JsonArray column)
            {
                CheckBlocks(column, place);
            }
            else if (blocks[index] is JsonObject block)
            {
                var type = block["type"]?.ToString() ?? "";
                if (!AllowedBlocks.Contains(type))
                {
                    throw new BusinessException(LibraryErrorCodes.GuideBlockForbidden).WithData("Path", place).WithData("Type", type);
                }

                CheckBlocks(block["columns"] as JsonArray, place + "/columns");
            }
        }
    }

    /// <summary>Cut at paragraphs, so that no part is longer than a block; a longer paragraph is cut at its lines, then anywhere.</summary>
    private static IEnumerable<string> Parts(string markdown)
    {
        var rest = markdown.Trim();
        while (Encoding.UTF8.GetByteCount(rest) > MaxBlockBytes)
        {
            var limit = MaxBlockBytes / 4; // four bytes a character at most
            var cut = rest.LastIndexOf("\n\n", limit, StringComparison.Ordinal);
            cut = cut > 0 ? cut : rest.LastIndexOf('\n', limit);
            cut = cut > 0 ? cut : limit;
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart('\n');
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }
}
