using System.Net;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Approvals;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class ApprovalTests(PickupHub hub)
{
    private const string Path = "/api/mailing/approval";

    [Fact]
    public async Task Where_the_space_wants_it_a_letter_leaves_once_another_person_approved_it_as_it_is()
    {
        var space = await hub.Given.AnAssociation();
        var second = await ASecondPersonAsync(space, "communicator");
        await RequireAsync(space);
        var letter = await ALetterAsync(space);
        (await SendAsync(space, letter)).ShouldBe(MailingErrorCodes.ApprovalMissing);
        (await space.Admin.GetAsync<CampaignPreflightDto>($"/api/mailing/campaign/{letter.Id}/preflight")).Items.Single(item => item.Code == "Approval").Level.ShouldBe(PreflightLevel.Blocking);

        (await space.Admin.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/ask")).MayAnswer.ShouldBeFalse();
        await hub.RunJobsAsync();
        hub.Mail.To(second.Email).ShouldContain(mail => mail.Subject!.StartsWith("À relire", StringComparison.Ordinal));
        (await (await AnswerAsync(space.Admin, letter.Id)).CodeAsync()).ShouldBe(MailingErrorCodes.ApprovalOfOneself);
        (await second.Browser.GetAsync<ApprovalDto>($"{Path}/{letter.Id}")).MayAnswer.ShouldBeTrue();
        (await AnswerAsync(second.Browser, letter.Id)).EnsureSuccess();

        var changed = await ChangeAsync(space, letter.Id, "Un autre objet");
        (await SendAsync(space, changed)).ShouldBe(MailingErrorCodes.ApprovalMissing);
        await ChangeAsync(space, letter.Id, letter.Subject);
        (await space.Admin.GetAsync<ApprovalDto>($"{Path}/{letter.Id}")).State.ShouldBe(ApprovalState.Approved);
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto());
    }

    [Fact]
    public async Task A_letter_that_is_sent_back_says_why()
    {
        var space = await hub.Given.AnAssociation();
        var second = await ASecondPersonAsync(space, "communicator");
        var letter = await ALetterAsync(space);
        await space.Admin.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/ask");
        await second.Browser.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/send-back", new SendBackDto { Word = "La date est fausse.", ConcurrencyStamp = letter.ConcurrencyStamp! });
        var approval = await space.Admin.GetAsync<ApprovalDto>($"{Path}/{letter.Id}");
        approval.State.ShouldBe(ApprovalState.SentBack);
        approval.Word.ShouldBe("La date est fausse.");
        await hub.RunJobsAsync();
        hub.Mail.To(space.AdminEmail).ShouldContain(mail => mail.HtmlBody!.Contains("La date est fausse."));
    }

    [Fact]
    public async Task Who_is_alone_is_told_that_nobody_can_read_the_letter()
    {
        var space = await hub.Given.AnAssociation();
        await ASecondPersonAsync(space, "editor");
        var letter = await ALetterAsync(space);
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{letter.Id}/ask")).CodeAsync()).ShouldBe(MailingErrorCodes.ApprovalHasNoReader);
    }

    [Fact]
    public async Task A_test_makes_nobody_the_author_of_a_letter()
    {
        var space = await hub.Given.AnAssociation();
        var reader = await ASecondPersonAsync(space, "communicator");
        var letter = await ALetterAsync(space);
        await space.Admin.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/ask");
        await reader.Browser.PostAsync<SendTestResultDto>($"/api/mailing/campaign/{letter.Id}/send-test", new SendTestDto { Addresses = [reader.Email] });
        (await reader.Browser.GetAsync<ApprovalDto>($"{Path}/{letter.Id}")).MayAnswer.ShouldBeTrue("she reads in her mailbox what she approves");
        (await AnswerAsync(reader.Browser, letter.Id, letter.ConcurrencyStamp)).EnsureSuccess();

        var asker = await ASecondPersonAsync(space, "communicator");
        var other = await ALetterAsync(space);
        await asker.Browser.PostAsync<SendTestResultDto>($"/api/mailing/campaign/{other.Id}/send-test", new SendTestDto { Addresses = [asker.Email] });
        await asker.Browser.PostAsync<ApprovalDto>($"{Path}/{other.Id}/ask");
        (await (await AnswerAsync(space.Admin, other.Id)).CodeAsync()).ShouldBe(MailingErrorCodes.ApprovalOfOneself, "the text is the admin's own, whoever tried it and asked");
    }

    [Fact]
    public async Task A_page_that_was_opened_before_the_last_change_answers_nothing()
    {
        var space = await hub.Given.AnAssociation();
        var second = await ASecondPersonAsync(space, "communicator");
        var read = await ALetterAsync(space);
        await ChangeAsync(space, read.Id, "Un autre objet");
        await space.Admin.PostAsync<ApprovalDto>($"{Path}/{read.Id}/ask");

        var answer = await AnswerAsync(second.Browser, read.Id, read.ConcurrencyStamp);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.CodeAsync()).ShouldBe(MailingErrorCodes.ApprovalOutdated);
        (await AnswerAsync(second.Browser, read.Id)).EnsureSuccess();
    }

    [Fact]
    public async Task A_letter_whose_selection_is_widened_is_not_the_one_that_was_approved()
    {
        var space = await hub.Given.AnAssociation();
        var second = await ASecondPersonAsync(space, "communicator");
        await RequireAsync(space);
        var segment = await space.Admin.PostAsync<SegmentDto>("/api/mailing/segment", new CreateUpdateSegmentDto { Name = "Le bureau", Rule = NamedZoe });
        var letter = await ALetterAsync(space);
        await ChangeAsync(space, letter.Id, letter.Subject, segment.Id);
        await space.Admin.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/ask");
        (await AnswerAsync(second.Browser, letter.Id)).EnsureSuccess();

        await space.Admin.PutAsync<SegmentDto>($"/api/mailing/segment/{segment.Id}", new CreateUpdateSegmentDto { Name = "Le bureau" });

        (await SendAsync(space, letter)).ShouldBe(MailingErrorCodes.ApprovalMissing);
    }

    private static SegmentRuleDto NamedZoe => new() { Groups = [new() { Conditions = [new() { Subject = SegmentSubject.FirstName, Operator = SegmentOperator.Is, Value = "Zoé" }] }] };

    /// <param name="stamp">Null = of the letter as it is now.</param>
    private static async Task<HttpResponseMessage> AnswerAsync(HubClient browser, Guid id, string? stamp = null) => await browser.SendAsync(
        HttpMethod.Post, $"{Path}/{id}/approve", new ApproveDto { ConcurrencyStamp = stamp ?? (await browser.GetAsync<CampaignDto>($"/api/mailing/campaign/{id}")).ConcurrencyStamp! });

    private async Task<(string Email, HubClient Browser)> ASecondPersonAsync(TestSpace space, string role)
    {
        var email = $"second-{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, services => services.GetRequiredService<IAssociationSeedingService>()
            .AddMemberAsync(space.TenantId, new SeedPerson("Amina Diallo", email, TestSpace.Password), role));
        var browser = hub.NewBrowser();
        browser.Space = space.Slug;
        await browser.SignInAsync(email, TestSpace.Password);
        return (email, browser);
    }

    private static async Task RequireAsync(TestSpace space)
    {
        var settings = await space.Admin.GetAsync<MailingSettingsDto>("/api/mailing/mailing-settings");
        settings.RequiresApproval = true;
        await space.Admin.PutAsync<MailingSettingsDto>("/api/mailing/mailing-settings", settings);
    }

    private static async Task<CampaignDto> ALetterAsync(TestSpace space)
    {
        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = $"c{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin" }] });
        return await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "Bonjour", Template = "thanks" });
    }

    private static async Task<CampaignDto> ChangeAsync(TestSpace space, Guid id, string subject, Guid? segmentId = null)
    {
        var letter = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{id}");
        return await space.Admin.PutAsync<CampaignDto>($"/api/mailing/campaign/{id}", new UpdateCampaignDto
        {
            Subject = subject, SegmentId = segmentId, PreviewText = letter.PreviewText, Content = letter.Content!, Purpose = letter.Purpose, ConcurrencyStamp = letter.ConcurrencyStamp,
        });
    }

    private static async Task<string?> SendAsync(TestSpace space, CampaignDto letter)
        => await (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto())).CodeAsync();
}
