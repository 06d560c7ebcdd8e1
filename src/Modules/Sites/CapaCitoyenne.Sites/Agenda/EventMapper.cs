using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Agenda;

internal static class EventMapper
{
    public static EventTimes ToTimes(this EventTimesDto dto) => new(dto.StartDay, dto.StartTime, dto.EndDay, dto.EndTime);

    public static EventTimesDto ToDto(this EventTimes times) => new() { StartDay = times.StartDay, StartTime = times.StartTime, EndDay = times.EndDay, EndTime = times.EndTime };

    public static Recurrence ToRecurrence(this RecurrenceDto dto) => new(dto.Kind, dto.Interval, dto.Weekdays, dto.IsLast, dto.Until, dto.Count);

    public static EventListItemDto ToListItemDto(this Event one, EventWording wording, DateOnly today) => Fill(new EventListItemDto(), one, wording, today);

    public static EventDto ToDto(this Event one, EventWording wording, DateOnly today)
    {
        var dto = Fill(new EventDto(), one, wording, today);
        dto.Markdown = one.Markdown;
        dto.Times = one.Times.ToDto();
        dto.Recurrence = one.Recurrence is not { } r ? null
            : new RecurrenceDto { Kind = r.Kind, Interval = r.Interval, Weekdays = r.Weekdays, IsLast = r.IsLast, Until = r.Until, Count = r.Count };
        dto.Changes = [.. one.Changes.Select(change => new EventChangeDto { Day = change.Day, Kind = change.Kind, Reason = change.Reason, Times = change.Times?.ToDto() })];
        dto.PlaceAddress = one.PlaceAddress;
        dto.RemoteUrl = one.RemoteUrl;
        dto.Image = one.ImageId is { } image ? Urn.Of("media", image) : null;
        dto.ImageAlt = one.ImageAlt;
        dto.ImageIsDecorative = one.ImageIsDecorative;
        dto.CancellationReason = one.CancellationReason;
        dto.Seats = one.Seats;
        dto.MaxPersons = one.MaxPersons;
        dto.RetentionDays = one.RetentionDays;
        dto.Sequence = one.Sequence;
        dto.WasPublished = one.WasPublished;
        dto.ConcurrencyStamp = one.ConcurrencyStamp;
        return dto;
    }

    /// <summary>The next day on which it takes place, the next one that was called off when none does, or the last one.</summary>
    public static DateOnly NextDay(this Event one, DateOnly today)
    {
        var next = one.Occurrences(today, today.AddYears(1)).ToList();
        return (next.Find(occurrence => !occurrence.IsCancelled) ?? next.FirstOrDefault())?.Times.StartDay
            ?? (one.LastDay < today ? one.LastDay.Value.AddDays(-one.Times.Length) : one.Times.StartDay);
    }

    private static T Fill<T>(T dto, Event one, EventWording wording, DateOnly today) where T : EventListItemDto
    {
        dto.Id = one.Id;
        dto.Title = one.Title;
        dto.Path = one.Path;
        dto.When = wording.When(one);
        dto.NextDay = one.NextDay(today);
        dto.PlaceName = one.PlaceName;
        dto.Category = one.Category;
        dto.IsPublished = one.IsPublished;
        dto.IsCancelled = one.IsCancelled;
        dto.IsRecurring = one.Recurrence is not null;
        dto.HasRegistration = one.HasRegistration;
        return dto;
    }
}
