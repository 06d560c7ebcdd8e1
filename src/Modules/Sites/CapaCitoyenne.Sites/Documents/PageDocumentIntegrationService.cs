using System.Globalization;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Merging;
using CapaCitoyenne.Sites.Documents.Twin;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Documents;

[IntegrationService]
internal sealed class PageDocumentIntegrationService(
    SiteDocuments documents, DocumentRenderer renderer, DocumentIssueWording wording, ReferenceChecker references, ISiteRepository sites, ICurrentTenant currentTenant)
    : IPageDocumentIntegrationService
{
    public async Task<RenderedDocument> RenderAsync(RenderDocumentInput input)
    {
        var accent = input.AccentColor;
        if (accent is null && input.Target == RenderTarget.Email && currentTenant.Id is { } tenantId)
            accent = (await sites.FindAsync(site => site.TenantId == tenantId)) is { } site ? site.AccentColor ?? Themes.Find(site.Theme)?.AccentColor : null;
        var options = new DocumentRenderOptions((WriterTarget)input.Target, input.BaseUrl?.TrimEnd('/'), accent, PageUrl: input.PageUrl);
        return new RenderedDocument(await renderer.RenderAsync(documents.Read(input.Document), options));
    }

    public async Task<List<DocumentIssue>> ValidateAsync(string documentJson)
    {
        var document = documents.Read(documentJson);
        return wording.ToDtos(documents.Validate(document).Concat(await references.CheckAsync(document)));
    }

    public IReadOnlyList<string> LeftOut(string documentJson, DateOnly day) => [.. LeftOut(documents.Read(documentJson).Blocks, "/blocks", day)];

    public string ToTwin(string documentJson) => TwinWriter.Write(documents.Read(documentJson));

    public string FromTwin(string text) => documents.ReadTwin(text).ToJson();

    public MergedDocument Merge(string ancestor, string mine, string theirs)
    {
        var result = DocumentMerger.Merge(documents.Read(ancestor), documents.Read(mine), documents.Read(theirs));
        return new(result.Document.ToJson(), [.. result.Conflicts.Select(c => new DocumentConflict(c.BlockId, c.Mine?.ToJson(), c.Theirs?.ToJson()))]);
    }

    public string EmptyDocument(string lang) => SiteDocuments.Empty(lang);

    private static IEnumerable<string> LeftOut(IReadOnlyList<Block> blocks, string path, DateOnly day) => blocks.SelectMany((block, index) =>
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{path}/{index}");
        if (!VisitorView.Shows(block, day)) return [at];
        return (block.Columns ?? []).SelectMany((column, number) => LeftOut(column, string.Create(CultureInfo.InvariantCulture, $"{at}/columns/{number}"), day));
    });
}
