using System.Net;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.Mailing.SendingDomains;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

/// <summary>Whom a letter may not reach, and whose address its writer may not see.</summary>
[Collection("Pickup")]
public class LetterGuardTests(PickupHub hub)
{
    private const string Path = "/api/mailing/campaign";

    [Theory]
    [InlineData(true, MailingErrorCodes.TestTooMany)]
    [InlineData(false, MailingErrorCodes.AssociationNotConfirmed)]
    public async Task The_lines_of_a_domain_go_to_strangers_as_rarely_as_tests(bool isConfirmed, string code)
    {
        var space = await hub.Given.AnAssociation(isConfirmed: isConfirmed);
        var id = Guid.CreateVersion7();
        await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<IRepository<SendingDomain, Guid>>().InsertAsync(new SendingDomain(id, $"{id:N}.fr", "lettre", null, [])));
        var input = new SendInstructionsDto { Email = $"x{Guid.NewGuid():N}@exemple.fr" };
        if (isConfirmed) (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/sending-domain/{id}/send-instructions", input)).EnsureSuccess();
        var limit = hub.Services.GetRequiredService<TestLetterLimit>();
        for (var i = 1; i < TestLetterLimit.PerHour; i++) limit.Take(space.TenantId);

        (await (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/sending-domain/{id}/send-instructions", input)).CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Who_has_proven_no_address_tests_a_letter_on_nobody_else()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var campaign = await space.ALetterAsync("Bonjour");
        var stranger = $"x{Guid.NewGuid():N}@exemple.fr";
        var refused = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{campaign.Id}/send-test", new SendTestDto { Addresses = [space.AdminEmail, stranger] });
        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.TestOnlyToOneself);
        hub.Mail.To(stranger).ShouldBeEmpty();
        (await space.Admin.PostAsync<SendTestResultDto>($"{Path}/{campaign.Id}/send-test", new SendTestDto())).SentTo.ShouldBe([space.AdminEmail]);
    }

    [Fact]
    public async Task A_notice_goes_to_the_people_who_were_named_and_never_to_the_whole_book()
    {
        var space = await hub.Given.AnAssociation();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0];
        var member = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = $"m{Guid.NewGuid():N}@exemple.fr", ListIds = [list.Id], Consents = [new() { Proof = "Bulletin" }] });
        await space.Admin.PostAsync<ContactDto>($"/api/mailing/contact/{member.Id}/withdraw-consent", new WithdrawConsentDto());
        await space.AContactAsync("Donatrice");
        var notice = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "AG", Purpose = ConsentPurpose.Statutory, Content = LetterSpace.Content });
        (await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{notice.Id}/preflight")).Items.Where(item => item.Level == PreflightLevel.Blocking).Select(item => item.Code).ShouldBe(["Members"]);

        await space.Admin.PutAsync<CampaignDto>($"{Path}/{notice.Id}", new UpdateCampaignDto { Subject = "AG", Content = LetterSpace.Content, Purpose = ConsentPurpose.Statutory, ListIds = [list.Id] });

        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{notice.Id}/preflight");
        (preflight.CanSend, preflight.Recipients).ShouldBe((true, 1));
        preflight.Items.Single(item => item.Code == "Unsubscribed").Message.ShouldEndWith(": 1.");
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("digest")]
    [InlineData("welcome")]
    public async Task A_list_that_a_letter_needs_is_not_deleted_under_it(string kind)
    {
        var space = await hub.Given.AnAssociation();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id;
        if (kind == "letter") await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "Pour la liste", Content = LetterSpace.Content, ListIds = [list] });
        else if (kind == "digest") await space.Admin.PostAsync<DigestDto>("/api/mailing/digest", new CreateUpdateDigestDto { Subject = "Pour la liste", ListIds = [list] });
        else await space.Admin.PostAsync<WelcomeLetterDto>("/api/mailing/welcome-letter", new CreateWelcomeLetterDto { ListId = list });

        var refused = await space.Admin.SendAsync(HttpMethod.Delete, $"/api/mailing/mailing-list/{list}");

        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.ListUsedByLetter);
        if (kind != "welcome") (await refused.Content.ReadAsStringAsync()).ShouldContain("Pour la liste");
        (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_contact_address_that_is_none_is_no_place_for_answers()
    {
        var space = await hub.Given.AnAssociation();
        var letter = await space.ALetterAsync("Bonjour");
        var profile = await space.Admin.GetAsync<AssociationProfileDto>("/api/associations/association-profile");
        await space.Admin.PutAsync<AssociationProfileDto>("/api/associations/association-profile", new UpdateAssociationProfileInput
        {
            Name = profile.Name, Town = profile.Town, ContactName = profile.ContactName, ContactEmail = "les amis@exemple.fr", ConcurrencyStamp = profile.ConcurrencyStamp,
        });

        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{letter.Id}/preflight");

        preflight.Items.Single(item => item.Code == "ReplyTo").Level.ShouldBe(PreflightLevel.Warning);
    }

    [Fact]
    public async Task Blocks_that_nobody_would_get_are_named_before_the_letter_leaves()
    {
        var space = await hub.Given.AnAssociation();
        const string content = """
            {"schema":"page/1","lang":"fr","blocks":[
              {"id":"b1","type":"text","v":1,"markdown":"Le jardin ouvre samedi."},
              {"id":"b2","type":"text","v":1,"markdown":"Le code du portail.","audience":"members"},
              {"id":"b3","type":"columns","v":1,"columns":[[],[{"id":"b4","type":"text","v":1,"markdown":"Hier.","until":"2020-01-31"},{"id":"b5","type":"text","v":1,"markdown":"Demain.","until":"2099-01-31"}]]}]}
            """;
        var letter = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "Samedi", Content = content });

        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{letter.Id}/preflight");

        var leftOut = preflight.Items.Where(item => item.Code == "LeftOut").ToList();
        leftOut.Select(item => (item.Level, item.Path)).ShouldBe([(PreflightLevel.Warning, "/blocks/1"), (PreflightLevel.Warning, "/blocks/2/columns/1/0")]);
        leftOut.ShouldAllBe(item => item.Message.Contains("ne partira pas"));
    }

    [Fact]
    public async Task What_a_letter_may_not_hold_is_refused_with_its_place()
    {
        var space = await hub.Given.AnAssociation();
        var letter = await space.ALetterAsync("Samedi");
        var content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Bonjour"},{"id":"b2","type":"separator","v":1,"colour":"red"}]}""";

        var refused = await space.Admin.SendAsync(HttpMethod.Put, $"{Path}/{letter.Id}", new UpdateCampaignDto { Subject = "Samedi", Content = content });

        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.CampaignDocumentInvalid);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("\"path\":\"/blocks/1/colour\"");
    }

    [Fact]
    public async Task The_foot_of_a_letter_says_where_the_association_is_or_the_last_look_says_that_it_does_not()
    {
        var space = await hub.Given.AnAssociation();
        var letter = await space.ALetterAsync("Bonjour");
        (await FooterAsync()).Level.ShouldBe(PreflightLevel.Warning);
        var settings = await space.Admin.GetAsync<MailingSettingsDto>("/api/mailing/mailing-settings");
        settings.PostalAddress = "12 rue des Lilas, 35000 Rennes";
        await space.Admin.PutAsync<MailingSettingsDto>("/api/mailing/mailing-settings", settings);
        var footer = await FooterAsync();
        footer.Level.ShouldBe(PreflightLevel.Ok);
        footer.Message.ShouldContain("12 rue des Lilas");

        async Task<PreflightItemDto> FooterAsync() => (await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{letter.Id}/preflight")).Items.Single(item => item.Code == "Footer");
    }

    [Fact]
    public async Task Who_writes_letters_but_may_not_see_the_book_sees_counts_and_reasons_and_nobody()
    {
        var space = await hub.Given.AnAssociation();
        var email = await space.AContactAsync("Zoé");
        var contact = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items[0].Id;
        var letter = await space.ALetterAsync("Bonjour");
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{letter.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<IDeliveryRepository>().MergeAsync(
            [new DeliveryUpdate(letter.Id, contact, Guid.NewGuid(), new DeliveryNews(DeliveryState.Bounced, $"554 <{email}> go away", DateTime.UtcNow))]));
        var editor = await AnEditorAsync(space);

        var result = await editor.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter.Id}");
        (result.Counts.Bounced, result.Reasons.ShouldHaveSingleItem().Explanation).ShouldBe((1, "554 <…> go away"));
        foreach (var path in new[] { "recipients", "recipients.csv", $"preview?contactId={contact}" })
            (await editor.SendAsync(HttpMethod.Get, $"{Path}/{letter.Id}/{path}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        (await editor.SendAsync(HttpMethod.Get, $"/api/mailing/campaign-result/{letter.Id}/certificate")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.SendAsync(HttpMethod.Get, $"/api/mailing/{space.Slug}/campaign/{letter.Id}/preview.html?contactId={contact}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.SendAsync(HttpMethod.Post, $"{Path}/{letter.Id}/send-test", new SendTestDto { AsContactId = contact })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<HubClient> AnEditorAsync(TestSpace space)
    {
        var email = $"editor-{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, services => services.GetRequiredService<IAssociationSeedingService>()
            .AddMemberAsync(space.TenantId, new SeedPerson("Amina Diallo", email, TestSpace.Password), "editor"));
        var browser = hub.NewBrowser();
        browser.Space = space.Slug;
        await browser.SignInAsync(email, TestSpace.Password);
        return browser;
    }
}
