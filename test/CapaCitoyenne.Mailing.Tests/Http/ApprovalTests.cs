using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Approvals;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
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
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{letter.Id}/approve")).CodeAsync()).ShouldBe(MailingErrorCodes.ApprovalOfOneself);
        (await second.Browser.GetAsync<ApprovalDto>($"{Path}/{letter.Id}")).MayAnswer.ShouldBeTrue();
        await second.Browser.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/approve");

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
        await second.Browser.PostAsync<ApprovalDto>($"{Path}/{letter.Id}/send-back", new SendBackDto { Word = "La date est fausse." });
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

    private static async Task<CampaignDto> ChangeAsync(TestSpace space, Guid id, string subject)
    {
        var letter = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{id}");
        return await space.Admin.PutAsync<CampaignDto>($"/api/mailing/campaign/{id}", new UpdateCampaignDto
        {
            Subject = subject, PreviewText = letter.PreviewText, Content = letter.Content!, Purpose = letter.Purpose, ConcurrencyStamp = letter.ConcurrencyStamp,
        });
    }

    private static async Task<string?> SendAsync(TestSpace space, CampaignDto letter)
        => await (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto())).CodeAsync();
}
