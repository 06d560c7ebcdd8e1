using System.Net;
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
        await hub.InAsync(null, null, p => p.GetRequiredService<IReturnedMailRepository>().SuppressOnHubAsync([email], DateTime.UtcNow));
        await PostAsync(space, "/lettre/inscription", ("email", email));
        await hub.RunJobsAsync();

        await PostAsync(space, hub.Mail.LinkTo(email, "/lettre/confirmer/").PathAndQuery);

        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Active);
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
