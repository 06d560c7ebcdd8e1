using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Permissions;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Associations;

public class OperatorTests(OperatorTests.EmptyHub hub) : IClassFixture<OperatorTests.EmptyHub>
{
    public sealed class EmptyHub : HubFixture;

    [Fact]
    public async Task The_first_account_of_an_empty_hub_runs_it_and_the_second_does_not()
    {
        var first = await hub.Given.AnAssociation();
        var second = await hub.Given.AnAssociation();
        first.Admin.Space = null;
        second.Admin.Space = null;

        var session = await first.Admin.RefreshSessionAsync();

        session.HubRoles.ShouldBe([HubRoles.Operator, HubRoles.Coordinator]);
        session.GrantedPermissions.ShouldContain(AssociationsPermissions.Hub.Operate);
        session.GrantedPermissions.ShouldNotContain(AssociationsPermissions.Members.Manage);
        (await second.Admin.RefreshSessionAsync()).GrantedPermissions.ShouldBeEmpty();
    }
}

public class SeedingTests(HubFixture hub)
{
    [Fact]
    public async Task Demonstration_spaces_are_made_once_with_their_members()
    {
        var admin = new SeedPerson("Nadia Roux", People.NewEmail(), People.Password);
        var editor = new SeedPerson("Hugo Petit", People.NewEmail(), People.Password);
        for (var run = 0; run < 2; run++)
        {
            await hub.InAsync(null, null, async services =>
            {
                var seeding = services.GetRequiredService<IAssociationSeedingService>();
                var made = await seeding.CreateAsync(new SeedAssociation("La Fabrique du 10e", "Paris", "fabrique-du-10e", admin));
                await seeding.AddMemberAsync(made.Id, editor, SpaceRoles.Editor);
                await seeding.AddHubMemberAsync(editor, HubRoles.Coordinator);
            });
        }

        var browser = hub.NewBrowser();
        await browser.SignInAsync(editor.Email, People.Password);
        var session = await browser.RefreshSessionAsync();
        session.Memberships.ShouldHaveSingleItem().Roles.ShouldBe([SpaceRoles.Editor]);
        session.HubRoles.ShouldBe([HubRoles.Coordinator]);
        session.User!.EmailConfirmed.ShouldBeTrue();
    }
}
