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

    /// <summary>Everything to tell about the document; it can be saved when no issue has the severity Error.</summary>
    Task<List<DocumentIssue>> ValidateAsync(string documentJson);

    /// <summary>What <see cref="RenderAsync"/> leaves out on a day: blocks for members only, and those whose time is over.</summary>
    /// <returns>JSON pointers, such as <c>/blocks/2</c>.</returns>
    IReadOnlyList<string> LeftOut(string documentJson, DateOnly day);

    /// <summary>The document as plain text that reads well and loses nothing (front matter, CommonMark, fenced directives): export, copy, archive.</summary>
    string ToTwin(string documentJson);

    /// <summary>The document of a plain text twin, or of any Markdown file.</summary>
    string FromTwin(string text);

    /// <summary>
    /// Merges two people's changes block by block. Without conflicts the document is the merge; with conflicts nothing may be stored.
    /// </summary>
    /// <param name="ancestor">The document that both started from.</param>
    MergedDocument Merge(string ancestor, string mine, string theirs);

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

    /// <summary>Where readers of a mail find the whole document; long galleries are cut to their beginning then, and lead there.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Colour of buttons in mails, <c>#rrggbb</c>; the site's when not given.</summary>
    public string? AccentColor { get; init; }
}

/// <summary>A written document.</summary>
/// <param name="Content">HTML or plain text, without the page around it.</param>
public sealed record RenderedDocument(string Content);

/// <summary>Something to tell about a document.</summary>
/// <param name="Path">Where: a JSON pointer, such as <c>/blocks/2/alt</c>.</param>
/// <param name="Code">Worded code, a localization key.</param>
/// <param name="Message">Localized text.</param>
/// <param name="Severity">What it stops.</param>
public sealed record DocumentIssue(string Path, string Code, string Message, DocumentIssueSeverity Severity = DocumentIssueSeverity.Error);

/// <summary>What an issue stops.</summary>
public enum DocumentIssueSeverity
{
    /// <summary>Nothing.</summary>
    Warning,

    /// <summary>Publishing (or sending), not saving.</summary>
    BlocksPublishing,

    /// <summary>Saving.</summary>
    Error,
}

/// <summary>Result of a merge.</summary>
/// <param name="Document">With conflicts: one's own version of the blocks in conflict.</param>
public sealed record MergedDocument(string Document, IReadOnlyList<DocumentConflict> Conflicts);

/// <summary>A block that both changed, as JSON text; null when that side removed it.</summary>
public sealed record DocumentConflict(string BlockId, string? Mine, string? Theirs);
