using System.Net;
using System.Text;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Imports.WordPress;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Exports and imports that cannot be made, however often they are tried, and imports that two people start.</summary>
public sealed class BrokenTransferTests(ImportHub hub) : IClassFixture<ImportHub>
{
    private const string OnePage = "<item><title>Venir</title><wp:post_type>page</wp:post_type><wp:post_id>7</wp:post_id><wp:status>publish</wp:status><content:encoded>Texte</content:encoded></item>";

    [Fact]
    public async Task An_export_that_fails_each_time_says_so_and_can_be_made_again()
    {
        var space = await hub.Given.AnOnlineSite();
        var store = Path.Combine(hub.Folder, "blobs", "tenants", space.TenantId.ToString(), "sites-exports");
        // No folder can be made where a file is.
        Directory.CreateDirectory(Path.GetDirectoryName(store)!);
        await File.WriteAllTextAsync(store, "", TestContext.Current.CancellationToken);
        var broken = await space.Admin.PostAsync<SiteExportDto>("/api/sites/site-export", new CreateSiteExportDto { Kind = SiteExportKind.Archive });
        await TryTenTimes(space);
        (await space.Admin.GetAsync<SiteExportDto>($"/api/sites/site-export/{broken.Id}")).Status.ShouldBe(SiteExportStatus.Failed);

        File.Delete(store);
        (await hub.ExportAsync(space, SiteExportKind.Archive)).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_import_that_fails_each_time_says_so_and_can_be_started_again()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await Uploads(space);
        var file = Directory.GetFiles(hub.Folder, import.Id.ToString("N"), SearchOption.AllDirectories).ShouldHaveSingleItem();
        File.Move(file, file + ".away");
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        await TryTenTimes(space);
        var broken = await space.Admin.GetAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}");
        broken.Status.ShouldBe(SiteImportStatus.Failed);
        broken.Error.ShouldNotBeNull().ShouldContain("de notre côté");

        File.Move(file + ".away", file);
        await space.Admin.PostAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto());
        await hub.RunJobsAsync();
        (await space.Admin.GetAsync<SiteImportDto>($"/api/sites/site-import/{import.Id}")).Status.ShouldBe(SiteImportStatus.Completed);
    }

    [Fact]
    public async Task Those_who_start_an_import_at_once_start_it_once()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await Uploads(space);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/site-import/{import.Id}/start", new StartSiteImportDto()))));
        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 5)]);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode)) (await refused.CodeAsync()).ShouldBe(SitesTransferErrorCodes.ImportAlreadyStarted);
    }

    private async Task TryTenTimes(TestSpace space)
    {
        for (var i = 0; i < 10; i++)
        {
            await hub.RunJobsAsync();
            hub.Wait(TimeSpan.FromHours(1.1));
        }
        await space.Admin.SignInAsync(space.AdminEmail, TestSpace.Password);
    }

    private static async Task<SiteImportDto> Uploads(TestSpace space)
        => await (await space.Uploads(Encoding.UTF8.GetBytes(WxrReaderTests.Wxr(OnePage)), "ancien.xml")).EnsureSuccess().ReadAsync<SiteImportDto>();
}
