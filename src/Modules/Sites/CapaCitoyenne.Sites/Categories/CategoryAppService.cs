using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Categories;

[Authorize(SitesPermissions.Posts.Default)]
internal sealed class CategoryAppService(ICategoryRepository categories, AddressManager addresses, SiteManager siteManager) : SitesAppService, ICategoryAppService
{
    public async Task<ListResultDto<CategoryDto>> GetListAsync() => new((await categories.GetSummariesAsync()).ConvertAll(ToDto));

    [Authorize(SitesPermissions.Posts.Edit)]
    public async Task<CategoryDto> CreateAsync(SaveCategoryInput input)
    {
        var existing = await categories.GetSummariesAsync();
        var category = new Category(GuidGenerator.Create(), CurrentTenant.Id!.Value, input.Name);
        if (existing.Find(known => known.Slug == category.Slug) is { } same) return ToDto(same);
        if (existing.Count >= CategoryConsts.MaxCategories) throw new BusinessException(SitesErrorCodes.TooManyCategories).WithData("Max", CategoryConsts.MaxCategories);
        await categories.InsertAsync(category);
        return new CategoryDto(category.Id, category.Name, category.Slug, category.Path, 0);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<CategoryDto> UpdateAsync(Guid id, SaveCategoryInput input)
    {
        var category = await categories.GetAsync(id);
        var former = category.Path;
        category.Rename(input.Name);
        if (await categories.AnyAsync(other => other.Slug == category.Slug && other.Id != id)) throw new BusinessException(SitesErrorCodes.CategoryExists).WithData("Name", category.Name);
        if (category.Path != former) await addresses.MoveAsync(former, category.Path, id);
        await siteManager.ContentChangedAsync();
        return await FindAsync(id);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task<CategoryDto> MergeAsync(Guid id, MergeCategoryInput input)
    {
        var (from, into) = (await categories.GetAsync(id), await categories.GetAsync(input.IntoId));
        if (id == input.IntoId) return await FindAsync(id);
        await categories.MovePostsAsync(id, into.Id);
        await addresses.HandOverAsync(id, into.Id);
        await addresses.MoveAsync(from.Path, into.Path, into.Id);
        await categories.DeleteAsync(from);
        await siteManager.ContentChangedAsync();
        return await FindAsync(into.Id);
    }

    [Authorize(SitesPermissions.Posts.Publish)]
    public async Task DeleteAsync(Guid id)
    {
        var category = await categories.GetAsync(id);
        await categories.RemovePostsAsync(id);
        await addresses.HandOverAsync(id, FormerAddress.News);
        await addresses.MoveAsync(category.Path, Post.Folder, FormerAddress.News);
        await categories.DeleteAsync(category);
        await siteManager.ContentChangedAsync();
    }

    private async Task<CategoryDto> FindAsync(Guid id)
    {
        await CurrentUnitOfWork!.SaveChangesAsync();
        return ToDto((await categories.GetSummariesAsync()).Single(category => category.Id == id));
    }

    private static CategoryDto ToDto(CategorySummary category) => new(category.Id, category.Name, category.Slug, Category.Folder + "/" + category.Slug, category.PostCount);
}
