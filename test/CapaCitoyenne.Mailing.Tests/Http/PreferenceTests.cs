using System.Net;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class PreferenceTests(PickupHub hub)
{
    private const string Path = "/api/mailing/contact";

    [Fact]
    public async Task Each_purpose_is_chosen_for_itself_by_the_link_of_a_letter()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        await space.Admin.PostAsync<ContactDto>($"{Path}/{contact.Id}/grant-consent", new GrantConsentDto { Purpose = ConsentPurpose.Appeal, Proof = "Réunion" });
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0];
        (await (await Browser.GetAsync(link)).EnsureSuccess().Content.ReadAsStringAsync()).ShouldContain(contact.Email);

        await PostAsync(link, ("do", "choices"), ("purpose", "Information"), ("list", list.Id.ToString()));
        await PostAsync(link, ("do", "person"), ("firstName", "Zoé"), ("lastName", "Noël"), ("language", "en"));

        var after = await space.Admin.GetAsync<ContactDto>($"{Path}/{contact.Id}");
        after.Consents.Where(k => k.WithdrawnTime is null).Select(k => k.Purpose).ShouldBe([ConsentPurpose.Information]);
        after.Lists.ShouldHaveSingleItem().Id.ShouldBe(list.Id);
        (after.FirstName, after.LastName, after.Language, after.Status).ShouldBe(("Zoé", "Noël", "en", ContactStatus.Active));
    }

    [Fact]
    public async Task Who_takes_a_break_gets_only_what_the_statutes_require_until_it_ends_by_itself()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        await PostAsync(link, ("do", "pause"), ("months", "3"));
        (await space.Admin.GetAsync<ContactDto>($"{Path}/{contact.Id}")).PausedUntil!.Value.ShouldBe(hub.Clock.GetUtcNow().UtcDateTime.AddMonths(3), TimeSpan.FromMinutes(1));

        var (news, notice) = (await ALetterAsync(ConsentPurpose.Information), await ALetterAsync(ConsentPurpose.Statutory));
        (await CountAsync(news)).ShouldBe(0);
        (await CountAsync(notice)).ShouldBe(1);
        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"/api/mailing/campaign/{news}/preflight");
        preflight.Items.Single(item => item.Code == "Paused").Level.ShouldBe(PreflightLevel.Notice);

        await PostAsync(link, ("do", "resume"));
        (await CountAsync(news)).ShouldBe(1);

        await PostAsync(link, ("do", "pause"), ("months", "1"));
        hub.Wait(TimeSpan.FromDays(32));
        (await CountAsync(news)).ShouldBe(1);
        (await (await Browser.GetAsync(link)).EnsureSuccess().Content.ReadAsStringAsync()).ShouldContain("value=\"pause\"");

        async Task<Guid> ALetterAsync(ConsentPurpose purpose)
            => (await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "Suite", Purpose = purpose })).Id;

        Task<int> CountAsync(Guid letterId) => hub.InAsync(space.TenantId, null, async p =>
            await p.GetRequiredService<IAudienceRepository>().CountAsync(await p.GetRequiredService<ICampaignRepository>().GetAsync(letterId)));
    }

    [Fact]
    public async Task One_click_in_a_letter_of_long_ago_still_unsubscribes_when_the_space_has_another_address()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        await space.Admin.PostAsync<AssociationProfileDto>("/api/associations/association-profile/change-slug", new ChangeSlugInput { Slug = $"{space.Slug}-bis" });

        var answer = await Browser.PostAsync(
            link.Replace("/preferences/", "/desabonnement/", StringComparison.Ordinal), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await space.Admin.GetAsync<ContactDto>($"{Path}/{contact.Id}")).Status.ShouldBe(ContactStatus.Unsubscribed);
    }

    [Fact]
    public async Task Who_leaves_the_list_after_the_recipients_are_written_down_does_not_get_the_letter_and_the_ledger_says_why()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0];
        await PostAsync(link, ("do", "choices"), ("purpose", "Information"), ("list", list.Id.ToString()));
        var letter = await AFrozenLetterAsync(space, list.Id);

        await PostAsync(link, ("do", "choices"), ("purpose", "Information"));
        await HandOverAsync();

        var line = (await space.Admin.GetAsync<CursorPagedResultDto<RecipientDto>>($"/api/mailing/campaign/{letter}/recipients")).Items.ShouldHaveSingleItem();
        (line.State, line.Reason).ShouldBe((DeliveryState.Skipped, "N’est plus dans la liste"));
    }

    [Fact]
    public async Task A_break_that_begins_after_the_recipients_are_written_down_leaves_its_reason_in_the_ledger()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        var letter = await AFrozenLetterAsync(space);

        await PostAsync(link, ("do", "pause"), ("months", "1"));
        await HandOverAsync();

        var line = (await space.Admin.GetAsync<CursorPagedResultDto<RecipientDto>>($"/api/mailing/campaign/{letter}/recipients")).Items.ShouldHaveSingleItem();
        (line.State, line.Reason).ShouldBe((DeliveryState.Skipped, "A demandé une pause"));
    }

    [Fact]
    public async Task A_person_gets_all_that_is_kept_about_them_as_a_file()
    {
        var (_, contact, link) = await ALetterWasSentAsync();
        var json = await (await Browser.GetAsync($"{link}?handler=Data&format=json")).EnsureSuccess().Content.ReadAsStringAsync();
        json.ShouldContain(contact.Email);
        json.ShouldContain("Bulletin d'adhésion");
        json.ShouldContain("Bonjour");
        (await (await Browser.GetAsync($"{link}?handler=Data&format=csv")).EnsureSuccess().Content.ReadAsStringAsync()).ShouldContain(contact.Email);
    }

    [Fact]
    public async Task Erasing_asks_once_more_and_then_lets_no_file_bring_the_person_back()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        await PostAsync(link, ("do", "erase"));
        (await space.Admin.GetAsync<ContactDto>($"{Path}/{contact.Id}")).Email.ShouldBe(contact.Email);

        await PostAsync(link, ("do", "erased"));

        (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/{contact.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await Browser.GetAsync(link)).EnsureSuccess().Content.ReadAsStringAsync()).ShouldNotContain(contact.Email);
        var again = await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = contact.Email });
        again.Status.ShouldBe(ContactStatus.Suppressed);
    }

    [Fact]
    public async Task A_contact_tells_what_happened_the_newest_first_page_after_page()
    {
        var (space, contact, link) = await ALetterWasSentAsync();
        await PostAsync(link, ("do", "choices"));

        var kinds = new List<string>();
        string? cursor = null;
        do
        {
            var page = await space.Admin.GetAsync<CursorPagedResultDto<ContactEventDto>>($"/api/mailing/contact-history/{contact.Id}?maxResultCount=2&cursor={cursor}");
            kinds.AddRange(page.Items.Select(e => $"{e.Kind} {e.Purpose ?? e.Name}"));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        kinds[0].ShouldBe("ConsentWithdrawn Information");
        kinds.ShouldBe(["ConsentWithdrawn Information", "Letter Bonjour", "ConsentGiven Information", "Added manual"], ignoreOrder: true);
        var csv = await (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/{contact.Id}/consents.csv")).EnsureSuccess().Content.ReadAsStringAsync();
        csv.ShouldContain("Bulletin d'adhésion");
    }

    [Fact]
    public async Task Two_contacts_of_one_person_become_one_with_the_stricter_answer_and_old_links_still_work()
    {
        var (space, other, link) = await ALetterWasSentAsync();
        await NameAsync(space, other.Id);
        var kept = await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto
        {
            Email = $"zoe{Guid.NewGuid():N}@exemple.fr", FirstName = "Zoé", LastName = "Noël", Tags = ["Presse"],
            Consents = [new() { Proof = "Réunion" }, new() { Purpose = ConsentPurpose.Appeal, Proof = "Réunion" }],
        });
        await space.Admin.PostAsync<ContactDto>($"{Path}/{kept.Id}/withdraw-consent", new WithdrawConsentDto { Purpose = ConsentPurpose.Appeal });
        var proposal = (await space.Admin.GetAsync<ListResultDto<DuplicateContactsDto>>("/api/mailing/contact-duplicate")).Items.ShouldHaveSingleItem();
        proposal.Contacts.Select(c => c.Id).ShouldBe([kept.Id, other.Id], ignoreOrder: true);
        var input = new MergeContactsDto { KeptId = kept.Id, OtherId = other.Id };
        var preview = await space.Admin.PostAsync<MergePreviewDto>("/api/mailing/contact-duplicate/preview", input);
        preview.Agreed.ShouldBe(["Information"]);

        var one = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact-duplicate/merge", input);

        one.Consents.Where(k => k.WithdrawnTime is null).Select(k => k.Purpose).Distinct().ShouldBe([ConsentPurpose.Information]);
        one.Tags.ShouldHaveSingleItem().Name.ShouldBe("Presse");
        (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/{other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await space.Admin.GetAsync<CursorPagedResultDto<ContactEventDto>>($"/api/mailing/contact-history/{kept.Id}")).Items.ShouldContain(e => e.Kind == ContactEventKind.Letter);
        await Browser.PostAsync(link.Replace("/preferences/", "/desabonnement/", StringComparison.Ordinal), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        (await space.Admin.GetAsync<ContactDto>($"{Path}/{kept.Id}")).Status.ShouldBe(ContactStatus.Unsubscribed);
    }

    [Fact]
    public async Task Who_is_erased_is_brought_back_by_none_of_the_addresses_they_once_had()
    {
        var (space, other, _) = await ALetterWasSentAsync();
        var kept = await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = $"k{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Réunion" }] });
        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact-duplicate/merge", new MergeContactsDto { KeptId = kept.Id, OtherId = other.Id });
        await hub.InAsync(space.TenantId, null, async p =>
            await p.GetRequiredService<ContactManager>().EraseAsync(await p.GetRequiredService<IContactRepository>().GetAsync(kept.Id), byPerson: true));

        foreach (var email in (string[])[kept.Email, other.Email])
            (await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = email })).Status.ShouldBe(ContactStatus.Suppressed);
    }

    [Fact]
    public async Task Two_contacts_whose_notes_do_not_fit_into_one_stay_two()
    {
        var space = await hub.Given.AnAssociation();
        List<ContactDto> two = [];
        foreach (var letter in "ab")
            two.Add(await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = $"{letter}{Guid.NewGuid():N}@exemple.fr", Notes = new string(letter, 600) }));

        var refused = await space.Admin.SendAsync(HttpMethod.Post, "/api/mailing/contact-duplicate/merge", new MergeContactsDto { KeptId = two[0].Id, OtherId = two[1].Id });

        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.MergeNotesTooLong);
        (await space.Admin.GetAsync<ContactDto>($"{Path}/{two[1].Id}")).Notes!.Length.ShouldBe(600);
    }

    private HttpClient Browser => hub.NewBrowser().Http;

    private static Task<ContactDto> NameAsync(TestSpace space, Guid id) =>
        space.Admin.PutAsync<ContactDto>($"{Path}/{id}", new UpdateContactDto { FirstName = "Zoe", LastName = "NOEL" });

    private async Task PostAsync(string link, params (string Name, string Value)[] fields) =>
        (await Browser.PostAsync(link, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))).EnsureSuccess();

    /// <summary>Its recipients are written down, and nothing has left.</summary>
    private async Task<Guid> AFrozenLetterAsync(TestSpace space, params Guid[] lists)
    {
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto
        {
            Subject = "Suite", Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Suite"}]}""", ListIds = [.. lists],
        });
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto());
        hub.Wait(TimeSpan.FromMinutes(15));
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CampaignStarter>().RunAsync(TestContext.Current.CancellationToken);
        while (await scope.ServiceProvider.GetRequiredService<AudienceFreezer>().RunAsync(cancellationToken: TestContext.Current.CancellationToken)) { }
        return letter.Id;
    }

    private async Task HandOverAsync()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryEngine>().RunAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    private async Task<(TestSpace Space, ContactDto Contact, string Link)> ALetterWasSentAsync()
    {
        var space = await hub.Given.AnAssociation();
        var contact = await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = $"p{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin d'adhésion" }] });
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto
        {
            Subject = "Bonjour", Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Bonjour"}]}""",
        });
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        return (space, contact, hub.Mail.LinkTo(contact.Email, "/lettre/preferences/").ToString());
    }
}
