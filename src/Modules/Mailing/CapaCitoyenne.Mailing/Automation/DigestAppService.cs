using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Sites.Integration;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Automation;

[Authorize(MailingPermissions.Campaigns.Default)]
internal sealed class DigestAppService(IDigestRepository digests, ISiteContentIntegrationService site, IDataFilter dataFilter) : MailingAppService, IDigestAppService
{
    private const int MaxWaiting = 50;

    public async Task<ListResultDto<DigestDto>> GetListAsync()
    {
        var rows = (await digests.GetListAsync()).OrderBy(digest => digest.CreationTime).ToList();
        if (rows.Count == 0) return new ListResultDto<DigestDto>([]);
        // One look at the site serves all: the oldest bound holds the news of every digest.
        var news = await site.GetNewsAsync(rows.Min(digest => digest.CoveredUntil), Clock.Now, MaxWaiting);
        return new ListResultDto<DigestDto>([.. rows.Select(digest => ToDto(digest, news.Count(one => one.Time >= digest.CoveredUntil)))]);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<DigestDto> CreateAsync(CreateUpdateDigestDto input)
    {
        await EnsureRoomAsync();
        var digest = new Digest(GuidGenerator.Create(), ToPlan(input), Clock.Now);
        await digests.InsertAsync(digest, autoSave: true);
        return ToDto(digest, 0);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public Task<DigestDto> UpdateAsync(Guid id, CreateUpdateDigestDto input) => ChangeAsync(id, digest => digest.Update(ToPlan(input), Clock.Now));

    [Authorize(MailingPermissions.Campaigns.Send)]
    public Task<DigestDto> PauseAsync(Guid id) => ChangeAsync(id, digest => digest.Pause());

    [Authorize(MailingPermissions.Campaigns.Send)]
    public Task<DigestDto> ResumeAsync(Guid id) => ChangeAsync(id, digest => digest.Resume(Clock.Now));

    [Authorize(MailingPermissions.Campaigns.Send)]
    public Task DeleteAsync(Guid id) => digests.DeleteAsync(id);

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<DigestDto> RestoreAsync(Guid id)
    {
        await EnsureRoomAsync();
        using var everything = dataFilter.Disable<ISoftDelete>();
        return await ChangeAsync(id, digest => digest.Restore());
    }

    private async Task EnsureRoomAsync()
    {
        if (await digests.GetCountAsync() >= DigestConsts.MaxDigests) throw new BusinessException(MailingErrorCodes.DigestTooMany).WithData("Max", DigestConsts.MaxDigests);
    }

    private async Task<DigestDto> ChangeAsync(Guid id, Action<Digest> change)
    {
        var digest = await digests.GetAsync(id);
        change(digest);
        await digests.UpdateAsync(digest, autoSave: true);
        return ToDto(digest, (await site.GetNewsAsync(digest.CoveredUntil, Clock.Now, MaxWaiting)).Count);
    }

    private static DigestPlan ToPlan(CreateUpdateDigestDto input) => new(
        input.Subject, input.Intro, input.ListIds, new DigestSchedule(input.Rhythm, input.Weekday, input.Time), input.SendsItself, input.HasEvents);

    private static DigestDto ToDto(Digest digest, int waiting) => new()
    {
        Id = digest.Id, Subject = digest.Subject, Intro = digest.Intro, ListIds = [.. digest.ListIds], Rhythm = digest.Rhythm, Weekday = digest.Weekday, Time = digest.Time,
        SendsItself = digest.SendsItself, HasEvents = digest.HasEvents, IsPaused = digest.IsPaused, NextTime = digest.NextTime, CoveredUntil = digest.CoveredUntil,
        WaitingNews = waiting, LastCampaignId = digest.LastCampaignId, LastCampaignTime = digest.LastCampaignTime,
    };
}
