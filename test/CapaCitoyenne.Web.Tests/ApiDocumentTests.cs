using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Web.Tests;

public sealed class ApiDocumentTests(HubFixture hub)
{
    private static string CommittedFile
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "CapaCitoyenne.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder.FullName, "angular-free-ui", "api", "openapi.json");
        }
    }

    [Fact]
    public async Task The_committed_document_from_which_the_workspace_takes_its_types_is_the_present_one()
    {
        var document = await ApiDocument.ReadAsync(hub);
        if (Environment.GetEnvironmentVariable("CAPA_UPDATE_API") == "1")
        {
            await File.WriteAllTextAsync(CommittedFile, document.Text);
        }

        (await File.ReadAllTextAsync(CommittedFile)).ShouldBe(document.Text, "The API has changed: run etc/scripts/update-api.sh and commit what it writes.");
    }

    [Fact]
    public async Task Every_route_says_who_may_call_it()
    {
        var silent = (await ApiDocument.ReadAsync(hub)).Routes.Where(route => !route.IsAnonymous && route.Permissions.Count == 0);

        silent.Select(route => route.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Health_and_the_reference_of_the_API_answer()
    {
        var http = hub.NewBrowser().Http;

        (await http.GetStringAsync("/health/live")).ShouldBe("Healthy");
        (await http.GetStringAsync("/health/ready")).ShouldBe("Healthy");
        (await http.GetAsync("/scalar/")).EnsureSuccess();
    }

    [Fact]
    public async Task The_job_dashboard_is_closed_to_visitors()
        => ((int)(await hub.NewBrowser().Http.GetAsync("/hangfire")).StatusCode).ShouldBeOneOf(401, 403, 302);
}
