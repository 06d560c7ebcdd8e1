using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Categories;
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
    DocumentIssueWording wording, PreviewLinks previews, DocumentReviewer reviewer, PublicationScheduler scheduler, TrashManager trash, ICategoryRepository categories)
    : SitesAppService, IPostAppService
{
    public async Task<PagedResultDto<PostListItemDto>> GetListAsync(GetPostsInput input)
    {
        var (found, count) = await FindAsync(new FoldedWords(input.Filter), input);
        var names = await categories.GetNamesAsync([.. found.Select(post => post.Id)]);
        return new(count, found.ConvertAll(post => post.ToListItemDto(names[post.Id], L)));
    }

    private async Task<(List<PostSummary> Found, long Count)> FindAsync(FoldedWords words, PagedResultRequestDto page)
    {
        if (words.AreNone) return (await posts.GetSummariesAsync(page.SkipCount, page.MaxResultCount), await posts.GetCountAsync());
        var ids = (await posts.GetTitlesAsync(PageConsts.MaxSearched)).Where(post => words.AreIn(post.Title + " " + post.Slug)).Select(post => post.Id).ToList();
        return (await posts.GetSummariesAsync([.. ids.Skip(page.SkipCount).Take(page.MaxResultCount)]), ids.Count);
    }

    public async Task<PostDto> GetAsync(Guid id) => await ToDtoAsync(await posts.GetAsync(id));

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> CreateAsync(CreatePostInput input)
    {
        var site = await siteManager.GetAsync();
        var slug = await addresses.ChooseAsync(isPost: true, input.Title, input.Slug);
        var post = new Post(GuidGenerator.Create(), CurrentTenant.Id!.Value, input.Title, slug, publications.Prepare(input.Document, site.Language), Clock.Now);
        post.Describe(input.AuthorName ?? CurrentUser.Name, input.Excerpt);
        await posts.InsertAsync(post);
        await publications.RecordAsync(post);
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> UpdateAsync(Guid id, SavePostDraftInput input)
    {
        var post = await posts.GetForChangeAsync(id);
        var wasMerged = await publications.SaveAsync(post, input);
        post.Describe(input);
        return await ToDtoAsync(post, wasMerged);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> ChangeSlugAsync(Guid id, ChangePageSlugInput input)
    {
        var post = await posts.GetForChangeAsync(id);
        await addresses.ChangeAsync(post, input.Slug);
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> SetCategoriesAsync(Guid id, SetPostCategoriesInput input)
    {
        var post = await posts.GetForChangeAsync(id);
        if (post.IsPublished) await CheckPolicyAsync(SitesPermissions.Posts.Publish);
        var known = (await categories.GetListAsync(category => input.CategoryIds.Contains(category.Id))).ConvertAll(category => new PostCategory(GuidGenerator.Create(), post.TenantId, id, category.Id));
        await categories.SetAsync(id, known);
        await CurrentUnitOfWork!.SaveChangesAsync();
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> PublishAsync(Guid id, PublishInput? input = null)
    {
        var post = await posts.GetForChangeAsync(id);
        await publications.PublishAsync(post);
        if (input is not null) await scheduler.ScheduleAsync(post, null, input.UnpublishAt);
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> ScheduleAsync(Guid id, ScheduleInput input)
    {
        var post = await posts.GetForChangeAsync(id);
        await scheduler.ScheduleAsync(post, input.PublishAt, input.UnpublishAt);
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> UnpublishAsync(Guid id)
    {
        var post = await posts.GetForChangeAsync(id);
        await publications.UnpublishAsync(post);
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task DeleteAsync(Guid id)
    {
        var post = await posts.GetForChangeAsync(id);
        await trash.PutAsync(posts, post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<ListResultDto<TrashItemDto>> GetTrashAsync() => new((await posts.GetTrashAsync()).ConvertAll(item => item.ToDto(isPost: true)));

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<PostDto> RestoreFromTrashAsync(Guid id, RestoreFromTrashInput input)
    {
        var post = await posts.GetFromTrashAsync(id);
        await trash.RestoreAsync(post, input.AsItWas);
        return await ToDtoAsync(post);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task DeleteForGoodAsync(Guid id) => await trash.DeleteForGoodAsync(posts, (await posts.GetFromTrashAsync(id)).Id);

    public async Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id) => await revisions.GetListAsync((await posts.GetAsync(id)).Id);

    public async Task<RevisionDifferenceDto> GetRevisionDifferenceAsync(Guid id, int number, int? from = null)
        => await revisions.CompareAsync((await posts.GetAsync(id)).Id, number, from);

    public async Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number) => await revisions.GetAsync((await posts.GetAsync(id)).Id, number);

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<PostDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input)
    {
        var post = await posts.GetForChangeAsync(id);
        await publications.RestoreAsync(post, input.Number);
        return await ToDtoAsync(post);
    }

    public async Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id) => await reviewer.ReviewAsync(await posts.GetAsync(id));

    [Authorize(SitesPermissions.Posts.Default)]
    public async Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id) => await previews.CreateAsync(await posts.GetAsync(id));

    private async Task<PostDto> ToDtoAsync(Post post, bool wasMerged = false)
        => post.ToDto(wording.ToDtos(documents.Validate(documents.Read(post.Document))), (await categories.GetNamesAsync([post.Id]))[post.Id], L, wasMerged);
}
