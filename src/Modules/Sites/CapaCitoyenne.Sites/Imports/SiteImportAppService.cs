using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Imports;

[Authorize(SitesPermissions.Transfer.Import)]
internal sealed class SiteImportAppService(ISiteImportRepository imports, IBackgroundJobManager jobs) : SitesAppService, ISiteImportAppService
{
    private const int Newest = 20;

    public async Task<ListResultDto<SiteImportDto>> GetListAsync()
    {
        var query = (await imports.GetQueryableAsync()).OrderByDescending(import => import.CreationTime).Take(Newest);
        return new([.. (await AsyncExecuter.ToListAsync(query)).Select(import => import.ToDto(L))]);
    }

    public async Task<SiteImportDto> GetAsync(Guid id) => (await imports.GetAsync(id)).ToDto(L);

    public async Task<SiteImportDto> StartAsync(Guid id, StartSiteImportDto input)
    {
        await imports.HoldAsync(id);
        var import = await imports.GetAsync(id);
        import.Start(input.Publish, input.Address);
        await jobs.EnqueueAsync(new SiteImportArgs(id, Clock.Now));
        return import.ToDto(L);
    }

    public async Task<SiteImportDto> CancelAsync(Guid id)
    {
        var import = await imports.GetAsync(id);
        import.Stop();
        return import.ToDto(L);
    }

    public async Task<ListResultDto<SiteImportItemDto>> GetItemsAsync(Guid id, GetSiteImportItemsInput input)
    {
        await imports.GetAsync(id);
        return new([.. (await imports.GetReportAsync(id, input.State, input.After, input.MaxResultCount)).Select(item => item.ToDto())]);
    }
}
