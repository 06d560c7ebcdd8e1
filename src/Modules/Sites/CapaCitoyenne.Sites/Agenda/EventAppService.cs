using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Search;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Agenda;

[Authorize(SitesPermissions.Events.Default)]
internal sealed class EventAppService(
    IEventRepository events, IRegistrationRepository registrations, RegistrationManager registrationManager, EventManager manager, EventIndexer indexer, SiteManager siteManager, EventWording wording,
    IRepository<Media.MediaFile, Guid> media) : SitesAppService, IEventAppService
{
    private const int MaxOccurrences = 60;

    private DateOnly Today => SiteDay.Of(Clock.Now);

    public async Task<PagedResultDto<EventListItemDto>> GetListAsync(GetEventsInput input)
    {
        var words = new FoldedWords(input.Filter);
        if (input.IsOver)
        {
            var (over, count) = await FindOverAsync(words, input);
            return new(count, over.ConvertAll(one => one.ToListItemDto(wording, Today)));
        }
        var upcoming = (await events.GetUpcomingAsync(Today, onlyPublished: false)).Where(one => words.AreIn(one.Title)).Select(one => one.ToListItemDto(wording, Today)).ToList();
        return new(upcoming.Count, [.. upcoming.OrderBy(one => one.NextDay).ThenBy(one => one.Title, StringComparer.CurrentCulture).Skip(input.SkipCount).Take(input.MaxResultCount)]);
    }

    private async Task<(List<Event> Found, long Count)> FindOverAsync(FoldedWords words, PagedResultRequestDto page)
    {
        if (words.AreNone) return (await events.GetOverAsync(Today, page.SkipCount, page.MaxResultCount), await events.CountOverAsync(Today));
        var ids = (await events.GetTitlesOfOverAsync(Today, PageConsts.MaxSearched)).Where(one => words.AreIn(one.Title)).Select(one => one.Id).ToList();
        var shown = ids.Skip(page.SkipCount).Take(page.MaxResultCount).ToList();
        return ([.. (await events.GetListAsync(one => shown.Contains(one.Id))).OrderBy(one => shown.IndexOf(one.Id))], ids.Count);
    }

    public async Task<EventDto> GetAsync(Guid id) => ToDto(await events.GetAsync(id));

    [Authorize(SitesPermissions.Events.Edit)]
    public async Task<EventDto> CreateAsync(SaveEventInput input)
    {
        await manager.CheckRoomAsync();
        var one = new Event(GuidGenerator.Create(), CurrentTenant.Id!.Value, input.Title, "", input.Times.ToTimes());
        await FillAsync(one, input);
        one.Changed(Clock.Now);
        await events.InsertAsync(one);
        return ToDto(one);
    }

    [Authorize(SitesPermissions.Events.Edit)]
    public async Task<EventDto> UpdateAsync(Guid id, SaveEventInput input)
    {
        var one = await events.GetAsync(id);
        return await ChangeAsync(one, () => FillAsync(one, input), tellsMoves: input.TellsMoves);
    }

    [Authorize(SitesPermissions.Events.Publish)]
    public async Task<EventDto> PublishAsync(Guid id)
    {
        await siteManager.CheckMayPublishAsync();
        var one = await events.GetAsync(id);
        return await ChangeAsync(one, () => one.Publish(Clock.Now));
    }

    [Authorize(SitesPermissions.Events.Publish)]
    public async Task<EventDto> UnpublishAsync(Guid id)
    {
        var one = await events.GetAsync(id);
        one.Unpublish();
        await ChangedAsync(one, isVisible: true);
        return ToDto(one);
    }

    [Authorize(SitesPermissions.Events.Publish)]
    public async Task<EventDto> CancelAsync(Guid id, CancelEventInput input)
    {
        var one = await events.GetAsync(id);
        return await ChangeAsync(one, () => one.Cancel(input.Reason), input.Reason);
    }

    [Authorize(SitesPermissions.Events.Publish)]
    public async Task<EventDto> RestoreAsync(Guid id)
    {
        var one = await events.GetAsync(id);
        return await ChangeAsync(one, one.Restore);
    }

    [Authorize(SitesPermissions.Events.Edit)]
    public async Task<EventDto> ChangeOccurrenceAsync(Guid id, ChangeOccurrenceInput input)
    {
        var one = await events.GetAsync(id);
        var times = input is { Kind: EventChangeKind.Moved, Times: { } given } ? given.ToTimes() : null;
        if (input.Kind == EventChangeKind.Moved && times is null) throw new BusinessException(SitesErrorCodes.EventTimesInvalid).WithData("MaxDays", EventConsts.MaxDays);
        var change = input.Kind is { } kind ? new EventChange(input.Day, kind, string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(), times) : null;
        return await ChangeAsync(one, () => one.ChangeOccurrence(input.Day, change), input.Reason, input.TellsMoves);
    }

    public async Task<ListResultDto<OccurrenceDto>> GetOccurrencesAsync(Guid id)
    {
        var one = await events.GetAsync(id);
        var from = one.Recurrence is null ? DateOnly.MinValue : Today;
        var people = (await registrations.SumByDayAsync(id, from)).ToLookup(sum => sum.Day);
        var days = one.DaysUntil(one.Recurrence is null ? DateOnly.MaxValue : Today.AddYears(3)).Select(one.Occurrence).Where(occurrence => occurrence.Times.EndDay >= from).Take(MaxOccurrences);
        return new([.. days.Select(occurrence => new OccurrenceDto
        {
            Day = occurrence.Day, Times = occurrence.Times.ToDto(), When = wording.When(occurrence.Times), Change = occurrence.Change?.Kind, Reason = occurrence.Change?.Reason,
            Confirmed = people[occurrence.Day].Where(sum => sum.State == RegistrationState.Confirmed).Sum(sum => sum.Persons),
            Waiting = people[occurrence.Day].Where(sum => sum.State == RegistrationState.Waiting).Sum(sum => sum.Persons),
        })]);
    }

    [Authorize(SitesPermissions.Events.Publish)]
    public async Task DeleteAsync(Guid id)
    {
        var one = await events.GetAsync(id);
        one.PrepareDeletion();
        await events.DeleteAsync(one);
    }

    public async Task<ListResultDto<EventCategoryDto>> GetCategoriesAsync()
        => new((await events.GetCategoriesAsync(onlyPublished: false)).ConvertAll(category => new EventCategoryDto { Name = category.Name, Slug = category.Slug }));

    private async Task FillAsync(Event one, SaveEventInput input)
    {
        one.ConcurrencyStamp = input.ConcurrencyStamp ?? one.ConcurrencyStamp;
        one.Describe(input.Title, one.WasPublished ? one.Slug : await manager.ChooseSlugAsync(one.Id, input.Title), input.Markdown, input.Category, input.Category is null ? null : EventCategory.SlugOf(input.Category));
        one.Locate(input.PlaceName, input.PlaceAddress, input.RemoteUrl);
        one.Schedule(input.Times.ToTimes(), input.Recurrence?.ToRecurrence());
        one.SetRegistration(input.HasRegistration, input.Seats, input.MaxPersons, input.RetentionDays);
        // A picture of another space, or one that is gone, is none.
        var image = input.Image is null ? null : Urn.IdOf(input.Image);
        one.Picture(image is { } imageId && await media.AnyAsync(file => file.Id == imageId) ? imageId : null, input.ImageAlt, input.ImageIsDecorative);
    }

    /// <summary>Makes a change of which those who signed up are told.</summary>
    private async Task<EventDto> ChangeAsync(Event one, Func<Task> change, string? reason = null, bool tellsMoves = true)
    {
        var before = await registrationManager.HoldAsync(one);
        await change();
        await ChangedAsync(one);
        await registrationManager.FollowAsync(one, before, reason, tellsMoves);
        return ToDto(one);
    }

    private Task<EventDto> ChangeAsync(Event one, Action change, string? reason = null, bool tellsMoves = true) => ChangeAsync(one, () =>
    {
        change();
        return Task.CompletedTask;
    }, reason, tellsMoves);

    private async Task ChangedAsync(Event one, bool isVisible = false)
    {
        one.Changed(Clock.Now);
        await events.UpdateAsync(one, autoSave: true);
        await indexer.UpdateAsync(one);
        if (one.IsPublished || isVisible) await siteManager.ContentChangedAsync();
    }

    private EventDto ToDto(Event one) => one.ToDto(wording, Today);
}
