using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Public;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>What concerns the site as a whole: its version, and whether it may go online.</summary>
internal sealed class SiteManager(ISiteRepository sites, IUnitOfWorkManager unitOfWorkManager, ISiteVersionCache versions, IAssociationIntegrationService associations)
    : DomainService
{
    public async Task<Site> GetAsync() => await sites.GetAsync(site => site.TenantId == CurrentTenant.Id);

    /// <summary>The site is written in another language: its words, dates and documents follow, its texts stay as they are.</summary>
    /// <exception cref="BusinessException">LanguageUnknown.</exception>
    public async Task ChangeLanguageAsync(Site site, string language)
    {
        var before = site.Language;
        site.Speak(language);
        if (before == language) return;
        await unitOfWorkManager.Current!.SaveChangesAsync();
        await sites.RelabelAsync(before, language);
        await ContentChangedAsync();
    }

    /// <summary>Readers see something else from the commit on.</summary>
    public async Task ContentChangedAsync()
    {
        await sites.BumpVersionAsync();
        if (CurrentTenant.Id is not { } tenantId || unitOfWorkManager.Current is not { } unitOfWork) return;
        unitOfWork.OnCompleted(() =>
        {
            versions.Forget(tenantId);
            return Task.CompletedTask;
        });
    }

    /// <summary>The codes of what must be done before anything goes online; empty when nothing is in the way.</summary>
    public async Task<IReadOnlyList<string>> FindObstaclesAsync()
    {
        var obstacles = new List<string>();
        if (!await associations.IsConfirmedAsync(CurrentTenant.Id!.Value)) obstacles.Add(SitesErrorCodes.EmailNotConfirmed);
        if (await associations.FindLegalNoticeAsync(CurrentTenant.Id!.Value) is not { IsComplete: true }) obstacles.Add(SitesErrorCodes.LegalNoticeIncomplete);
        return obstacles;
    }

    /// <exception cref="BusinessException">The first obstacle.</exception>
    public async Task CheckMayPublishAsync()
    {
        if (await FindObstaclesAsync() is [var code, ..]) throw new BusinessException(code);
    }
}
