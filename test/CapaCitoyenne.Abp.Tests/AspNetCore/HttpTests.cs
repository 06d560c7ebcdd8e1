using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CapaCitoyenne.Abp.Tests.Sample;

namespace CapaCitoyenne.Abp.Tests.AspNetCore;

public sealed class HttpTests : FoundationTest
{
    private HttpClient Writer => Host.Client(SampleUserRoleFinder.Writer, "jardin");

    private async Task<Guid> CreateAsync(string text) => await (await Writer.PostAsJsonAsync("/api/sample/note", new { text })).Content.ReadFromJsonAsync<Guid>();

    [Fact]
    public async Task Names_of_methods_become_routes_by_ABPs_convention()
    {
        var id = await CreateAsync("tomates");

        (await Writer.GetFromJsonAsync<List<string>>("/api/sample/note")).ShouldBe(["tomates"]);
        (await Writer.PostAsync($"/api/sample/note/{id}/pin-to-board", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Writer.GetStringAsync($"/api/sample/note/{id}")).ShouldContain("tomates (pinned)");
        (await Writer.DeleteAsync($"/api/sample/note/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Writer.GetFromJsonAsync<List<string>>("/api/sample/note")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("00000000-0000-0000-0000-0000000000ff", HttpStatusCode.Forbidden)]
    [InlineData("00000000-0000-0000-0000-00000000000a", HttpStatusCode.Forbidden)]
    [InlineData("00000000-0000-0000-0000-00000000000b", HttpStatusCode.OK)]
    public async Task Only_who_holds_the_permission_may_write(string? user, HttpStatusCode expected)
    {
        var client = Host.Client(user is null ? null : Guid.Parse(user), "jardin");

        (await client.PostAsJsonAsync("/api/sample/note", new { text = "tomates" })).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_row_of_another_tenant_is_not_found()
    {
        var id = await CreateAsync("tomates");

        (await Host.Client(SampleUserRoleFinder.Writer, "atelier").GetAsync($"/api/sample/note/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_tenant_is_a_clear_404()
    {
        var response = await Host.Client(SampleUserRoleFinder.Writer, "inconnu").GetAsync("/api/sample/note");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(AbpErrorCodes.TenantNotFound);
    }

    [Fact]
    public async Task Invalid_input_names_the_fields_in_French()
    {
        var response = await Writer.PostAsJsonAsync("/api/sample/note", new { text = new string('x', 21), stars = 9 });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(AbpErrorCodes.ValidationFailed);
        problem.GetProperty("errors").GetProperty("text")[0].GetString()!.ShouldContain("20 caractères au plus");
        problem.GetProperty("errors").GetProperty("stars")[0].GetString()!.ShouldContain("entre 1 et 5");
    }

    [Theory]
    [InlineData("{ \"text\": ")]
    [InlineData("[1,2]")]
    [InlineData("")]
    [InlineData("{ \"text\": 12 }")]
    public async Task Malformed_JSON_is_a_400_and_never_a_500(string body)
    {
        var response = await Writer.PostAsync("/api/sample/note", new StringContent(body, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_business_rule_answers_its_status_its_code_and_rolls_back()
    {
        var response = await Writer.PostAsJsonAsync("/api/sample/note", new { text = "refused" });

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("Sample:Gone");
        (await Writer.GetFromJsonAsync<List<string>>("/api/sample/note")).ShouldBeEmpty();
    }
}
