using CapaCitoyenne.Abp.Authorization;
using CapaCitoyenne.Abp.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Tests.Modularity;

public sealed class ModuleTests : FoundationTest
{
    [Fact]
    public void What_is_depended_on_comes_first_at_every_step()
    {
        foreach (var step in new[] { "pre", "configure", "initialize" })
        {
            SampleModule.Calls.IndexOf($"{step} dependency").ShouldBeLessThan(SampleModule.Calls.IndexOf($"{step} sample"));
        }
    }

    [Fact]
    public async Task An_app_service_called_by_its_interface_checks_permission_and_input_too()
    {
        var service = Host.Services.GetRequiredService<INoteAppService>();
        await Should.ThrowAsync<AbpAuthorizationException>(() => service.GetListAsync());

        var principals = Host.Services.GetRequiredService<ICurrentPrincipalAccessor>();
        using (principals.Change(Of(SampleUserRoleFinder.Writer)))
        using (Host.Services.GetRequiredService<ICurrentTenant>().Change(Garden.Id))
        {
            await using var scope = Host.Services.CreateAsyncScope();
            var asWriter = scope.ServiceProvider.GetRequiredService<INoteAppService>();
            await Should.ThrowAsync<AbpValidationException>(() => asWriter.CreateAsync(new CreateNoteInput { Text = "" }));
            await asWriter.CreateAsync(new CreateNoteInput { Text = "tomates" });
            (await asWriter.GetListAsync()).ShouldBe(["tomates"]);
        }
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task A_blob_name_never_leaves_its_container(string name)
        => await Should.ThrowAsync<ArgumentException>(() => Host.Services.GetRequiredService<IBlobContainer<Note>>().GetOrNullAsync(name));

    [Fact]
    public async Task Blobs_of_one_tenant_are_not_those_of_another()
    {
        var blobs = Host.Services.GetRequiredService<IBlobContainer<Note>>();
        var tenant = Host.Services.GetRequiredService<ICurrentTenant>();
        using (tenant.Change(Garden.Id))
        {
            await blobs.SaveAsync("photos/1.jpg", new MemoryStream([1, 2, 3]));
            (await blobs.ExistsAsync("photos/1.jpg")).ShouldBeTrue();
        }

        using (tenant.Change(Workshop.Id))
        {
            await Should.ThrowAsync<BlobNotFoundException>(() => blobs.GetAsync("photos/1.jpg"));
        }
    }

    private static System.Security.Claims.ClaimsPrincipal Of(Guid user)
        => new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.NameIdentifier, user.ToString())], "test"));
}
