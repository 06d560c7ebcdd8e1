using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Web.Demo;

namespace CapaCitoyenne.Web.Tests;

/// <summary>On a hub of its own: the demonstration is for an empty one.</summary>
public sealed class DemoTests : IClassFixture<HubFixture>
{
    private readonly HubFixture _hub;

    public DemoTests(HubFixture hub) => _hub = hub;

    [Fact]
    public async Task The_demonstration_fills_three_spaces_and_running_it_again_adds_nothing()
    {
        var content = DemoContent.Load();
        await DemoExtensions.SeedAsync(_hub.Services, content);
        await DemoExtensions.SeedAsync(_hub.Services, content);
        await _hub.RunJobsAsync();
        var browser = _hub.NewBrowser();
        var author = content.Associations[0];
        await browser.SignInAsync(author.Admin.Email, content.Password);
        browser.Space = author.Slug;

        (await browser.GetAsync<CommonsSearchResultDto>("/api/library/commons-public")).Items.Select(guide => guide.Title).ShouldBe(
            ["Animer un world café au jardin", "Animer un world café", "Lancer un compost de quartier", "Suivre une décision jusqu’au bout"], ignoreOrder: true);
        (await browser.GetAsync<PagedResultDto<GuideListItemDto>>("/api/library/guide")).TotalCount.ShouldBe(1);
        var letter = (await browser.GetAsync<CursorPagedResultDto<CampaignDto>>("/api/mailing/campaign")).Items.ShouldHaveSingleItem();
        letter.Status.ShouldBe(CampaignStatus.Sent);
        letter.Counts.Total.ShouldBe(author.Contacts.Count);
        _hub.Mail.To("aicha.benali@courriel.example").ShouldHaveSingleItem().Subject.ShouldBe(letter.Subject);
    }
}
