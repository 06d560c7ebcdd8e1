using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Puts findings of the library into the words of the reader's language.</summary>
internal sealed class DocumentIssueWording(IStringLocalizer<SitesResource> localizer) : ISingletonDependency
{
    public List<DocumentIssue> ToDtos(IEnumerable<Validation.DocumentIssue> issues) => [.. issues.Select(ToDto)];

    public DocumentIssue ToDto(Validation.DocumentIssue issue)
    {
        string text = localizer[issue.Code];
        foreach (var (name, value) in issue.Data ?? new Dictionary<string, object>())
            text = text.Replace("{" + name + "}", Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return new DocumentIssue(issue.Path, issue.Code, text, (DocumentIssueSeverity)issue.Severity);
    }

    /// <exception cref="DocumentIssuesException">Something forbids to store the document.</exception>
    public void RefuseErrors(IReadOnlyList<Validation.DocumentIssue> issues)
    {
        var errors = issues.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        if (errors.Count > 0) throw new DocumentIssuesException(SitesErrorCodes.DocumentInvalid, ToDtos(errors));
    }
}
