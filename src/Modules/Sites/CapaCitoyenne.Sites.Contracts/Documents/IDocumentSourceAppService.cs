using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>
/// The source view of the editor: the document that is open there (of a page, a post, a letter…) as plain text, and back. Stores nothing; what
/// comes back is saved by the editor, like any other change.
/// </summary>
public interface IDocumentSourceAppService : IApplicationService
{
    /// <summary>Front matter, CommonMark and fenced directives.</summary>
    /// <exception cref="BusinessException">DocumentNotReadable.</exception>
    Task<DocumentSourceDto> ToTextAsync(WriteDocumentSourceInput input);

    /// <summary>The document of a text, or what is wrong with it and where.</summary>
    Task<ReadDocumentSourceDto> FromTextAsync(ReadDocumentSourceInput input);
}

public class WriteDocumentSourceInput
{
    /// <summary>The <c>page/1</c> JSON, saved or not.</summary>
    [Required, StringLength(PageConsts.MaxDocumentLength)]
    public string Document { get; set; } = "";
}

public class DocumentSourceDto
{
    public required string Text { get; set; }
}

public class ReadDocumentSourceInput
{
    [Required(AllowEmptyStrings = true), StringLength(PageConsts.MaxDocumentLength)]
    public string Text { get; set; } = "";
}

public class ReadDocumentSourceDto
{
    /// <summary>The <c>page/1</c> JSON; null while something is wrong with the text.</summary>
    public string? Document { get; set; }

    /// <summary>In the order of the lines. Those that are no errors forbid nothing.</summary>
    public required IReadOnlyList<DocumentSourceProblem> Problems { get; set; }
}

/// <param name="Line">From 1.</param>
/// <param name="Code">Worded code.</param>
/// <param name="Message">Localized text.</param>
public sealed record DocumentSourceProblem(int Line, string Code, string Message, DocumentIssueSeverity Severity);
