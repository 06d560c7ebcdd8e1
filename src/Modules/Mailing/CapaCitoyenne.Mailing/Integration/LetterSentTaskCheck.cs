using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>The exercise « send a letter and look at what became of it ».</summary>
internal sealed class LetterSentTaskCheck(IRepository<Campaign, Guid> campaigns, IStringLocalizer<MailingResource> localizer) : ITaskCheck
{
    public string Name => TaskNames.LetterSent;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId)
    {
        if (await campaigns.AnyAsync(c => c.Status == CampaignStatus.Sent && c.RecipientCount > 0)) return new TaskCheckResult(true, []);
        var isOnItsWay = await campaigns.AnyAsync(c => c.Status == CampaignStatus.Scheduled || c.Status == CampaignStatus.Freezing || c.Status == CampaignStatus.Sending);
        return new TaskCheckResult(false, [new TaskCheckFinding(localizer[isOnItsWay ? "Mailing:Check:OnItsWay" : "Mailing:Check:NoLetter"], "lettres")]);
    }
}
