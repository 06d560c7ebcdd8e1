using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Exports;

[Authorize(SitesPermissions.Transfer.Export)]
internal sealed class SiteExportAppService(IRepository<SiteExport, Guid> exports, IBackgroundJobManager jobs) : SitesAppService, ISiteExportAppService
{
    private const int Newest = 20;

    public async Task<ListResultDto<SiteExportDto>> GetListAsync()
    {
        var query = (await exports.GetQueryableAsync()).OrderByDescending(export => export.CreationTime).Take(Newest);
        return new([.. (await AsyncExecuter.ToListAsync(query)).Select(export => export.ToDto())]);
    }

    public async Task<SiteExportDto> GetAsync(Guid id) => (await exports.GetAsync(id)).ToDto();

    public async Task<SiteExportDto> CreateAsync(CreateSiteExportDto input)
    {
        var kind = input.Kind;
        if (await exports.FirstOrDefaultAsync(export => export.Kind == kind && (export.Status == SiteExportStatus.Waiting || export.Status == SiteExportStatus.Running)) is { } working) return working.ToDto();
        var export = await exports.InsertAsync(new SiteExport(GuidGenerator.Create(), kind), autoSave: true);
        await jobs.EnqueueAsync(new SiteExportArgs(export.Id, Clock.Now));
        return export.ToDto();
    }
}

internal static class SiteExportMapper
{
    public static SiteExportDto ToDto(this SiteExport export) => new()
    {
        Id = export.Id, Kind = export.Kind, Status = export.Status, Done = export.Done, Total = export.Total, Size = export.Size, FileName = FileName(export),
        CreationTime = export.CreationTime, ExpiryTime = export.ExpiryTime,
    };

    /// <summary><c>site-2026-11-25.zip</c>.</summary>
    public static string FileName(SiteExport export) => export.Kind switch
    {
        SiteExportKind.Static => "pages",
        SiteExportKind.WordPress => "wordpress",
        _ => "site",
    } + export.CreationTime.ToString("-yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + (export.Kind == SiteExportKind.WordPress ? ".xml" : ".zip");
}
