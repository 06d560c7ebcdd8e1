using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class AutomationTests(PickupHub hub)
{
    private const string Welcome = "/api/mailing/welcome-letter";
    private const string Digest = "/api/mailing/digest";

    [Fact]
    public async Task Who_signs_up_gets_the_welcome_at_once_and_the_second_letter_three_days_later_each_once()
    {
        var space = await hub.Given.AnAssociation();
        var list = await AListAsync(space);
        var before = await ASubscriberAsync(space);
        var hello = await AWelcomeAsync(space, list, 0, "Bienvenue");
        var second = await AWelcomeAsync(space, list, 3, "Trois jours déjà");
        var zoe = await ASubscriberAsync(space);
        var imported = await AContactOfAsync(space, list);

        await RunAsync();
        await RunAsync();
        hub.Mail.To(zoe).Count(mail => mail.Subject == "Bienvenue").ShouldBe(1);
        hub.Mail.To(zoe).ShouldAllBe(mail => mail.Subject != "Trois jours déjà");

        hub.Wait(TimeSpan.FromDays(3.1));
        // Put to rest and started again meanwhile: the ledger knows who had it.
        await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{hello.Id}/stop");
        await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{hello.Id}/start");
        await RunAsync();
        hub.Mail.To(zoe).Count(mail => mail.Subject == "Bienvenue").ShouldBe(1);
        hub.Mail.To(zoe).Count(mail => mail.Subject == "Trois jours déjà").ShouldBe(1);
        hub.Mail.To(before).ShouldAllBe(mail => mail.Subject != "Bienvenue");
        hub.Mail.To(imported).ShouldBeEmpty();
        (await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{second.CampaignId}")).Status.ShouldBe(CampaignStatus.Sending);
        (await space.Admin.GetAsync<CursorPagedResultDto<CampaignDto>>("/api/mailing/campaign")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_welcome_letter_that_fails_keeps_no_other_space_s_from_being_sent()
    {
        var broken = await hub.Given.AnAssociation();
        var hello = await AWelcomeAsync(broken, await AListAsync(broken), 0, "Cassée");
        await hub.InAsync(broken.TenantId, null, async p => await (await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Set<Campaign>()
            .Where(c => c.Id == hello.CampaignId).ExecuteUpdateAsync(s => s.SetProperty(c => c.SegmentId, Guid.NewGuid()).SetProperty(c => c.SegmentRuleJson, "{")));
        var space = await hub.Given.AnAssociation();
        await AWelcomeAsync(space, await AListAsync(space), 0, "Bienvenue");
        var zoe = await ASubscriberAsync(space);

        await RunAsync();

        hub.Mail.To(zoe).Count(mail => mail.Subject == "Bienvenue").ShouldBe(1);
    }

    [Fact]
    public async Task Who_waits_for_a_welcome_that_is_deleted_is_not_kept_waiting_for_ever()
    {
        var space = await hub.Given.AnAssociation();
        var hello = await AWelcomeAsync(space, await AListAsync(space), 0, "Bienvenue");
        var zoe = await ASubscriberAsync(space);
        await WorkAsync();
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign/{hello.CampaignId}/cancel")).CodeAsync()).ShouldBe(MailingErrorCodes.CampaignCannotCancel);
        await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{hello.Id}/stop");

        await space.Admin.DeleteAsync($"{Welcome}/{hello.Id}");
        await RunAsync();

        (await space.Admin.GetAsync<CursorPagedResultDto<RecipientDto>>($"/api/mailing/campaign/{hello.CampaignId}/recipients")).Items.ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
        (await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{hello.CampaignId}")).Status.ShouldBe(CampaignStatus.Sent);
        hub.Mail.To(zoe).ShouldAllBe(mail => mail.Subject != "Bienvenue");
    }

    [Fact]
    public async Task A_welcome_letter_is_started_not_sent_and_with_a_ledger_it_is_not_deleted()
    {
        var space = await hub.Given.AnAssociation();
        var hello = await AWelcomeAsync(space, await AListAsync(space), 0, "Bienvenue");
        await ASubscriberAsync(space);
        await RunAsync();
        await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{hello.Id}/stop");
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign/{hello.CampaignId}/send", new SendCampaignDto())).CodeAsync()).ShouldBe(MailingErrorCodes.WelcomeIsStarted);
        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/mailing/campaign/{hello.CampaignId}")).CodeAsync()).ShouldBe(MailingErrorCodes.CampaignCannotDelete);
        await space.Admin.DeleteAsync($"{Welcome}/{hello.Id}");
        await RunAsync();
        (await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{hello.CampaignId}")).Status.ShouldBe(CampaignStatus.Sent);

        var back = await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{hello.Id}/restore");
        (back.Id, back.Status, back.Recipients, back.Since).ShouldBe((hello.Id, CampaignStatus.Draft, 1, hello.Since));
        (await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{hello.CampaignId}")).Kind.ShouldBe(CampaignKind.Welcome);
    }

    [Theory]
    [InlineData("welcome-letter")]
    [InlineData("campaign")]
    public async Task A_welcome_letter_that_was_deleted_comes_back_with_its_text(string route)
    {
        var space = await hub.Given.AnAssociation();
        var hello = await AWelcomeAsync(space, await AListAsync(space), 3, "Bienvenue");
        await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{hello.Id}/stop");
        var id = route == "campaign" ? hello.CampaignId : hello.Id;

        await space.Admin.DeleteAsync($"/api/mailing/{route}/{id}");
        (await space.Admin.GetAsync<ListResultDto<WelcomeLetterDto>>(Welcome)).Items.ShouldBeEmpty();

        (await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/{route}/{id}/restore")).EnsureSuccess();
        var back = (await space.Admin.GetAsync<ListResultDto<WelcomeLetterDto>>(Welcome)).Items.ShouldHaveSingleItem();
        (back.Id, back.CampaignId, back.Subject, back.DelayDays).ShouldBe((hello.Id, hello.CampaignId, "Bienvenue", 3));
    }

    [Fact]
    public async Task A_digest_that_was_deleted_comes_back_paused_as_it_was_with_the_news_that_wait()
    {
        var space = await hub.Given.AnAssociation();
        var digest = await space.Admin.PostAsync<DigestDto>(Digest, new CreateUpdateDigestDto { Subject = "Les nouvelles", SendsItself = true });
        await space.Admin.PostAsync<DigestDto>($"{Digest}/{digest.Id}/pause");
        await APostAsync(space, "Un arbre");
        await space.Admin.DeleteAsync($"{Digest}/{digest.Id}");
        (await space.Admin.GetAsync<ListResultDto<DigestDto>>(Digest)).Items.ShouldBeEmpty();

        await space.Admin.PostAsync<DigestDto>($"{Digest}/{digest.Id}/restore");

        var back = (await space.Admin.GetAsync<ListResultDto<DigestDto>>(Digest)).Items.ShouldHaveSingleItem();
        (back.Id, back.IsPaused, back.WaitingNews).ShouldBe((digest.Id, true, 1));
    }

    [Fact]
    public async Task The_digest_writes_about_each_news_once_and_nothing_when_nothing_is_new()
    {
        var space = await hub.Given.AnAssociation();
        var zoe = await ASubscriberAsync(space);
        var digest = await space.Admin.PostAsync<DigestDto>(Digest, new CreateUpdateDigestDto { Subject = "Les nouvelles", SendsItself = true });

        await UntilAsync(space, digest.Id);
        hub.Mail.To(zoe).ShouldAllBe(mail => mail.Subject != "Les nouvelles");

        await APostAsync(space, "Le potager est ouvert");
        await UntilAsync(space, digest.Id);
        await RunAsync();
        var mail = hub.Mail.To(zoe).Where(one => one.Subject == "Les nouvelles").ShouldHaveSingleItem();
        mail.TextBody!.ShouldContain("Le potager est ouvert");
        mail.HtmlBody!.ShouldContain($"http://{space.Slug}.localhost:5000/actualites/le-potager-est-ouvert");

        await UntilAsync(space, digest.Id);
        hub.Mail.To(zoe).Count(one => one.Subject == "Les nouvelles").ShouldBe(1);
    }

    [Fact]
    public async Task News_for_which_a_digest_has_no_room_follow_by_their_titles()
    {
        var space = await hub.Given.AnAssociation();
        var digest = await space.Admin.PostAsync<DigestDto>(Digest, new CreateUpdateDigestDto { Subject = "Les nouvelles" });
        for (var i = 10; i < 32; i++) await APostAsync(space, $"Nouvelle {i}");

        await WaitForAsync(space, digest.Id);
        await WorkAsync();

        var letter = (await space.Admin.GetAsync<CursorPagedResultDto<CampaignDto>>("/api/mailing/campaign")).Items.ShouldHaveSingleItem();
        var preview = await space.Admin.GetAsync<CampaignPreviewDto>($"/api/mailing/campaign/{letter.Id}/preview");
        for (var i = 10; i < 32; i++) preview.Text.ShouldContain($"Nouvelle {i}");
        preview.Html.ShouldContain($"http://{space.Slug}.localhost:5000/actualites/nouvelle-10");
        preview.Html.ShouldNotContain("nouvelles sur notre site");
    }

    [Fact]
    public async Task Four_workers_at_once_write_one_letter()
    {
        var space = await hub.Given.AnAssociation();
        await ASubscriberAsync(space);
        var digest = await space.Admin.PostAsync<DigestDto>(Digest, new CreateUpdateDigestDto { Subject = "Les nouvelles" });
        await APostAsync(space, "Un banc");
        await WaitForAsync(space, digest.Id);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WorkAsync, TestContext.Current.CancellationToken)));
        var letter = (await space.Admin.GetAsync<CursorPagedResultDto<CampaignDto>>("/api/mailing/campaign")).Items.ShouldHaveSingleItem();
        letter.Status.ShouldBe(CampaignStatus.Draft);
        await hub.RunJobsAsync();
        hub.Mail.To(space.AdminEmail).ShouldContain(mail => mail.Subject!.Contains("prête à relire"));
    }

    [Fact]
    public async Task A_paused_digest_keeps_its_news_for_the_letter_after_the_pause()
    {
        var space = await hub.Given.AnAssociation();
        var digest = await space.Admin.PostAsync<DigestDto>(Digest, new CreateUpdateDigestDto { Subject = "Les nouvelles" });
        await space.Admin.PostAsync<DigestDto>($"{Digest}/{digest.Id}/pause");
        await APostAsync(space, "Un arbre");
        hub.Wait(TimeSpan.FromDays(8));
        await RunAsync();
        (await space.Admin.GetAsync<CursorPagedResultDto<CampaignDto>>("/api/mailing/campaign")).Items.ShouldBeEmpty();
        (await space.Admin.PostAsync<DigestDto>($"{Digest}/{digest.Id}/resume")).WaitingNews.ShouldBe(1);
        await UntilAsync(space, digest.Id);
        (await space.Admin.GetAsync<CursorPagedResultDto<CampaignDto>>("/api/mailing/campaign")).Items.ShouldHaveSingleItem().Kind.ShouldBe(CampaignKind.Digest);
    }

    [Fact]
    public async Task The_gazette_is_a_letter_with_the_news_that_were_picked()
    {
        var space = await hub.Given.AnAssociation();
        await APostAsync(space, "Un {{piège}} *rusé*");
        await APostAsync(space, "Pas celui-ci");
        var choices = await space.Admin.GetAsync<GazetteChoicesDto>("/api/mailing/gazette/choices");
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/gazette", new CreateGazetteDto
        {
            Since = choices.Since, NewsIds = [choices.News.Single(news => news.Title.StartsWith("Un", StringComparison.Ordinal)).Id],
        });
        var preview = await space.Admin.GetAsync<CampaignPreviewDto>($"/api/mailing/campaign/{letter.Id}/preview");
        preview.Text.ShouldContain("Un { {piège}} *rusé*");
        preview.Text.ShouldNotContain("Pas celui-ci");
        (await (await space.Admin.SendAsync(HttpMethod.Post, "/api/mailing/gazette", new CreateGazetteDto { Since = choices.Since })).CodeAsync()).ShouldBe(MailingErrorCodes.GazetteEmpty);
    }

    private async Task<WelcomeLetterDto> AWelcomeAsync(TestSpace space, Guid list, int days, string subject)
    {
        var welcome = await space.Admin.PostAsync<WelcomeLetterDto>(Welcome, new CreateWelcomeLetterDto { ListId = list, DelayDays = days });
        var letter = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{welcome.CampaignId}");
        await space.Admin.PutAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}", new UpdateCampaignDto
        {
            Subject = subject, Content = letter.Content!, Purpose = letter.Purpose, ListIds = letter.ListIds, ConcurrencyStamp = letter.ConcurrencyStamp,
        });
        return await space.Admin.PostAsync<WelcomeLetterDto>($"{Welcome}/{welcome.Id}/start");
    }

    private static async Task<Guid> AListAsync(TestSpace space) =>
        (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0].Id;

    /// <summary>Somebody who signs up on the site and confirms.</summary>
    private async Task<string> ASubscriberAsync(TestSpace space)
    {
        var email = $"s{Guid.NewGuid():N}@exemple.fr";
        var site = hub.NewBrowser().Http;
        await site.PostAsync($"http://{space.Slug}.localhost:5000/lettre/inscription", new FormUrlEncodedContent([new("email", email)]));
        await hub.RunJobsAsync();
        (await site.PostAsync(hub.Mail.LinkTo(email, "/lettre/confirmer/"), null)).EnsureSuccess();
        return email;
    }

    private static async Task<string> AContactOfAsync(TestSpace space, Guid list)
    {
        var email = $"i{Guid.NewGuid():N}@exemple.fr";
        var contact = await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = email, Consents = [new() { Proof = "Bulletin" }] });
        await space.Admin.PostAsync<MailingListDto>($"/api/mailing/mailing-list/{list}/contacts", new ListContactsDto { ContactIds = [contact.Id] });
        return email;
    }

    private static async Task APostAsync(TestSpace space, string title)
    {
        var profile = await space.Admin.GetAsync<AssociationProfileDto>("/api/associations/association-profile");
        await space.Admin.PutAsync<AssociationProfileDto>("/api/associations/association-profile", new UpdateAssociationProfileInput
        {
            Name = profile.Name, Town = profile.Town, ContactName = profile.ContactName, ContactEmail = profile.ContactEmail,
            Address = "12, rue de l’Église\n75010 Paris", Phone = "01 99 00 12 12", DirectorOfPublication = "Léa Bonnet", ConcurrencyStamp = profile.ConcurrencyStamp,
        });
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput
        {
            Title = title, Document = """{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"text","v":1,"markdown":"Venez samedi."}]}""",
        });
        await space.Admin.PostAsync($"/api/sites/post/{post.Id}/publish");
    }

    private async Task UntilAsync(TestSpace space, Guid digestId)
    {
        await WaitForAsync(space, digestId);
        await RunAsync();
    }

    private async Task WaitForAsync(TestSpace space, Guid digestId)
    {
        var next = (await space.Admin.GetAsync<ListResultDto<DigestDto>>(Digest)).Items.Single(one => one.Id == digestId).NextTime;
        hub.Wait(next - hub.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1));
    }

    private async Task RunAsync()
    {
        await WorkAsync();
        await hub.RunJobsAsync();
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryEngine>().RunAsync();
    }

    private async Task WorkAsync()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AutomationWorker>().DoWorkAsync();
    }
}
