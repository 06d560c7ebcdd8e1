using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

/// <summary>Whom a welcome letter takes for a newcomer.</summary>
[Collection("Pickup")]
public class WelcomeNewcomerTests(PickupHub hub)
{
    [Fact]
    public async Task Who_confirmed_long_ago_is_not_welcomed_to_a_list_that_a_colleague_put_them_into()
    {
        var space = await hub.Given.AnAssociation();
        var subscriber = await ASubscriberAsync(space);
        hub.Wait(TimeSpan.FromDays(2));
        var list = await space.Admin.PostAsync<MailingListDto>("/api/mailing/mailing-list", new CreateUpdateMailingListDto { Name = "Bénévoles", IsPublic = true });
        await AWelcomeAsync(space, list.Id);

        await space.Admin.PostAsync<MailingListDto>($"/api/mailing/mailing-list/{list.Id}/contacts", new ListContactsDto { ContactIds = [subscriber.Id] });
        await RunAsync();

        hub.Mail.To(subscriber.Email).ShouldAllBe(mail => mail.Subject != "Bienvenue");
    }

    [Fact]
    public async Task Who_was_welcomed_under_another_address_is_not_welcomed_again_when_both_are_found_to_be_one()
    {
        var space = await hub.Given.AnAssociation();
        await AWelcomeAsync(space, (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id);
        var other = await ASubscriberAsync(space);
        await RunAsync();
        hub.Mail.To(other.Email).Count(mail => mail.Subject == "Bienvenue").ShouldBe(1);
        var kept = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = $"k{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin" }] });

        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact-duplicate/merge", new MergeContactsDto { KeptId = kept.Id, OtherId = other.Id });
        await RunAsync();

        hub.Mail.To(kept.Email).ShouldBeEmpty();
    }

    private static async Task AWelcomeAsync(TestSpace space, Guid list)
    {
        var welcome = await space.Admin.PostAsync<WelcomeLetterDto>("/api/mailing/welcome-letter", new CreateWelcomeLetterDto { ListId = list });
        var letter = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{welcome.CampaignId}");
        await space.Admin.PutAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}", new UpdateCampaignDto
        {
            Subject = "Bienvenue", Content = letter.Content!, Purpose = letter.Purpose, ListIds = letter.ListIds, ConcurrencyStamp = letter.ConcurrencyStamp,
        });
        await space.Admin.PostAsync<WelcomeLetterDto>($"/api/mailing/welcome-letter/{welcome.Id}/start");
    }

    /// <summary>Somebody who signs up on the site and confirms.</summary>
    private async Task<ContactDto> ASubscriberAsync(TestSpace space)
    {
        var email = $"s{Guid.NewGuid():N}@exemple.fr";
        var site = hub.NewBrowser().Http;
        await site.PostAsync($"http://{space.Slug}.localhost:5000/lettre/inscription", new FormUrlEncodedContent([new("email", email)]));
        await hub.RunJobsAsync();
        (await site.PostAsync(hub.Mail.LinkTo(email, "/lettre/confirmer/"), null)).EnsureSuccess();
        return (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items.ShouldHaveSingleItem();
    }

    private async Task RunAsync()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AutomationWorker>().DoWorkAsync();
        await hub.RunJobsAsync();
    }
}
