namespace CapaCitoyenne.Sites.Documents;

/// <summary>A document that cannot be stored or published; the answer lists what and where, and the editor shows it in its block.</summary>
/// <param name="code">Of the module that keeps the document.</param>
public sealed class DocumentIssuesException(string code, IReadOnlyList<DocumentIssue> issues) : BusinessException(code), IProblemData
{
    public IReadOnlyList<DocumentIssue> Issues { get; } = issues;

    public object ProblemData => new DocumentIssuesData(Issues);

    private sealed record DocumentIssuesData(IReadOnlyList<DocumentIssue> Issues);
}
