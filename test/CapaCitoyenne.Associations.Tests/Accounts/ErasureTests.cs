using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Members;
using CapaCitoyenne.Associations.Pages;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Associations.Accounts;

public class ErasureTests(HubFixture hub)
{
    private const string Page = "/mon-compte/effacer";

    [Fact]
    public async Task The_last_admin_of_a_space_is_told_which_one_and_cannot_go()
    {
        var space = await hub.Given.AnAssociation("Les Archers du moulin");

        var page = await space.Admin.ReadAsync(Page);
        var answer = await EraseAnywayAsync(space.Admin);

        page.ShouldContain($"/espace/{space.Slug}/reglages/membres");
        page.ShouldContain("Confiez d’abord l’administration");
        page.ShouldNotContain("Input.Confirmation");
        answer.ShouldContain("Vous êtes la seule personne chargée de l’administration de ces espaces");
        answer.ShouldContain("Les Archers du moulin");
        (await space.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_erased_account_is_gone_everywhere_and_says_so_once_by_mail()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();
        var leaver = await hub.JoinAsync(space, email, SpaceRoles.Admin);
        var id = (await leaver.RefreshSessionAsync()).User!.Id;
        var phone = hub.NewBrowser();
        await phone.SignInAsync(email, People.Password);

        var response = await EraseAsync(leaver, People.Password);
        hub.Wait(TimeSpan.FromSeconds(61));
        await hub.RunJobsAsync();

        response.Headers.Location!.OriginalString.ShouldBe("/compte-efface");
        (await leaver.RefreshSessionAsync()).User.ShouldBeNull();
        (await phone.RefreshSessionAsync()).User.ShouldBeNull();
        (await (await hub.NewBrowser().SendAsync(HttpMethod.Post, "/api/associations/session", new SignInInput { Email = email, Password = People.Password })).CodeAsync())
            .ShouldBe(AssociationsErrorCodes.SignInFailed);
        (await space.Admin.GetAsync<PagedResultDto<MemberDto>>("/api/associations/member")).Items.ShouldHaveSingleItem().IsYou.ShouldBeTrue();
        hub.Mail.LinkTo(email, "/mentions-legales").ShouldNotBeNull();
        await hub.InAsync(null, null, async services =>
        {
            (await services.GetRequiredService<IRepository<IdentityUser, Guid>>().FindAsync(id)).ShouldBeNull();
            (await services.GetRequiredService<SessionManager>().GetListAsync(id)).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task What_others_need_stays_without_the_name()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();
        var leaver = await hub.JoinAsync(space, email, SpaceRoles.Admin);
        var id = (await leaver.RefreshSessionAsync()).User!.Id;
        var token = await hub.InviteAsync(leaver, People.NewEmail(), SpaceRoles.Member);
        (await NamesInTheLogAsync(id)).ShouldContain(email);

        await EraseAsync(leaver, People.Password);

        var invitation = await hub.NewBrowser().ReadAsync($"/invitation/{token}");
        invitation.ShouldContain("Ancien membre");
        invitation.ShouldNotContain("Paul Meunier");
        (await NamesInTheLogAsync(id)).ShouldNotBeEmpty();
        (await NamesInTheLogAsync(id)).ShouldAllBe(name => name == null);
    }

    [Theory]
    [InlineData("pas le bon du tout", "EFFACER", "Ce n’est pas le mot de passe de ce compte.")]
    [InlineData(People.Password, "oui", "Pour confirmer, tapez le mot EFFACER.")]
    public async Task Erasing_asks_for_the_password_and_a_typed_word(string password, string word, string refusal)
    {
        var space = await hub.Given.AnAssociation();
        var member = await hub.JoinAsync(space, People.NewEmail(), SpaceRoles.Member);

        var answer = await (await EraseAsync(member, password, word)).ReadPageAsync();

        answer.ShouldContain(refusal);
        (await member.RefreshSessionAsync()).User.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_word_may_be_typed_in_small_letters()
    {
        var space = await hub.Given.AnAssociation();
        var member = await hub.JoinAsync(space, People.NewEmail(), SpaceRoles.Member);

        (await EraseAsync(member, People.Password, " effacer ")).Headers.Location!.OriginalString.ShouldBe("/compte-efface");
    }

    [Fact]
    public async Task Whoever_is_the_public_contact_of_an_association_is_told_so_before()
    {
        var space = await hub.Given.AnAssociation("Les Bouquinistes du quai");
        await hub.JoinAsync(space, People.NewEmail(), SpaceRoles.Admin);

        (await space.Admin.ReadAsync(Page)).ShouldContain("Votre adresse dans les mentions légales de : Les Bouquinistes du quai.");
    }

    [Fact]
    public async Task An_address_is_free_again_once_its_account_is_erased()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();
        await EraseAsync(await hub.JoinAsync(space, email, SpaceRoles.Member), People.Password);

        var again = await hub.JoinAsync(space, email, SpaceRoles.Member);

        (await again.RefreshSessionAsync()).User!.EmailConfirmed.ShouldBeTrue();
    }

    private static Task<HttpResponseMessage> EraseAsync(HubClient browser, string password, string word = "EFFACER") =>
        browser.SubmitAsync(Page, null, ("Input.CurrentPassword", password), ("Input.Confirmation", word));

    /// <summary>Sends the form that the page does not offer, with the token of another page.</summary>
    internal static async Task<string> EraseAnywayAsync(HubClient browser)
    {
        var fields = await browser.OpenFormAsync("/mon-compte");
        (fields["Input.CurrentPassword"], fields["Input.Confirmation"]) = (TestSpace.Password, "EFFACER");
        return await (await browser.Http.PostAsync(Page, new FormUrlEncodedContent(fields))).ReadPageAsync();
    }

    private Task<List<string?>> NamesInTheLogAsync(Guid userId) => hub.InAsync(null, null, async services =>
    {
        var context = await services.GetRequiredService<Abp.EntityFrameworkCore.IDbContextProvider<Abp.EntityFrameworkCore.AbpDbContext>>().GetDbContextAsync();
        return await context.Database.SqlQuery<string?>($"""SELECT "UserName" AS "Value" FROM "AbpAuditLogs" WHERE "UserId" = {userId}""").ToListAsync();
    });
}

public class OperatorErasureTests(OperatorErasureTests.EmptyHub hub) : IClassFixture<OperatorErasureTests.EmptyHub>
{
    public sealed class EmptyHub : HubFixture;

    [Fact]
    public async Task Whoever_alone_runs_the_hub_cannot_go()
    {
        var first = await hub.Given.AnAssociation();
        await hub.JoinAsync(first, People.NewEmail(), SpaceRoles.Admin);

        (await first.Admin.ReadAsync("/mon-compte/effacer")).ShouldContain("Vous êtes la seule personne qui tient ce hub.");
        (await ErasureTests.EraseAnywayAsync(first.Admin)).ShouldContain("Vous êtes la seule personne qui tient ce hub.");
        (await first.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
    }
}
