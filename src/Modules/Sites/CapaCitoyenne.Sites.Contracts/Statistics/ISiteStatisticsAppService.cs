namespace CapaCitoyenne.Sites.Statistics;

/// <summary>How much the current space's site is read. Counted without cookie, address or browser; see the module's README for the rule.</summary>
public interface ISiteStatisticsAppService : IApplicationService
{
    Task<SiteStatisticsDto> GetAsync(GetSiteStatisticsInput input);
}
