using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The look of a site that comes from its archive. A site that is online already keeps its own.</summary>
internal sealed class LookImporter(SiteManager siteManager, ISiteImportRepository imports, IRepository<Page, Guid> pages) : ITransientDependency
{
    public async Task<ImportOutcome> SettleAsync(SourceItem source)
    {
        var look = source.Own;
        if (await pages.AnyAsync(page => page.PublishedRevision != null) || look.GetValueOrDefault("theme") is not { } theme || Themes.Find(theme) is null)
            return new(SiteImportItemState.AlreadyThere);
        var pair = look.GetValueOrDefault("fontPair") is { } name && FontPairs.Find(name) is not null ? name : null;
        (await siteManager.GetAsync()).SetLook(theme, look.GetValueOrDefault("accentColor"), look.GetValueOrDefault("headerColor"), pair, null);
        return new(SiteImportItemState.Imported);
    }

    /// <summary>The logo is a picture, and those come after the look.</summary>
    public async Task FinishAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var row = (await imports.GetOfKindAsync(run.Import.Id, SourceKind.Site, cancellationToken)).Find(item => item.State == SiteImportItemState.Imported);
        if (row?.Read().Own.GetValueOrDefault("logo") is not { } logo || run.Map.MediaOf(logo) is not { IsPicture: true } media) return;
        var site = await siteManager.GetAsync();
        site.SetLook(site.Theme, site.AccentColor, site.HeaderColor, site.FontPair, Urn.IdOf(media.Urn));
    }
}
