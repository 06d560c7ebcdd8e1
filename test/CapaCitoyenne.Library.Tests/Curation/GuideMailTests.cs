using CapaCitoyenne.Abp.Domain.Repositories;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library.Curation;

public sealed class GuideMailTests(HubFixture hub)
{
    [Fact]
    public async Task A_proposal_is_told_to_the_curators_once_however_often_it_is_bettered()
    {
        var coordinator = await ACoordinator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("À lire"))));
        await space.Submits(await space.Rewrites(guide, update => update.Aim = "Une phrase plus juste."));

        var mail = (await Received(coordinator, guide.Title)).ShouldHaveSingleItem();

        mail.Subject.ShouldStartWith("Un guide à relire");
        mail.Text.ShouldContain("/espace/-/relecture/");
        mail.Text.ShouldContain(space.Name);
    }

    [Fact]
    public async Task Requested_changes_are_told_with_their_words()
    {
        var (space, guide) = await Answered(LibraryTestData.Unique("À reprendre"), (curator, submission) => curator.PostAsync(
            $"/api/library/guide-curation/{submission.Id}/request-changes", new RequestGuideChangesInput { Message = "Combien de <tables> ?" }));

        var mail = (await Received(space.AdminEmail, guide.Title)).ShouldHaveSingleItem();

        mail.Subject.ShouldContain("demande des changements");
        mail.Text.ShouldContain("Combien de <tables> ?");
        mail.Text.ShouldContain($"/espace/{space.Slug}/bibliotheque/{guide.Id}");
    }

    [Fact]
    public async Task A_publication_is_told_with_the_address_of_the_shared_guide()
    {
        var (space, guide) = await Answered(LibraryTestData.Unique("Bravo"), (curator, submission) => curator.PostAsync($"/api/library/guide-curation/{submission.Id}/publish"));

        var mail = (await Received(space.AdminEmail, guide.Title)).ShouldHaveSingleItem();

        mail.Text.ShouldContain((await space.Rereads(guide)).CommonsPath!);
    }

    [Fact]
    public async Task A_withdrawal_is_told_with_its_reason()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var (guide, shared) = await space.Shares(curator, LibraryTestData.AGuide(LibraryTestData.Unique("Retiré")));

        await curator.PostAsync("/api/library/guide-curation/withdraw", new WithdrawCommonsGuideInput { Slug = shared.Slug, Reason = "Une photo sans accord." });

        (await Received(space.AdminEmail, guide.Title)).ShouldContain(mail => mail.Text.Contains("Une photo sans accord.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_goes_to_who_proposed_the_guide_not_to_who_mended_a_word_since()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var (author, authorEmail) = await hub.AMember(space, "communicator");
        var (proposer, proposerEmail) = await hub.AMember(space, "editor");
        var title = LibraryTestData.Unique("À plusieurs");
        var guide = await author.PostAsync<GuideDto>("/api/library/guide", LibraryTestData.AGuide(title));
        guide = await proposer.PostAsync<GuideDto>($"/api/library/guide/{guide.Id}/submit", new PublishGuideInput());
        await space.Rewrites(guide, update => update.Aim = "Une virgule, ici.");

        await curator.PublishesToAll(title);

        (await Received(authorEmail, title)).ShouldHaveSingleItem();
        (await Received(proposerEmail, title)).ShouldHaveSingleItem();
        (await Received(space.AdminEmail, title)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_admins_are_told_when_the_author_has_left()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var (author, email) = await hub.AMember(space, "editor");
        var title = LibraryTestData.Unique("Reste sans auteur");
        var guide = await author.PostAsync<GuideDto>("/api/library/guide", LibraryTestData.AGuide(title));
        await author.PostAsync($"/api/library/guide/{guide.Id}/submit", new PublishGuideInput());
        var members = await space.Admin.GetAsync<Abp.Application.Dtos.PagedResultDto<Associations.Members.MemberDto>>("/api/associations/member");
        await space.Admin.DeleteAsync($"/api/associations/member/{members.Items.Single(member => member.Email == email).Id}");

        await curator.PublishesToAll(title);

        (await Received(email, title)).ShouldBeEmpty();
        (await Received(space.AdminEmail, title)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_reads_the_mail_in_their_own_language()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        await hub.InAsync(null, null, async provider =>
        {
            var users = provider.GetRequiredService<IRepository<IdentityUser, Guid>>();
            await users.UpdateAsync((await users.GetAsync(space.AdminId)).SetLanguage("en"), autoSave: true);
        });
        var guide = await space.Submits(await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("En anglais"))));

        await curator.PublishesToAll(guide.Title);

        (await Received(space.AdminEmail, guide.Title)).ShouldHaveSingleItem().Text.ShouldContain("See the shared guide");
    }

    private async Task<(TestSpace Space, GuideDto Guide)> Answered(string title, Func<HubClient, GuideSubmissionListItemDto, Task> answer)
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Writes(LibraryTestData.AGuide(title)));
        await answer(curator, await curator.Finds(title));
        return (space, guide);
    }

    private async Task<List<(string Subject, string Text)>> Received(string email, string title)
    {
        await hub.RunJobsAsync();
        return [.. hub.Mail.To(email).Select(mail => (mail.Subject ?? "", mail.TextBody ?? "")).Where(mail => mail.Item1.Contains(title, StringComparison.Ordinal))];
    }

    private async Task<string> ACoordinator()
    {
        var email = $"coordination-{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, provider => provider.GetRequiredService<IAssociationSeedingService>()
            .AddHubMemberAsync(new SeedPerson("Noé Martin", email, TestSpace.Password), HubRoles.Coordinator));
        return email;
    }
}
