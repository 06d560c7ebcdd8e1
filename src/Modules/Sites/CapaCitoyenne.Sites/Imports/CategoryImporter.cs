using CapaCitoyenne.Sites.Categories;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Categories of news; one with the same address here is the same.</summary>
internal sealed class CategoryImporter(ICategoryRepository categories, Addresses.AddressManager addresses, IGuidGenerator guidGenerator, ICurrentTenant currentTenant) : ITransientDependency
{
    public async Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source)
    {
        var name = Html.HtmlConverter.Clip(source.Title, CategoryConsts.MaxNameLength);
        if (Addresses.Slug.FromTitle(name).Length == 0) return ImportOutcome.LeftOut("CategoryName");
        var category = new Category(guidGenerator.Create(), currentTenant.Id!.Value, name);
        if (await categories.FirstOrDefaultAsync(known => known.Slug == category.Slug) is { } same)
        {
            run.Map.AddCategory(item.SourceKey, same.Id);
            await addresses.AddFormerAsync(source.FormerPaths, same.Path, same.Id);
            return new(SiteImportItemState.AlreadyThere, same.Id);
        }
        if (await categories.GetCountAsync() >= CategoryConsts.MaxCategories) return ImportOutcome.LeftOut("TooManyCategories");
        await categories.InsertAsync(category);
        run.Map.AddCategory(item.SourceKey, category.Id);
        await addresses.AddFormerAsync(source.FormerPaths, category.Path, category.Id);
        return new(SiteImportItemState.Imported, category.Id);
    }

    /// <summary>Paths of categories that were deleted on the old site lead to the news here as well.</summary>
    public Task TakeOverDeletedAsync(IEnumerable<string> paths) => addresses.AddFormerAsync(paths, Posts.Post.Folder, Addresses.FormerAddress.News);

    /// <summary>Puts a post into those of its categories that came along.</summary>
    public async Task AssignAsync(ImportRun run, Guid postId, IEnumerable<string> keys)
    {
        var ids = keys.Select(run.Map.Category).OfType<Guid>().Distinct().Take(CategoryConsts.MaxPerPost).ToList();
        if (ids.Count > 0) await categories.SetAsync(postId, [.. ids.Select(id => new PostCategory(guidGenerator.Create(), currentTenant.Id, postId, id))]);
    }
}
