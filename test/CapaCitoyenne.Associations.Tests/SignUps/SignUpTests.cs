using CapaCitoyenne.Associations.Members;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.SignUps;

public class SignUpTests(HubFixture hub)
{
    [Fact]
    public async Task Three_answers_open_a_space_whose_admin_is_signed_in()
    {
        var space = await hub.Given.AnAssociation("Les Jardins d'Éole");

        var session = await space.Admin.RefreshSessionAsync();

        space.Slug.ShouldBe("les-jardins-d-eole");
        session.User!.Email.ShouldBe(space.AdminEmail);
        session.User.EmailConfirmed.ShouldBeTrue();
        session.CurrentSpace!.Roles.ShouldBe([SpaceRoles.Admin]);
        session.Memberships.ShouldHaveSingleItem().Name.ShouldBe("Les Jardins d'Éole");
    }
}
