using CapaCitoyenne.Sites.Documents.Twin;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>For all who write documents, whatever kind: these are the ones who may add pictures to them.</summary>
[Authorize(SitesPermissions.Media.Edit)]
internal sealed class DocumentSourceAppService(SiteDocuments documents, DocumentIssueWording wording) : SitesAppService, IDocumentSourceAppService
{
    public Task<DocumentSourceDto> ToTextAsync(WriteDocumentSourceInput input)
    {
        var document = documents.Read(input.Document);
        if (document.VerbatimReason is { } reason) throw new BusinessException(reason);
        return Task.FromResult(new DocumentSourceDto { Text = TwinWriter.Write(document) });
    }

    public Task<ReadDocumentSourceDto> FromTextAsync(ReadDocumentSourceInput input)
    {
        var source = documents.ReadSource(input.Text.ReplaceLineEndings("\n"));
        var issues = source.Issues.Concat(documents.Validate(source.Document)).ToList();
        var problems = issues.Select(issue => (Line: source.LineOf(issue.Path), Worded: wording.ToDto(issue))).OrderBy(problem => problem.Line)
            .Select(problem => new DocumentSourceProblem(problem.Line, problem.Worded.Code, problem.Worded.Message, problem.Worded.Severity));
        return Task.FromResult(new ReadDocumentSourceDto
        {
            Document = issues.Exists(issue => issue.Severity == IssueSeverity.Error) ? null : source.Document.ToJson(), Problems = [.. problems],
        });
    }
}
