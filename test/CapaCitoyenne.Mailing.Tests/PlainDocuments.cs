using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CapaCitoyenne.Mailing.Tests;

/// <summary>Writes the document as it is, where the hub under test has no module that reads block documents.</summary>
internal sealed class PlainDocuments : IPageDocumentIntegrationService
{
    public static void Add(IServiceCollection services) => services.TryAddTransient<IPageDocumentIntegrationService, PlainDocuments>();

    public Task<RenderedDocument> RenderAsync(RenderDocumentInput input) => Task.FromResult(new RenderedDocument(input.Document));

    public Task<List<DocumentIssue>> ValidateAsync(string documentJson) => Task.FromResult<List<DocumentIssue>>([]);

    public IReadOnlyList<string> LeftOut(string documentJson, DateOnly day) => [];

    public string ToTwin(string documentJson) => documentJson;

    public string FromTwin(string text) => text;

    public MergedDocument Merge(string ancestor, string mine, string theirs) => new(mine, []);

    public string EmptyDocument(string lang) => "{}";
}
