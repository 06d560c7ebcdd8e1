using System.Net;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class SubscriptionTests(PickupHub hub)
{
    [Fact]
    public async Task Who_signs_up_on_the_site_is_a_subscriber_once_the_mail_is_confirmed_by_a_button()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        (await PostAsync(space, "/lettre/inscription", ("email", email), ("firstName", "Noé"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await hub.RunJobsAsync();
        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Unconfirmed);

        var link = hub.Mail.LinkTo(email, "/lettre/confirmer/");
        (await hub.NewBrowser().Http.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Unconfirmed);
        (await PostAsync(space, link.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var contact = (await FindAsync(space, email))!;
        contact.Status.ShouldBe(ContactStatus.Active);
        contact.Lists.ShouldHaveSingleItem();
        var consent = (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{contact.Id}")).Consents.ShouldHaveSingleItem();
        consent.Method.ShouldBe(ConsentMethod.FormConfirmed);
        consent.Proof.ShouldNotBeNull().ShouldContain("/lettre/inscription");
    }

    [Fact]
    public async Task Who_once_complained_about_the_hub_and_confirms_now_gets_letters_again()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, p => p.GetRequiredService<IReturnedMailRepository>().SuppressOnHubAsync([email], hub.Clock.GetUtcNow().UtcDateTime));
        await PostAsync(space, "/lettre/inscription", ("email", email));
        await hub.RunJobsAsync();

        await PostAsync(space, hub.Mail.LinkTo(email, "/lettre/confirmer/").PathAndQuery);

        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Active);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_to_confirm_is_no_answer_to_a_complaint_that_came_after_it(bool isAboutHub)
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        await PostAsync(space, "/lettre/inscription", ("email", email));
        await hub.RunJobsAsync();
        var link = hub.Mail.LinkTo(email, "/lettre/confirmer/").PathAndQuery;
        (await PostAsync(space, link)).EnsureSuccess();
        hub.Wait(TimeSpan.FromMinutes(11));
        if (isAboutHub) await hub.InAsync(null, null, p => p.GetRequiredService<IReturnedMailRepository>().SuppressOnHubAsync([email], hub.Clock.GetUtcNow().UtcDateTime));
        await hub.InAsync(space.TenantId, null, async p =>
        {
            var contact = await p.GetRequiredService<IContactRepository>().GetAsync(c => c.Email == email);
            if (isAboutHub) await p.GetRequiredService<ContactManager>().RefreshStatusAsync(contact);
            else await p.GetRequiredService<ContactManager>().SuppressAsync(contact, SuppressionReason.Complaint);
        });

        (await (await PostAsync(space, link)).Content.ReadAsStringAsync()).ShouldContain("/lettre/inscription");
        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Suppressed);

        // Who complained and asks anew has changed their mind.
        hub.Wait(TimeSpan.FromMinutes(1));
        await PostAsync(space, "/lettre/inscription", ("email", email));
        (await PostAsync(space, link)).EnsureSuccess();
        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Active);
    }

    [Fact]
    public async Task Who_leaves_one_kind_of_letters_is_told_which_and_may_stop_all_of_them()
    {
        var space = await hub.Given.AnAssociation();
        var contact = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto
        {
            Email = $"n{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin" }, new() { Purpose = ConsentPurpose.Appeal, Proof = "Bulletin" }],
        });
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "Bonjour", Template = "thanks" });
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        var link = hub.Mail.LinkTo(contact.Email, "/lettre/desabonnement/").PathAndQuery;

        var page = WebUtility.HtmlDecode(await (await PostAsync(space, link, ("do", "unsubscribe"))).Content.ReadAsStringAsync());

        page.ShouldContain("Les nouvelles de l’association");
        page.ShouldContain("Vous recevez encore : Les appels aux dons.");
        page.ShouldNotContain("Vous êtes désabonné·e");
        await PostAsync(space, link, ("do", "unsubscribe-all"));
        (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{contact.Id}")).Status.ShouldBe(ContactStatus.Unsubscribed);
    }

    [Fact]
    public async Task The_form_fills_nobodys_mailbox_and_tells_nobody_who_is_known()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        var first = await (await PostAsync(space, "/lettre/inscription", ("email", email))).Content.ReadAsStringAsync();
        var second = await (await PostAsync(space, "/lettre/inscription", ("email", email))).Content.ReadAsStringAsync();
        await hub.RunJobsAsync();
        second.ShouldBe(first);
        hub.Mail.To(email).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_machine_that_fills_in_the_hidden_field_is_thanked_and_forgotten()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        (await PostAsync(space, "/lettre/inscription", ("email", email), ("site", "http://spam"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FindAsync(space, email)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/lettre/desabonnement/pas-un-lien")]
    [InlineData("/lettre/confirmer/pas-un-lien")]
    public async Task A_broken_link_is_explained_and_does_nothing(string path)
    {
        var space = await hub.Given.AnAssociation();
        var page = await hub.NewBrowser().Http.GetAsync($"http://{space.Slug}.localhost:5000{path}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(space, path)).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> PostAsync(TestSpace space, string path, params (string Name, string Value)[] fields) =>
        hub.NewBrowser().Http.PostAsync($"http://{space.Slug}.localhost:5000{path}", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static async Task<ContactDto?> FindAsync(TestSpace space, string email) =>
        (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items.FirstOrDefault();
}
