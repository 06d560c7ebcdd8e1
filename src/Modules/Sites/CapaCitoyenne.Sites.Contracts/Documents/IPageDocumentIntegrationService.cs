namespace CapaCitoyenne.Sites.Documents;

/// <summary>
/// Reads and writes <c>page/1</c> block documents for the other modules, which store them as text: newsletters, guides, lessons.
/// Never throws on a document: what cannot be read is kept and told.
/// </summary>
[IntegrationService]
public interface IPageDocumentIntegrationService : IApplicationService
{
    /// <summary>The document in one of its forms. References (<c>media:</c>, <c>page:</c>…) are resolved in the current space.</summary>
    Task<RenderedDocument> RenderAsync(RenderDocumentInput input);

    /// <summary>What forbids to save the document; empty when it is valid.</summary>
    Task<List<DocumentIssue>> ValidateAsync(string documentJson);

    /// <summary>A document without blocks.</summary>
    /// <param name="lang">Language tag, such as <c>fr</c>.</param>
    string EmptyDocument(string lang);
}

/// <summary>The form a document is written in.</summary>
public enum RenderTarget
{
    /// <summary>Safe HTML for a web page.</summary>
    Web,

    /// <summary>HTML for mail programs, 600 px wide.</summary>
    Email,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>HTML for feeds: absolute addresses, nothing interactive.</summary>
    Feed,

    /// <summary>HTML for paper.</summary>
    Print,
}

/// <summary>A document to write.</summary>
public sealed class RenderDocumentInput
{
    /// <summary>The <c>page/1</c> JSON.</summary>
    public required string Document { get; init; }

    /// <summary>The form wanted.</summary>
    public required RenderTarget Target { get; init; }

    /// <summary>Absolute address that relative ones are resolved against (mail, feeds); null leaves them relative.</summary>
    public string? BaseUrl { get; init; }
}

/// <summary>A written document.</summary>
/// <param name="Content">HTML or plain text, without the page around it.</param>
public sealed record RenderedDocument(string Content);

/// <summary>Something wrong in a document.</summary>
/// <param name="Path">Where, such as <c>blocks[2].alt</c>.</param>
/// <param name="Code">Worded code, a localization key.</param>
/// <param name="Message">Localized text.</param>
public sealed record DocumentIssue(string Path, string Code, string Message);
