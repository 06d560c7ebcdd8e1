using System.Net;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Associations;

/// <summary>The operator names who reviews what associations share.</summary>
public class CoordinatorTests(HubFixture hub)
{
    private const string Address = "/api/associations/coordinator";

    private async Task<HubClient> AnOperatorAsync()
    {
        var person = new SeedPerson("Nadia Roux", People.NewEmail(), People.Password);
        await hub.InAsync(null, null, services => services.GetRequiredService<IAssociationSeedingService>().AddHubMemberAsync(person, HubRoles.Operator));
        var browser = hub.NewBrowser();
        await browser.SignInAsync(person.Email, People.Password);
        return browser;
    }

    private static async Task<IReadOnlyList<string>> HubRolesOfAsync(TestSpace space) => (await space.Admin.RefreshSessionAsync()).HubRoles;

    [Fact]
    public async Task The_operator_names_a_person_by_address_who_may_review_from_then_on()
    {
        var (boss, space) = (await AnOperatorAsync(), await hub.Given.AnAssociation());

        var named = await boss.PostAsync<CoordinatorDto>(Address, new CreateCoordinatorInput { Email = space.AdminEmail.ToUpperInvariant() });

        named.Email.ShouldBe(space.AdminEmail);
        (await HubRolesOfAsync(space)).ShouldBe([HubRoles.Coordinator]);
        (await boss.GetAsync<PagedResultDto<CoordinatorDto>>(Address)).Items.ShouldContain(one => one.Id == named.Id);
    }

    [Fact]
    public async Task Naming_somebody_twice_makes_one_of_them()
    {
        var (boss, space) = (await AnOperatorAsync(), await hub.Given.AnAssociation());
        var input = new CreateCoordinatorInput { Email = space.AdminEmail };
        var first = await boss.PostAsync<CoordinatorDto>(Address, input);
        (await boss.PostAsync<CoordinatorDto>(Address, input)).Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_removed_person_reviews_no_more()
    {
        var (boss, space) = (await AnOperatorAsync(), await hub.Given.AnAssociation());
        var named = await boss.PostAsync<CoordinatorDto>(Address, new CreateCoordinatorInput { Email = space.AdminEmail });
        await boss.DeleteAsync($"{Address}/{named.Id}");
        (await HubRolesOfAsync(space)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_nobody_has_confirmed_is_refused_in_words()
    {
        var (boss, unconfirmed) = (await AnOperatorAsync(), await hub.Given.AnAssociation(isConfirmed: false));
        foreach (var email in new[] { People.NewEmail(), unconfirmed.AdminEmail })
        {
            var response = await boss.SendAsync(HttpMethod.Post, Address, new CreateCoordinatorInput { Email = email });
            (await response.CodeAsync()).ShouldBe(AssociationsErrorCodes.AccountNotFound);
        }
    }

    [Fact]
    public async Task Nobody_but_the_operator_names_anybody()
    {
        var (boss, space) = (await AnOperatorAsync(), await hub.Given.AnAssociation());
        await boss.PostAsync<CoordinatorDto>(Address, new CreateCoordinatorInput { Email = space.AdminEmail });
        var input = new CreateCoordinatorInput { Email = space.AdminEmail };

        // Neither the admin of a space, nor a coordinator on the hub's side, nor the operator inside a space.
        (await space.Admin.SendAsync(HttpMethod.Post, Address, input)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await space.Admin.OnTheHub().SendAsync(HttpMethod.Post, Address, input)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await space.Admin.OnTheHub().SendAsync(HttpMethod.Get, Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        boss.Space = space.Slug;
        (await boss.SendAsync(HttpMethod.Post, Address, input)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await hub.NewBrowser().SendAsync(HttpMethod.Post, Address, input)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_operators_own_place_is_not_taken_away_here()
    {
        var (boss, other) = (await AnOperatorAsync(), await AnOperatorAsync());
        var id = (await other.RefreshSessionAsync()).User!.Id;
        var row = await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<HubMember, Guid>>().GetAsync(member => member.UserId == id));
        (await boss.SendAsync(HttpMethod.Delete, $"{Address}/{row.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
