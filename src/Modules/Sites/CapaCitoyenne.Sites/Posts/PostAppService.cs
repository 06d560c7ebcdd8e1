using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Posts;

[Authorize(SitesPermissions.Posts.Default)]
internal sealed class PostAppService(
    IPostRepository posts, PublicationManager publications, AddressManager addresses, SiteManager siteManager, RevisionReader revisions, SiteDocuments documents,
    DocumentIssueWording wording, PreviewLinks previews, DocumentReviewer reviewer) : SitesAppService, IPostAppService
{
    public async Task<PagedResultDto<PostListItemDto>> GetListAsync(PagedResultRequestDto input) => new(
        await posts.GetCountAsync(), (await posts.GetSummariesAsync(input.SkipCount, input.MaxResultCount)).ConvertAll(post => post.ToListItemDto()));

    public async Task<PostDto> GetAsync(Guid id) => ToDto(await posts.GetAsync(id));

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> CreateAsync(CreatePostInput input)
    {
        var site = await siteManager.GetAsync();
        var slug = await addresses.ChooseAsync(isPost: true, input.Title, input.Slug);
        var post = new Post(GuidGenerator.Create(), CurrentTenant.Id!.Value, input.Title, slug, publications.Prepare(input.Document, site.Language), Clock.Now);
        post.Describe(input.AuthorName ?? CurrentUser.Name, input.Excerpt);
        await posts.InsertAsync(post);
        await publications.RecordAsync(post);
        return ToDto(post);
    }

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> UpdateAsync(Guid id, SavePostDraftInput input)
    {
        var post = await posts.GetAsync(id);
        var wasMerged = await publications.SaveAsync(post, input.Title, input.Document, input.BaseRevision, input.Session);
        post.Describe(input.AuthorName, input.Excerpt);
        return ToDto(post, wasMerged);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> ChangeSlugAsync(Guid id, ChangePageSlugInput input)
    {
        var post = await posts.GetAsync(id);
        await addresses.ChangeAsync(post, input.Slug);
        await siteManager.ContentChangedAsync();
        return ToDto(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> PublishAsync(Guid id)
    {
        var post = await posts.GetAsync(id);
        await publications.PublishAsync(post);
        return ToDto(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> UnpublishAsync(Guid id)
    {
        var post = await posts.GetAsync(id);
        await publications.UnpublishAsync(post);
        return ToDto(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task DeleteAsync(Guid id)
    {
        var post = await posts.GetAsync(id);
        post.PrepareDeletion();
        await posts.DeleteAsync(post);
        await siteManager.ContentChangedAsync();
    }

    public async Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id) => await revisions.GetListAsync((await posts.GetAsync(id)).Id);

    public async Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number) => await revisions.GetAsync((await posts.GetAsync(id)).Id, number);

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input)
    {
        var post = await posts.GetAsync(id);
        await publications.RestoreAsync(post, input.Number);
        return ToDto(post);
    }

    public async Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id) => await reviewer.ReviewAsync(await posts.GetAsync(id));

    [Authorize(SitesPermissions.Posts.Default)]
    public async Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id) => await previews.CreateAsync(await posts.GetAsync(id));

    private PostDto ToDto(Post post, bool wasMerged = false)
        => post.ToDto(wording.ToDtos(documents.Validate(documents.Read(post.Document))), wasMerged);
}
