using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>Letters that show pictures of the library, those that were sent among them.</summary>
internal sealed class CampaignMediaUsageProvider(ICampaignRepository campaigns, IAsyncQueryableExecuter executer) : IMediaUsageProvider
{
    public async Task<List<MediaUse>> FindAsync(string text)
    {
        var found = await executer.ToListAsync((await campaigns.GetQueryableAsync())
            .Where(campaign => campaign.ContentJson.Contains(text)).Select(campaign => new { campaign.Id, campaign.Name, campaign.ContentJson }));
        return found.ConvertAll(campaign => new MediaUse("letter", campaign.Id, campaign.Name, "lettres/" + campaign.Id, MediaUrns.In(campaign.ContentJson)));
    }
}
