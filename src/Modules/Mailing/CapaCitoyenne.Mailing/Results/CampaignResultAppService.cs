using System.Security.Cryptography;
using System.Text;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Results;

[Authorize(MailingPermissions.Campaigns.Default)]
internal sealed class CampaignResultAppService(
    ICampaignRepository campaigns, IDeliveryRepository deliveries, IResultRepository results, IAudienceRepository audience,
    LetterMeasurements measurements, IAssociationIntegrationService associations) : MailingAppService, ICampaignResultAppService
{
    public async Task<CampaignResultDto> GetAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        var result = new CampaignResultDto
        {
            Counts = (await deliveries.CountByStateAsync(id)).ToDto(),
            Reasons = (await results.GetReasonsAsync(id)).ToDtos(L),
            ResendOfId = campaign.ResendOfId,
            Measurement = await measurements.FindAsync(id),
            ResentAsId = (await campaigns.FindAsync(c => c.ResendOfId == id))?.Id,
        };
        if (campaign.HasLeft)
        {
            result.Resendable = await audience.CountAsync(Again(campaign, withDoubt: false));
            result.ResendableWithDoubt = await audience.CountAsync(Again(campaign, withDoubt: true));
        }

        return result;
    }

    [Idempotent]
    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<ResendResultDto> ResendAsync(Guid id, ResendCampaignDto input)
    {
        var campaign = await campaigns.GetAsync(id);
        var again = Again(campaign, input.IncludeInDoubt);
        if (await campaigns.AnyAsync(c => c.ResendOfId == id)) throw new BusinessException(MailingErrorCodes.CampaignAlreadyResent);
        var recipients = await audience.CountAsync(again);
        if (recipients == 0) throw new BusinessException(MailingErrorCodes.NobodyToResendTo);
        await campaigns.InsertAsync(again, autoSave: true);
        return new ResendResultDto(again.Id, recipients);
    }

    [Authorize(MailingPermissions.Contacts.Export)]
    public async Task<CampaignCertificateDto> GetCertificateAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        if (!campaign.HasLeft) throw new BusinessException(MailingErrorCodes.CampaignNotSent);
        var query = new LedgerQuery(id, LedgerStates.NotReached, Filter: null, AfterEmail: null, CampaignCertificateDto.MaxNotReached);
        var notReached = await results.GetPageAsync(query);
        var association = (await associations.GetListAsync([CurrentTenant.Id!.Value])).FirstOrDefault();
        var letter = $"{campaign.RenderedSubject}\n{campaign.RenderedHtml}\n{campaign.RenderedText}";
        return new CampaignCertificateDto(
            association?.Name ?? CurrentTenant.Name ?? "", campaign.Subject, campaign.Purpose, campaign.ScheduledTime, await results.FindFirstTimeAsync(id),
            campaign.SentTime, Clock.Now, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter))),
            (await deliveries.CountByStateAsync(id)).ToDto(), [.. notReached.Select(line => line.ToDto(L))]);
    }

    private Campaign Again(Campaign campaign, bool withDoubt)
    {
        string name = L["Mailing:Resend:Name", campaign.Name];
        return campaign.Again(GuidGenerator.Create(), name[..Math.Min(name.Length, CampaignConsts.MaxNameLength)], withDoubt);
    }
}
