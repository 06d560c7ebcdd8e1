using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Integration;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Automation;

[Authorize(MailingPermissions.Campaigns.Edit)]
internal sealed class GazetteAppService(ISiteContentIntegrationService site, GazetteWriter writer, ICampaignRepository campaigns) : MailingAppService, IGazetteAppService
{
    private const int DaysToCome = 30;

    /// <summary>Who asks for older news gets those since then.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public async Task<GazetteChoicesDto> GetChoicesAsync(GetGazetteChoicesInput input)
    {
        var since = input.Since ?? await SinceLastLetterAsync();
        var (news, events) = await LoadAsync(since);
        return new GazetteChoicesDto(
            since,
            news.ConvertAll(one => new GazetteNewsDto(one.Id, one.Title, one.Time, one.Excerpt, one.PictureUrn is not null)),
            events.ConvertAll(one => new GazetteEventDto(one.Id, one.Day, one.Title, one.When, one.Place)));
    }

    public async Task<CampaignDto> CreateAsync(CreateGazetteDto input)
    {
        var (news, events) = await LoadAsync(input.Since);
        var picked = news.FindAll(one => input.NewsIds.Contains(one.Id));
        var dates = events.FindAll(one => input.Events.Contains(new GazetteEventPick(one.Id, one.Day)));
        if (picked.Count + dates.Count == 0) throw new BusinessException(MailingErrorCodes.GazetteEmpty);
        var language = (await site.GetLookAsync()).Language;
        var subject = string.IsNullOrWhiteSpace(input.Subject) ? picked.Select(one => one.Title).Append(L["Mailing:Gazette:Events"]).First() : input.Subject.Trim();
        subject = subject[..Math.Min(subject.Length, CampaignConsts.MaxSubjectLength)];
        var campaign = new Campaign(GuidGenerator.Create(), subject, subject, writer.Write(language, null, picked, dates), language, ConsentPurpose.Information, []);
        await campaigns.InsertAsync(campaign, autoSave: true);
        return campaign.ToDto([], L);
    }

    private async Task<(List<SiteNews> News, List<SiteEvent> Events)> LoadAsync(DateOnly since)
    {
        var today = SiteDay.Of(Clock.Now);
        // A day more than asked for at the beginning: the day's bound is that of Paris, and who writes takes out what is old.
        var from = DateTime.SpecifyKind((since < Earliest ? Earliest : since).AddDays(-1).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        return (await site.GetNewsAsync(from, Clock.Now, GazetteConsts.MaxChoices), await site.GetEventsAsync(today, today.AddDays(DaysToCome), GazetteConsts.MaxChoices));
    }

    private async Task<DateOnly> SinceLastLetterAsync()
    {
        var floor = SiteDay.Of(Clock.Now).AddDays(-GazetteConsts.DefaultDays);
        return await campaigns.FindLastSentTimeAsync() is { } sent && SiteDay.Of(sent) < floor ? SiteDay.Of(sent) : floor;
    }
}
