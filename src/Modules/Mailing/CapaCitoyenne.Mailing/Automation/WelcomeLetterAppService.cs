using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Approvals;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Templates;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Automation;

[Authorize(MailingPermissions.Campaigns.Default)]
internal sealed class WelcomeLetterAppService(
    IRepository<WelcomeLetter, Guid> welcomes, ICampaignRepository campaigns, IRepository<MailingList, Guid> lists, LetterDrafts drafts, CampaignRenderer renderer,
    CampaignPreflight preflight, ApprovalRule approvalRule, IAssociationIntegrationService associations, IChunkRepository chunks, IDeliveryRepository deliveries,
    IBackgroundJobManager jobs, LetterTrash trash, IDataFilter dataFilter) : MailingAppService, IWelcomeLetterAppService
{
    public async Task<ListResultDto<WelcomeLetterDto>> GetListAsync()
    {
        var rows = await welcomes.GetListAsync();
        var ids = rows.ConvertAll(welcome => welcome.CampaignId);
        var letters = (await campaigns.GetListAsync(campaign => ids.Contains(campaign.Id))).ToDictionary(campaign => campaign.Id);
        return new ListResultDto<WelcomeLetterDto>([.. rows.OrderBy(welcome => welcome.DelayDays).ThenBy(welcome => welcome.CreationTime).Select(welcome => ToDto(welcome, letters[welcome.CampaignId]))]);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<WelcomeLetterDto> CreateAsync(CreateWelcomeLetterDto input)
    {
        var list = await lists.GetAsync(input.ListId);
        if (await welcomes.CountAsync(welcome => welcome.ListId == list.Id) >= WelcomeConsts.MaxLettersPerList)
            throw new BusinessException(MailingErrorCodes.WelcomeTooMany).WithData("Max", WelcomeConsts.MaxLettersPerList);
        var draft = await drafts.GetAsync(string.IsNullOrWhiteSpace(input.Template) ? "welcome" : input.Template);
        var campaign = Campaign.From(GuidGenerator.Create(), draft, draft.Subject, [list.Id], CampaignKind.Welcome);
        await campaigns.InsertAsync(campaign, autoSave: true);
        var welcome = new WelcomeLetter(GuidGenerator.Create(), campaign.Id, list.Id, input.DelayDays);
        await welcomes.InsertAsync(welcome, autoSave: true);
        return ToDto(welcome, campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<WelcomeLetterDto> UpdateAsync(Guid id, UpdateWelcomeLetterDto input)
    {
        var welcome = await welcomes.GetAsync(id);
        welcome.Delay(input.DelayDays);
        await welcomes.UpdateAsync(welcome, autoSave: true);
        return ToDto(welcome, await campaigns.GetAsync(welcome.CampaignId));
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<WelcomeLetterDto> StartAsync(Guid id)
    {
        var (welcome, campaign) = await LoadAsync(id);
        if (!await associations.IsConfirmedAsync(CurrentTenant.Id!.Value)) throw new BusinessException(MailingErrorCodes.AssociationNotConfirmed);
        await approvalRule.EnsureApprovedAsync(campaign);
        (await preflight.RunAsync(campaign)).EnsureCanSend();
        var letter = await renderer.RenderAsync(campaign);
        campaign.BeginWelcoming(letter.Subject, letter.Html, letter.Text);
        welcome.Start(Clock.Now);
        return await SaveAsync(welcome, campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<WelcomeLetterDto> StopAsync(Guid id)
    {
        var (welcome, campaign) = await LoadAsync(id);
        campaign.EndWelcoming();
        return await SaveAsync(welcome, campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task DeleteAsync(Guid id)
    {
        var (welcome, campaign) = await LoadAsync(id);
        await welcomes.DeleteAsync(welcome);
        if (campaign.RecipientCount == 0) await campaigns.DeleteAsync(campaign);
        else
        {
            campaign.CloseWelcoming();
            await campaigns.UpdateAsync(campaign, autoSave: true);
            await chunks.CancelReadyAsync(campaign.Id);
            await deliveries.CancelQueuedAsync(campaign.Id, Clock.Now);
            await jobs.EnqueueAsync(new DeliverArgs(campaign.Id));
        }
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<WelcomeLetterDto> RestoreAsync(Guid id)
    {
        using var everything = dataFilter.Disable<ISoftDelete>();
        var (welcome, campaign) = await LoadAsync(id);
        await trash.RestoreAsync(welcome, campaign);
        return ToDto(welcome, campaign);
    }

    private async Task<(WelcomeLetter Welcome, Campaign Campaign)> LoadAsync(Guid id)
    {
        var welcome = await welcomes.GetAsync(id);
        return (welcome, await campaigns.GetAsync(welcome.CampaignId));
    }

    private async Task<WelcomeLetterDto> SaveAsync(WelcomeLetter welcome, Campaign campaign)
    {
        await campaigns.UpdateAsync(campaign, autoSave: true);
        await welcomes.UpdateAsync(welcome, autoSave: true);
        return ToDto(welcome, campaign);
    }

    private static WelcomeLetterDto ToDto(WelcomeLetter welcome, Campaign campaign) => new()
    {
        Id = welcome.Id, CampaignId = campaign.Id, ListId = welcome.ListId, DelayDays = welcome.DelayDays, Subject = campaign.Subject, Status = campaign.Status,
        Since = welcome.Since, Recipients = campaign.RecipientCount,
    };
}
