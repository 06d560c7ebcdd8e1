using System.Net;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.Members;

public class MemberTests(HubFixture hub)
{
    [Fact]
    public async Task The_last_admin_can_neither_leave_nor_lose_the_role()
    {
        var space = await hub.Given.AnAssociation();
        var me = (await MembersAsync(space.Admin)).ShouldHaveSingleItem();

        (await CodeAsync(space.Admin, HttpMethod.Post, "/api/associations/member/leave")).ShouldBe(AssociationsErrorCodes.LastAdmin);
        (await CodeAsync(space.Admin, HttpMethod.Delete, $"/api/associations/member/{me.Id}")).ShouldBe(AssociationsErrorCodes.LastAdmin);
        (await CodeAsync(space.Admin, HttpMethod.Put, $"/api/associations/member/{me.Id}", new UpdateMemberInput { Roles = [SpaceRoles.Editor] }))
            .ShouldBe(AssociationsErrorCodes.LastAdmin);
        (await MembersAsync(space.Admin)).ShouldHaveSingleItem().Roles.ShouldBe([SpaceRoles.Admin]);
    }

    [Fact]
    public async Task An_admin_leaves_once_there_is_a_second_one()
    {
        var space = await hub.Given.AnAssociation();
        var second = await hub.JoinAsync(space, People.NewEmail(), SpaceRoles.Admin);

        await space.Admin.PostAsync("/api/associations/member/leave");

        (await MembersAsync(second)).ShouldHaveSingleItem().IsYou.ShouldBeTrue();
        (await CodeAsync(second, HttpMethod.Post, "/api/associations/member/leave")).ShouldBe(AssociationsErrorCodes.LastAdmin);
    }

    [Fact]
    public async Task An_editor_cannot_raise_anybody_by_any_way()
    {
        var space = await hub.Given.AnAssociation();
        var editor = await hub.JoinAsync(space, People.NewEmail(), SpaceRoles.Editor);
        var me = (await MembersAsync(editor)).Single(member => member.IsYou);

        (await editor.SendAsync(HttpMethod.Put, $"/api/associations/member/{me.Id}", new UpdateMemberInput { Roles = [SpaceRoles.Admin] }))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CodeAsync(editor, HttpMethod.Post, "/api/associations/invitation", new Invitations.CreateInvitationInput { Email = People.NewEmail(), Roles = [SpaceRoles.Admin] }))
            .ShouldBe(AssociationsErrorCodes.RoleNotYours);
        (await CodeAsync(editor, HttpMethod.Post, "/api/associations/invitation", new Invitations.CreateInvitationInput { Email = People.NewEmail(), Roles = ["operator"] }))
            .ShouldBe(AssociationsErrorCodes.RoleUnknown);
    }

    [Fact]
    public async Task An_admin_of_one_space_is_nobody_in_another()
    {
        var mine = await hub.Given.AnAssociation();
        var theirs = await hub.Given.AnAssociation();
        var theirMember = (await MembersAsync(theirs.Admin)).Single();

        mine.Admin.Space = theirs.Slug;
        (await mine.Admin.SendAsync(HttpMethod.Get, "/api/associations/member")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await mine.Admin.RefreshSessionAsync()).GrantedPermissions.ShouldBeEmpty();
        mine.Admin.Space = mine.Slug;
        (await mine.Admin.SendAsync(HttpMethod.Delete, $"/api/associations/member/{theirMember.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_admin_of_a_space_holds_nothing_of_the_hub()
    {
        var space = await hub.Given.AnAssociation();
        await hub.Given.AnAssociation();
        var session = await space.Admin.RefreshSessionAsync();

        session.GrantedPermissions.ShouldContain(Permissions.AssociationsPermissions.Members.Manage);
        session.GrantedPermissions.ShouldNotContain(Permissions.AssociationsPermissions.Hub.Operate);
    }

    private static async Task<IReadOnlyList<MemberDto>> MembersAsync(HubClient browser) =>
        (await browser.GetAsync<PagedResultDto<MemberDto>>("/api/associations/member")).Items;

    private static async Task<string?> CodeAsync(HubClient browser, HttpMethod method, string path, object? body = null) =>
        await (await browser.SendAsync(method, path, body)).CodeAsync();
}
