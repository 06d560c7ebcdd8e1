using System.Net;
using System.Net.Http.Headers;
using CapaCitoyenne.Associations.Permissions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.ApiKeys;

public class ApiKeyTests(HubFixture hub)
{
    private const string Path = "/api/associations/api-key";
    private const string Members = "/api/associations/member";
    private const string Profile = "/api/associations/association-profile";

    [Fact]
    public async Task A_key_opens_what_it_was_made_for_without_cookie_or_token()
    {
        var space = await hub.Given.AnAssociation();
        var made = await MakeAsync(space, AssociationsPermissions.Members.Default);
        made.Secret.ShouldStartWith("cc_");

        (await CallAsync(made.Secret, HttpMethod.Get, Members)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var shown = (await space.Admin.GetAsync<ListOfKeys>(Path)).Items.ShouldHaveSingleItem();
        shown.LastUsedTime.ShouldNotBeNull();
        (await (await space.Admin.SendAsync(HttpMethod.Get, Path)).Content.ReadAsStringAsync()).ShouldNotContain(made.Secret[^20..]);
    }

    [Fact]
    public async Task A_key_opens_nothing_else_and_no_account()
    {
        var space = await hub.Given.AnAssociation();
        var made = await MakeAsync(space, AssociationsPermissions.Members.Default);

        (await CallAsync(made.Secret, HttpMethod.Put, Profile, new { town = "Lyon" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CallAsync(made.Secret, HttpMethod.Post, Path, new CreateApiKeyDto { Name = "fille", Permissions = [AssociationsPermissions.Members.Default] })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CallAsync(made.Secret, HttpMethod.Put, "/api/associations/session/language", new { language = "en" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_is_nobody_where_no_permission_is_asked_for()
    {
        var space = await hub.Given.AnAssociation();
        var made = await MakeAsync(space, AssociationsPermissions.Members.Default);

        var session = await (await CallAsync(made.Secret, HttpMethod.Get, "/api/associations/session", space: space.Slug)).Content.ReadAsStringAsync();

        session.ShouldNotContain(space.AdminEmail);
        session.ShouldNotContain(space.Slug);
    }

    [Fact]
    public async Task A_key_stays_in_its_space_whatever_the_request_says()
    {
        var (mine, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var made = await MakeAsync(mine, AssociationsPermissions.Members.Default);

        var answer = await (await CallAsync(made.Secret, HttpMethod.Get, Members, space: other.Slug)).Content.ReadAsStringAsync();

        answer.ShouldContain(mine.AdminEmail);
        answer.ShouldNotContain(other.AdminEmail);
    }

    [Fact]
    public async Task A_revoked_or_ended_or_forged_key_opens_nothing()
    {
        var space = await hub.Given.AnAssociation();
        var revoked = await MakeAsync(space, AssociationsPermissions.Members.Default);
        var ended = await MakeAsync(space, AssociationsPermissions.Members.Default, days: 1);
        var good = await MakeAsync(space, AssociationsPermissions.Members.Default);
        await space.Admin.DeleteAsync($"{Path}/{revoked.Key.Id}");
        hub.Wait(TimeSpan.FromDays(2));

        foreach (var secret in new[] { revoked.Secret, ended.Secret, good.Secret[..^4] + "AAAA", "cc_" })
            (await CallAsync(secret, HttpMethod.Get, Members)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, secret);
        (await CallAsync(good.Secret, HttpMethod.Get, Members)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_gives_a_key_more_than_they_hold()
    {
        var space = await hub.Given.AnAssociation();
        var refused = await space.Admin.SendAsync(HttpMethod.Post, Path, new CreateApiKeyDto { Name = "trop", Permissions = [AssociationsPermissions.Hub.Operate] });
        (await refused.CodeAsync()).ShouldBe(AssociationsErrorCodes.ApiKeyPermissionNotHeld);
        var offered = await space.Admin.GetAsync<ListOfPermissions>($"{Path}/permissions");
        offered.Items.Select(p => p.Name).ShouldNotContain(AssociationsPermissions.ApiKeys.Default);
    }

    private static Task<CreatedApiKeyDto> MakeAsync(TestSpace space, string permission, int? days = null) =>
        space.Admin.PostAsync<CreatedApiKeyDto>(Path, new CreateApiKeyDto { Name = "Le site de la ville", Permissions = [permission], Days = days });

    private async Task<HttpResponseMessage> CallAsync(string secret, HttpMethod method, string path, object? body = null, string? space = null)
    {
        var program = hub.NewBrowser();
        program.Space = space;
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return await program.SendAsync(method, path, body);
    }

    private sealed record ListOfKeys(List<ApiKeyDto> Items);

    private sealed record ListOfPermissions(List<GrantablePermissionDto> Items);
}
