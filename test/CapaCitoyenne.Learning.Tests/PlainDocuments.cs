using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Learning;

internal sealed class PlainDocuments : IPageDocumentIntegrationService
{
    public Task<RenderedDocument> RenderAsync(RenderDocumentInput input) => Task.FromResult(new RenderedDocument(input.Document));
    public Task<List<DocumentIssue>> ValidateAsync(string documentJson) => Task.FromResult(new List<DocumentIssue>());
    public string ToTwin(string documentJson) => documentJson;
    public string FromTwin(string text) => text;
    public MergedDocument Merge(string ancestor, string mine, string theirs) => new(mine, []);
    public string EmptyDocument(string lang) => "{\"schema\":\"page/1\",\"lang\":\"fr\",\"blocks\":[]}";
}
