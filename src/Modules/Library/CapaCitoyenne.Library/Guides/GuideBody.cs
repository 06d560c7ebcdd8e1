using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Library.Guides;

/// <summary>The bodies of guides are block documents; the module Sites reads and writes them.</summary>
internal sealed class GuideBody(IPageDocumentIntegrationService documents) : ITransientDependency
{
    public string Empty(string language) => documents.EmptyDocument(language);

    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideBodyInvalid"/></exception>
    public async Task CheckAsync(string body)
    {
        if ((await documents.ValidateAsync(body)).FirstOrDefault() is { } issue)
        {
            throw new BusinessException(LibraryErrorCodes.GuideBodyInvalid).WithData("Path", issue.Path).WithData("Issue", issue.Message);
        }
    }

    public async Task<bool> IsEmptyAsync(string body) => string.IsNullOrWhiteSpace(await TextAsync(body));

    /// <summary>Plain text, for the search index.</summary>
    public async Task<string> TextAsync(string body)
        => (await documents.RenderAsync(new RenderDocumentInput { Document = body, Target = RenderTarget.Text })).Content;

    /// <summary>Safe HTML.</summary>
    public async Task<string> HtmlAsync(string body)
        => (await documents.RenderAsync(new RenderDocumentInput { Document = body, Target = RenderTarget.Web })).Content;
}
