using System.Text;
using CapaCitoyenne.Abp.BlobStoring;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class RetentionTests(PickupHub hub)
{
    [Fact]
    public async Task After_thirty_days_nothing_is_left_of_imports_and_sign_ups_that_came_to_nothing()
    {
        var space = await hub.Given.AnAssociation();
        var started = await UploadAsync(space, "Courriel\nzoe@exemple.fr\nzoe@exemple\n");
        await space.Admin.PostAsync<ContactImportDto>($"/api/mailing/contact-import/{started.Id}/check", new CheckContactImportDto { Columns = started.Columns, HasHeader = true });
        await hub.RunJobsAsync();
        await space.Admin.PostAsync<ContactImportDto>($"/api/mailing/contact-import/{started.Id}/start", new StartContactImportDto { Origin = "Bulletins" });
        await hub.RunJobsAsync();
        var left = await UploadAsync(space, "Courriel\npaul@exemple.fr\n");
        await SignUpAsync(space, "noe@exemple.fr");

        hub.Wait(TimeSpan.FromDays(20));
        await SignUpAsync(space, "ana@exemple.fr");
        hub.Wait(TimeSpan.FromDays(11));
        await hub.RunWorkerAsync("mailing-addresses");

        await hub.InAsync(space.TenantId, null, async p =>
        {
            var imports = await p.GetRequiredService<IContactImportRepository>().GetListAsync();
            imports.ShouldHaveSingleItem("what was imported stays known, with its origin").Origin.ShouldBe("Bulletins");
            imports[0].ColumnsJson.ShouldNotContain("zoe@");
            (await p.GetRequiredService<IRepository<RefusedLine>>().GetListAsync()).ShouldBeEmpty();
            (await p.GetRequiredService<IBlobContainer<ImportFiles>>().ExistsAsync(left.Id.ToString("N"))).ShouldBeFalse();
            (await p.GetRequiredService<IContactRepository>().GetListAsync()).Select(c => c.Email).ShouldBe(["zoe@exemple.fr", "ana@exemple.fr"], ignoreOrder: true);
        });
    }

    private async Task SignUpAsync(TestSpace space, string email) =>
        (await hub.NewBrowser().Http.PostAsync($"http://{space.Slug}.localhost:5000/lettre/inscription", new FormUrlEncodedContent([new("email", email)]))).EnsureSuccess();

    private static async Task<ContactImportDto> UploadAsync(TestSpace space, string text)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "carnet.csv" } };
        return await (await space.Admin.SendAsync(HttpMethod.Post, "/api/mailing/contact-import/upload", form)).EnsureSuccess().ReadAsync<ContactImportDto>();
    }
}
