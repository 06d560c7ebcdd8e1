using CapaCitoyenne.Abp;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class CampaignStatesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>What each command leads to; « no » = a worded refusal.</summary>
    [Theory]
    [InlineData(CampaignStatus.Draft, "no", "no", "no")]
    [InlineData(CampaignStatus.Scheduled, "Paused", "no", "Draft")]
    [InlineData(CampaignStatus.Freezing, "Paused", "no", "Cancelled")]
    [InlineData(CampaignStatus.Sending, "Paused", "no", "Cancelled")]
    [InlineData(CampaignStatus.Paused, "no", "Sending", "Cancelled")]
    [InlineData(CampaignStatus.Sent, "no", "no", "no")]
    [InlineData(CampaignStatus.Cancelled, "no", "no", "no")]
    public void Pause_resume_and_cancel_from_every_state(CampaignStatus status, string afterPause, string afterResume, string afterCancel)
    {
        After(status, c => c.Pause()).ShouldBe(afterPause);
        After(status, c => c.Resume()).ShouldBe(afterResume);
        After(status, c => c.Cancel(Now)).ShouldBe(afterCancel);
    }

    [Theory]
    [InlineData(CampaignStatus.Scheduled)]
    [InlineData(CampaignStatus.Freezing)]
    [InlineData(CampaignStatus.Sending)]
    public void A_resumed_campaign_is_where_it_was(CampaignStatus status)
    {
        var campaign = In(status);
        campaign.Pause();
        campaign.Resume();
        campaign.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(1, "Cancelled")]
    [InlineData(0, "no")]
    [InlineData(-1, "no")]
    public void A_sent_letter_is_called_back_until_the_provider_lets_it_go(int minutesLeft, string expected)
    {
        var campaign = In(CampaignStatus.Sending);
        campaign.Finish(Now, Now.AddMinutes(minutesLeft));
        After(campaign, c => c.Cancel(Now)).ShouldBe(expected);
    }

    private static string After(CampaignStatus status, Action<Campaign> command) => After(In(status), command);

    private static string After(Campaign campaign, Action<Campaign> command)
    {
        try
        {
            command(campaign);
            return campaign.Status.ToString();
        }
        catch (BusinessException)
        {
            return "no";
        }
    }

    private static Campaign In(CampaignStatus status)
    {
        var campaign = new Campaign(Guid.NewGuid(), "Lettre", "Bonjour", "{}", "fr", ConsentPurpose.Information, []);
        if (status == CampaignStatus.Draft) return campaign;
        campaign.Order(Now);
        if (status == CampaignStatus.Scheduled) return campaign;
        campaign.BeginFreezing("Bonjour", "", "");
        if (status == CampaignStatus.Freezing) return campaign;
        campaign.BeginSending();
        if (status == CampaignStatus.Paused) campaign.Pause();
        if (status == CampaignStatus.Sent) campaign.Finish(Now);
        if (status == CampaignStatus.Cancelled) campaign.Cancel(Now);
        return campaign;
    }
}
