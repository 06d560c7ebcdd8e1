using System.Net;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.Sites.Documents;
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
    public async Task Who_complained_about_the_hub_is_written_to_by_no_form_and_nobody_who_looks_on_learns_it()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, p => p.GetRequiredService<IReturnedMailRepository>().SuppressOnHubAsync([email], hub.Clock.GetUtcNow().UtcDateTime));

        var answer = await (await PostAsync(space, "/lettre/inscription", ("email", email))).EnsureSuccess().Content.ReadAsStringAsync();
        await hub.RunJobsAsync();

        hub.Mail.To(email).ShouldBeEmpty();
        answer.ShouldBe(await (await PostAsync(space, "/lettre/inscription", ("email", $"n{Guid.NewGuid():N}@exemple.fr"))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_address_gets_three_messages_to_confirm_a_day_from_all_spaces_together()
    {
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        for (var i = 0; i < 5; i++) (await PostAsync(await hub.Given.AnAssociation(), "/lettre/inscription", ("email", email))).EnsureSuccess();
        await hub.RunJobsAsync();
        hub.Mail.To(email).Count.ShouldBe(3);
        hub.Mail.To(email)[0].TextBody!.ShouldContain("aucune lettre ne vous sera envoyée");
    }

    [Fact]
    public async Task Who_signs_up_many_times_at_once_is_thanked_each_time_and_written_to_once()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(space, "/lettre/inscription", ("email", email))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        await hub.RunJobsAsync();
        hub.Mail.To(email).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_click_unsubscribes_even_while_others_change_the_same_contact()
    {
        var (space, email, link) = await ALetterWithALinkAsync();
        var contact = (await FindAsync(space, email))!;
        using var end = new CancellationTokenSource();
        var busy = Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                await space.Admin.SendAsync(HttpMethod.Put, $"/api/mailing/contact/{contact.Id}", new UpdateContactDto { FirstName = $"Zoé {i}" });
                // Some fifty changes a second: without a pause, nobody else's would ever be written on a busy machine.
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(space, link, ("List-Unsubscribe", "One-Click"))));
        await end.CancelAsync();
        await busy;

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Unsubscribed);
    }

    [Theory]
    [InlineData("fr", "Recevoir la lettre\u00a0: https://x.fr/lettre/inscription")]
    [InlineData("en", "Receive the letter: https://x.fr/lettre/inscription")]
    public void In_plain_text_the_form_is_a_link_written_as_the_language_writes_it(string lang, string line)
        => hub.Services.GetRequiredService<IEnumerable<IBlockRenderer>>().Single(one => one.Type == "newsletter")
            .Render([], new BlockRenderContext(RenderTarget.Text, null, "https://x.fr/", lang)).ShouldBe(line);

    [Fact]
    public async Task The_sentence_of_consent_is_read_where_one_consents_and_the_proof_names_the_page()
    {
        var space = await hub.Given.AnAssociation();
        var block = hub.Services.GetRequiredService<IEnumerable<IBlockRenderer>>().Single(one => one.Type == "newsletter");
        WebUtility.HtmlDecode(block.Render([], new BlockRenderContext(RenderTarget.Web, space.TenantId, null, "fr"))).ShouldContain("L’association utilise votre adresse pour vous envoyer sa lettre");
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        var page = $"http://{space.Slug}.localhost:5000/nos-actions";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{space.Slug}.localhost:5000/lettre/inscription") { Content = new FormUrlEncodedContent([new("email", email)]) };
        request.Headers.Referrer = new Uri(page + "?nom=Zoe");
        (await hub.NewBrowser().Http.SendAsync(request)).EnsureSuccess();
        await hub.RunJobsAsync();
        var link = hub.Mail.LinkTo(email, "/lettre/confirmer/");

        WebUtility.HtmlDecode(await (await hub.NewBrowser().Http.GetAsync(link)).Content.ReadAsStringAsync()).ShouldContain("utilise votre adresse pour vous envoyer sa lettre");
        (await PostAsync(space, link.PathAndQuery)).EnsureSuccess();

        var contact = (await FindAsync(space, email))!;
        (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{contact.Id}")).Consents.ShouldHaveSingleItem().Proof.ShouldNotBeNull().ShouldStartWith(page + " – ");
    }

    [Fact]
    public async Task A_page_that_was_read_before_somebody_joined_a_list_does_not_take_them_out_of_it()
    {
        var (space, email, link) = await ALetterWithALinkAsync();
        var contact = (await FindAsync(space, email))!;
        var read = await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{contact.Id}");
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id;
        (await PostAsync(space, link.Replace("/desabonnement/", "/preferences/", StringComparison.Ordinal), ("do", "choices"), ("purpose", "Information"), ("list", list.ToString()))).EnsureSuccess();

        var stale = await space.Admin.SendAsync(HttpMethod.Put, $"/api/mailing/contact/{contact.Id}", new UpdateContactDto { FirstName = "Zoé", ListIds = [], ConcurrencyStamp = read.ConcurrencyStamp });

        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await FindAsync(space, email))!.Lists.ShouldHaveSingleItem().Id.ShouldBe(list);
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

        // Anybody may type an address into the form: that does not take the complaint back, nor make the link good again.
        hub.Wait(TimeSpan.FromMinutes(1));
        await PostAsync(space, "/lettre/inscription", ("email", email));
        await PostAsync(space, link);
        (await FindAsync(space, email))!.Status.ShouldBe(ContactStatus.Suppressed);
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

    private async Task<(TestSpace Space, string Email, string Link)> ALetterWithALinkAsync()
    {
        var space = await hub.Given.AnAssociation();
        var email = await space.AContactAsync("Zoé");
        var letter = await space.ALetterAsync("Bonjour");
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        return (space, email, hub.Mail.LinkTo(email, "/lettre/desabonnement/").PathAndQuery);
    }

    private Task<HttpResponseMessage> PostAsync(TestSpace space, string path, params (string Name, string Value)[] fields) =>
        hub.NewBrowser().Http.PostAsync($"http://{space.Slug}.localhost:5000{path}", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static async Task<ContactDto?> FindAsync(TestSpace space, string email) =>
        (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items.FirstOrDefault();
}
