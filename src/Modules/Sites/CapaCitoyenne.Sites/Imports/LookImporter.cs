using System.Globalization;
using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Imports.Markdown;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The look of a site, and what it states of its accessibility, that come from its archive. A site that is online already keeps its own.</summary>
internal sealed class LookImporter(SiteManager siteManager, ISiteImportRepository imports, IRepository<Page, Guid> pages, IClock clock) : ITransientDependency
{
    public async Task<ImportOutcome> SettleAsync(SourceItem source)
    {
        var look = source.Own;
        if (await pages.AnyAsync(page => page.PublishedRevision != null) || look.GetValueOrDefault("theme") is not { } theme || Themes.Find(theme) is null)
            return new(SiteImportItemState.AlreadyThere);
        var pair = look.GetValueOrDefault("fontPair") is { } name && FontPairs.Find(name) is not null ? name : null;
        var site = await siteManager.GetAsync();
        site.SetLook(theme, look.GetValueOrDefault("accentColor"), look.GetValueOrDefault("headerColor"), pair, null);
        if (look.GetValueOrDefault("language") is { } language && SiteConsts.Languages.Contains(language)) await siteManager.ChangeLanguageAsync(site, language);
        if (Statement(look) is { } statement) site.StateAccessibility(statement);
        return new(SiteImportItemState.Imported);
    }

    /// <summary>What the association stated about the accessibility of its site; null when it stated nothing.</summary>
    private AccessibilityStatement? Statement(Dictionary<string, string> own)
    {
        if (!Enum.TryParse<AccessibilityState>(own.GetValueOrDefault(ArchiveNames.Accessibility + "State"), out var state)) return null;
        DateOnly? day = DateOnly.TryParseExact(own.GetValueOrDefault(ArchiveNames.Accessibility + "AuditDay"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        decimal? rate = decimal.TryParse(own.GetValueOrDefault(ArchiveNames.Accessibility + "Rate"), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
        return AccessibilityStatement.Of(state, day, own.GetValueOrDefault(ArchiveNames.Accessibility + "Auditor"), rate, own.ContainsKey(ArchiveNames.Accessibility + "PublicService"), SiteDay.Of(clock.Now));
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
