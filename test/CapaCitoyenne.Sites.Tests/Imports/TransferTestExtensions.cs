using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>What people do to move a site.</summary>
internal static class TransferTestExtensions
{
    public static Task<HttpResponseMessage> Uploads(this TestSpace space, byte[] content, string name)
        => space.Admin.SendAsync(HttpMethod.Post, "/api/sites/site-import/upload", new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } });

    /// <summary>From the file to the end of the work.</summary>
    public static async Task<SiteImportDto> ImportAsync(this HubFixture hub, TestSpace space, byte[] content, string name, StartSiteImportDto? input = null)
    {
        var import = await (await space.Uploads(content, name)).EnsureSuccess().ReadAsync<SiteImportDto>();
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", input ?? new StartSiteImportDto());
        await hub.RunJobsAsync();
        return await space.Admin.GetAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}");
    }

    public static async Task<IReadOnlyList<SiteImportItemDto>> ReportAsync(this TestSpace space, SiteImportDto import)
        => (await space.Admin.GetAsync<ListResultDto<SiteImportItemDto>>($"/api/sites/site-import/{import.Id}/items?maxResultCount=200")).Items;

    public static async Task<byte[]> ExportAsync(this HubFixture hub, TestSpace space, SiteExportKind kind)
    {
        var export = await space.Admin.PostAsync<SiteExportDto>("/api/sites/site-export", new CreateSiteExportDto { Kind = kind });
        await hub.RunJobsAsync();
        export = await space.Admin.GetAsync<SiteExportDto>($"/api/sites/site-export/{export.Id}");
        export.Status.ShouldBe(SiteExportStatus.Ready);
        return await (await space.Admin.SendAsync(HttpMethod.Get, $"/api/sites/site-export/{export.Id}/file")).EnsureSuccess().Content.ReadAsByteArrayAsync();
    }
}
