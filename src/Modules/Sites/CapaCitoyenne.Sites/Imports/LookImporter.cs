using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The look of a site that comes from its archive. A site that is online already keeps its own.</summary>
internal sealed class LookImporter(SiteManager siteManager, IRepository<Page, Guid> pages) : ITransientDependency
{
    public async Task<ImportOutcome> SettleAsync(ImportRun run, SourceItem source)
    {
        if (await pages.AnyAsync(page => page.PublishedRevision != null) || source.Own.GetValueOrDefault("theme") is not { } theme || Themes.Find(theme) is null)
            return new(SiteImportItemState.AlreadyThere);
        (await siteManager.GetAsync()).SetLook(theme, source.Own.GetValueOrDefault("accentColor"), source.Own.GetValueOrDefault("headerColor"));
        return new(SiteImportItemState.Imported);
    }
}
