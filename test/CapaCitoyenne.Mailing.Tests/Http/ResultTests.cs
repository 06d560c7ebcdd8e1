using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class ResultTests(PickupHub hub)
{
    private const string Path = "/api/mailing/campaign";
    private const string Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Rendez-vous samedi."}]}""";

    [Fact]
    public async Task A_letter_is_sent_again_once_and_only_to_those_who_never_got_it()
    {
        var (space, letter, people) = await ASentLetterAsync("ana", "bob", "cleo", "dina");
        await ToldAsync(space, letter, people["ana"], DeliveryState.Delivered, null);
        await ToldAsync(space, letter, people["bob"], DeliveryState.Blocked, "550 5.7.1 blocked using Spamhaus");
        await ToldAsync(space, letter, people["cleo"], DeliveryState.Bounced, "550 5.1.1 no such user", suppress: true);

        var result = await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}");
        result.Resendable.ShouldBe(1, "the dead address stays dead; what the provider has accepted is on its way");
        result.Reasons.ShouldContain(r => r.State == DeliveryState.Blocked && r.Explanation.Contains("L’adresse est bonne"));

        var again = await space.Admin.PostAsync<ResendResultDto>($"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{again.CampaignId}/send", new SendCampaignDto());
        await hub.RunJobsAsync();

        (await RecipientsAsync(space, again.CampaignId)).ShouldHaveSingleItem().Email.ShouldBe(people["bob"].Email);
        var second = await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());
        (await second.CodeAsync()).ShouldBe(MailingErrorCodes.CampaignAlreadyResent);
    }

    [Fact]
    public async Task A_letter_for_those_who_never_got_it_comes_back_for_them_alone_and_only_once()
    {
        var (space, letter, people) = await ASentLetterAsync("gil", "hana");
        await ToldAsync(space, letter, people["gil"], DeliveryState.Blocked, "550 5.7.1 blocked");
        var again = await space.Admin.PostAsync<ResendResultDto>($"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());

        await space.Admin.DeleteAsync($"{Path}/{again.CampaignId}");
        (await space.Admin.PostAsync<CampaignDto>($"{Path}/{again.CampaignId}/restore")).ResendOfId.ShouldBe(letter);
        (await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{again.CampaignId}/preflight")).Recipients.ShouldBe(1);

        // One that was deleted makes room for another, and does not come back beside it.
        await space.Admin.DeleteAsync($"{Path}/{again.CampaignId}");
        await space.Admin.PostAsync<ResendResultDto>($"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{again.CampaignId}/restore")).CodeAsync()).ShouldBe(MailingErrorCodes.CampaignAlreadyResent);
    }

    [Fact]
    public async Task A_copy_of_a_letter_that_was_sent_again_is_for_the_lists_of_the_first()
    {
        var space = await hub.Given.AnAssociation();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id;
        var (_, letter, people) = await ASentLetterAsync(space, [list], "ana", "bob");
        await ToldAsync(space, letter, people["bob"], DeliveryState.Blocked, "550 5.7.1 blocked using Spamhaus");
        var again = await space.Admin.PostAsync<ResendResultDto>($"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());

        var copy = await space.Admin.PostAsync<CampaignDto>($"{Path}/{again.CampaignId}/duplicate");

        (copy.ListIds.ShouldHaveSingleItem(), copy.ResendOfId).ShouldBe((list, null));
    }

    [Fact]
    public async Task Who_is_erased_is_named_nowhere_in_the_ledger_even_by_news_that_come_later()
    {
        var (space, letter, people) = await ASentLetterAsync("noé");
        await ToldAsync(space, letter, people["noé"], DeliveryState.Deferred, $"450 <{people["noé"].Email}> later");
        await space.Admin.DeleteAsync($"/api/mailing/contact/{people["noé"].Id}");
        var line = (await RecipientsAsync(space, letter)).ShouldHaveSingleItem();
        (line.Email.EndsWith("@erased.invalid", StringComparison.Ordinal), line.Reason).ShouldBe((true, null));

        await ToldAsync(space, letter, people["noé"], DeliveryState.Bounced, $"550 <{people["noé"].Email}> unknown");

        line = (await RecipientsAsync(space, letter)).ShouldHaveSingleItem();
        (line.State, line.Reason).ShouldBe((DeliveryState.Bounced, null));
    }

    [Fact]
    public async Task Who_may_have_it_already_is_written_to_again_only_when_asked_for_in_so_many_words()
    {
        var (space, letter, people) = await ASentLetterAsync("eva", "fred");
        await DoubtAsync(space, letter, people["eva"]);

        var result = await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}");

        (result.Resendable, result.ResendableWithDoubt).ShouldBe((0, 1));
        var refused = await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());
        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.NobodyToResendTo);
        (await space.Admin.PostAsync<ResendResultDto>($"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto { IncludeInDoubt = true })).Recipients.ShouldBe(1);
    }

    [Fact]
    public async Task The_ledger_is_searched_by_name_and_says_in_plain_words_why()
    {
        var (space, letter, people) = await ASentLetterAsync("gaël", "hugo");
        await ToldAsync(space, letter, people["gaël"], DeliveryState.Bounced, "452 4.2.2 over quota");

        var found = (await RecipientsAsync(space, letter, "filter=Gae")).ShouldHaveSingleItem();

        found.Name.ShouldBe("gaël");
        found.Explanation.ShouldBe("Sa boîte est pleine.");
        found.Reason.ShouldBe("452 4.2.2 over quota");
        (await RecipientsAsync(space, letter, "notReached=true")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_with_a_dead_address_comes_back_under_another_with_lists_and_consents()
    {
        var (space, letter, people) = await ASentLetterAsync("inès");
        await ToldAsync(space, letter, people["inès"], DeliveryState.Bounced, "550 5.1.1", suppress: true);
        var email = $"ines-{Guid.NewGuid():N}@exemple.org";

        var corrected = await space.Admin.PostAsync<ContactDto>(
            "/api/mailing/address-correction", new CreateAddressCorrectionDto { ContactId = people["inès"].Id, Email = email });

        corrected.FirstName.ShouldBe("inès");
        corrected.Consents.ShouldHaveSingleItem().Proof.ShouldNotBeNull().ShouldContain(people["inès"].Email);
        (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{people["inès"].Id}")).Status.ShouldBe(ContactStatus.Suppressed);
    }

    [Fact]
    public async Task What_a_person_refused_stays_refused_under_a_new_address()
    {
        var (space, letter, people) = await ASentLetterAsync("iris");
        var contact = $"/api/mailing/contact/{people["iris"].Id}";
        await space.Admin.PostAsync<ContactDto>($"{contact}/grant-consent", new GrantConsentDto { Purpose = ConsentPurpose.Appeal, Proof = "Réunion" });
        await space.Admin.PostAsync<ContactDto>($"{contact}/withdraw-consent", new WithdrawConsentDto { Purpose = ConsentPurpose.Appeal });
        await ToldAsync(space, letter, people["iris"], DeliveryState.Bounced, "550 5.1.1", suppress: true);

        var corrected = await space.Admin.PostAsync<ContactDto>(
            "/api/mailing/address-correction", new CreateAddressCorrectionDto { ContactId = people["iris"].Id, Email = $"iris-{Guid.NewGuid():N}@exemple.org" });

        corrected.Consents.Select(k => (k.Purpose, k.WithdrawnTime is null)).ShouldBe([(ConsentPurpose.Information, true), (ConsentPurpose.Appeal, false)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_address_that_works_is_not_corrected()
    {
        var (space, _, people) = await ASentLetterAsync("jean");
        var refused = await space.Admin.SendAsync(
            HttpMethod.Post, "/api/mailing/address-correction", new CreateAddressCorrectionDto { ContactId = people["jean"].Id, Email = "jean@exemple.org" });
        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.AddressNotDead);
    }

    [Fact]
    public async Task A_certificate_names_whom_the_notice_did_not_reach()
    {
        var (space, letter, people) = await ASentLetterAsync("kim", "lou");
        await ToldAsync(space, letter, people["kim"], DeliveryState.Bounced, "550 5.1.1");

        var certificate = await space.Admin.GetAsync<CampaignCertificateDto>($"/api/mailing/campaign-result/{letter}/certificate");

        certificate.AssociationName.ShouldBe(space.Name);
        certificate.ContentHash.Length.ShouldBe(64);
        certificate.FirstTime.ShouldNotBeNull();
        certificate.NotReached.ShouldHaveSingleItem().Name.ShouldBe("kim");
        certificate.Counts.Total.ShouldBe(2);
    }

    [Fact]
    public async Task A_notice_names_those_it_could_not_be_sent_to_and_says_so_before_it_leaves()
    {
        var space = await hub.Given.AnAssociation();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id;
        var people = new Dictionary<string, ContactDto>();
        foreach (var name in (string[])["ana", "bob", "cleo"])
            people[name] = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = $"{name}-{Guid.NewGuid():N}@exemple.fr", FirstName = name, ListIds = [list] });
        await hub.InAsync(space.TenantId, null, async p =>
        {
            var contacts = p.GetRequiredService<IContactRepository>();
            await p.GetRequiredService<ContactManager>().SuppressAsync(await contacts.GetAsync(people["bob"].Id), SuppressionReason.HardBounce);
            (await contacts.GetAsync(people["cleo"].Id)).SetStatus(ContactStatus.Unconfirmed);
        });
        var notice = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "AG", Purpose = ConsentPurpose.Statutory, Content = Content, ListIds = [list] });

        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{notice.Id}/preflight");
        (preflight.CanSend, preflight.Recipients).ShouldBe((true, 1));
        preflight.Items.Single(item => item.Code == "Unreachable").Message.ShouldContain(": 2.");
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{notice.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();

        hub.Mail.To(people["ana"].Email).ShouldHaveSingleItem();
        hub.Mail.To(people["bob"].Email).ShouldBeEmpty();
        var certificate = await space.Admin.GetAsync<CampaignCertificateDto>($"/api/mailing/campaign-result/{notice.Id}/certificate");
        certificate.Counts.Total.ShouldBe(3);
        certificate.NotReached.Select(line => (line.Name, line.State, line.Reason)).ShouldBe(
            [("bob", DeliveryState.Skipped, "Adresse morte ou plainte"), ("cleo", DeliveryState.Skipped, "N’a jamais confirmé son adresse")]);
        await hub.InAsync(null, null, async p => (await p.GetRequiredService<ILedgerAuditor>().FindBrokenAsync(DateTime.UtcNow)).ShouldNotContain(broken => broken.CampaignId == notice.Id));
    }

    [Fact]
    public async Task Who_has_left_the_list_since_is_not_written_to_again()
    {
        var space = await hub.Given.AnAssociation();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id;
        var (_, letter, people) = await ASentLetterAsync(space, [list], "ana", "bob");
        foreach (var name in people.Keys) await ToldAsync(space, letter, people[name], DeliveryState.Blocked, "550 5.7.1 blocked");
        await hub.InAsync(space.TenantId, null, async p => (await p.GetRequiredService<IRepository<ListMember>>().GetAsync(m => m.ContactId == people["bob"].Id)).Leave(DateTime.UtcNow));

        (await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}")).Resendable.ShouldBe(1);
        var again = await space.Admin.PostAsync<ResendResultDto>($"/api/mailing/campaign-result/{letter}/resend", new ResendCampaignDto());
        again.Recipients.ShouldBe(1);
        // Whatever the editor sends along.
        await space.Admin.PutAsync<CampaignDto>($"{Path}/{again.CampaignId}", new UpdateCampaignDto { Subject = "Bonjour", Content = Content, Purpose = ConsentPurpose.Information, ListIds = [] });
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{again.CampaignId}/send", new SendCampaignDto());
        await hub.RunJobsAsync();

        (await RecipientsAsync(space, again.CampaignId)).ShouldHaveSingleItem().Email.ShouldBe(people["ana"].Email);
    }

    private async Task<(TestSpace Space, Guid Letter, Dictionary<string, ContactDto> People)> ASentLetterAsync(params string[] names)
        => await ASentLetterAsync(await hub.Given.AnAssociation(), [], names);

    private async Task<(TestSpace Space, Guid Letter, Dictionary<string, ContactDto> People)> ASentLetterAsync(TestSpace space, List<Guid> lists, params string[] names)
    {
        var people = new Dictionary<string, ContactDto>();
        foreach (var name in names)
        {
            people[name] = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto
            {
                Email = $"p-{Guid.NewGuid():N}@exemple.fr", FirstName = name, ListIds = lists, Consents = [new GrantConsentDto { Purpose = ConsentPurpose.Information, Proof = "bulletin" }],
            });
        }

        var letter = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "Bonjour", Content = Content, ListIds = lists });
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{letter.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        return (space, letter.Id, people);
    }

    private Task ToldAsync(TestSpace space, Guid letter, ContactDto contact, DeliveryState state, string? reason, bool suppress = false) => hub.InAsync(space.TenantId, null, async p =>
    {
        await p.GetRequiredService<IDeliveryRepository>().MergeAsync([new DeliveryUpdate(letter, contact.Id, Guid.NewGuid(), new DeliveryNews(state, reason, DateTime.UtcNow))]);
        if (!suppress) return;
        await p.GetRequiredService<ContactManager>().SuppressAsync(await p.GetRequiredService<IContactRepository>().GetAsync(contact.Id), SuppressionReason.HardBounce);
    });

    /// <summary>As a crash leaves a recipient.</summary>
    private Task DoubtAsync(TestSpace space, Guid letter, ContactDto contact) => hub.InAsync(space.TenantId, null, async p =>
    {
        var deliveries = p.GetRequiredService<IDeliveryRepository>();
        var rest = (await deliveries.GetPageAsync(letter, null, null, 10)).Select(d => d.ContactId).Where(id => id != contact.Id).ToList();
        await deliveries.MoveAsync(new LedgerMove(letter, 1, DeliveryState.Accepted, DeliveryState.InDoubt, DateTime.UtcNow), rest);
    });

    private static async Task<List<RecipientDto>> RecipientsAsync(TestSpace space, Guid letter, string query = "") =>
        (await space.Admin.GetAsync<CursorPagedResultDto<RecipientDto>>($"{Path}/{letter}/recipients?{query}")).Items;
}
