using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>When something takes place, as clocks in Paris show it. Without times: whole days, the last one included.</summary>
public class EventTimesDto
{
    public DateOnly StartDay { get; set; }

    /// <summary><c>19:00:00</c>.</summary>
    public TimeOnly? StartTime { get; set; }

    public DateOnly EndDay { get; set; }

    public TimeOnly? EndTime { get; set; }
}

/// <summary>How an event comes back; without an end it does so until it is changed.</summary>
public class RecurrenceDto
{
    public RecurrenceKind Kind { get; set; }

    /// <summary>Every so many weeks or months.</summary>
    [Range(1, 12)]
    public int Interval { get; set; } = 1;

    /// <summary>For weekly events; the weekday of the first date is always one of them.</summary>
    [MaxLength(7)]
    public IReadOnlyList<DayOfWeek> Weekdays { get; set; } = [];

    /// <summary>The last such weekday of the month rather than the second, third…</summary>
    public bool IsLast { get; set; }

    public DateOnly? Until { get; set; }

    [Range(1, EventConsts.MaxCount)]
    public int? Count { get; set; }
}

/// <summary>A date that differs from the rhythm.</summary>
public class EventChangeDto
{
    /// <summary>The day on which it would have begun.</summary>
    public DateOnly Day { get; set; }

    public EventChangeKind Kind { get; set; }
    public string? Reason { get; set; }

    /// <summary>For <see cref="EventChangeKind.Moved"/>.</summary>
    public EventTimesDto? Times { get; set; }
}

/// <summary>An event in a list.</summary>
public class EventListItemDto : EntityDto<Guid>
{
    public string Title { get; set; } = "";

    /// <summary>Address on the site: <c>/agenda/fete-du-quai</c>.</summary>
    public string Path { get; set; } = "";

    /// <summary>In words, in the caller's language: « chaque mardi, de 19 h à 21 h ».</summary>
    public string When { get; set; } = "";

    /// <summary>The next time it takes place; the last one when it is over.</summary>
    public DateOnly NextDay { get; set; }
    public string? PlaceName { get; set; }
    public string? Category { get; set; }
    public bool IsPublished { get; set; }
    public bool IsCancelled { get; set; }
    public bool IsRecurring { get; set; }
    public bool HasRegistration { get; set; }
}

public class EventDto : EventListItemDto
{
    public string? Markdown { get; set; }
    public EventTimesDto Times { get; set; } = new();
    public RecurrenceDto? Recurrence { get; set; }
    public IReadOnlyList<EventChangeDto> Changes { get; set; } = [];
    public string? PlaceAddress { get; set; }
    public string? RemoteUrl { get; set; }

    /// <summary>A picture of the space, <c>media:…</c>.</summary>
    public string? Image { get; set; }

    /// <summary>What is to be seen; empty as long as nobody said it, and when the picture is decorative.</summary>
    public string? ImageAlt { get; set; }
    public bool ImageIsDecorative { get; set; }
    public string? CancellationReason { get; set; }
    public int? Seats { get; set; }
    public int MaxPersons { get; set; }
    public int RetentionDays { get; set; }

    /// <summary>Goes up with every change that calendars should take over.</summary>
    public int Sequence { get; set; }

    /// <summary>Was online once: it is called off rather than deleted.</summary>
    public bool WasPublished { get; set; }
    public string ConcurrencyStamp { get; set; } = "";
}

/// <summary>What an event is made of, when it is made and whenever it is saved.</summary>
public class SaveEventInput
{
    [Required, StringLength(EventConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    [StringLength(EventConsts.MaxMarkdownLength)]
    public string? Markdown { get; set; }

    [Required]
    public EventTimesDto Times { get; set; } = new();

    public RecurrenceDto? Recurrence { get; set; }

    [StringLength(EventConsts.MaxPlaceNameLength)]
    public string? PlaceName { get; set; }

    [StringLength(EventConsts.MaxPlaceAddressLength)]
    public string? PlaceAddress { get; set; }

    /// <summary>Address of the meeting on the web, http or https.</summary>
    [StringLength(EventConsts.MaxUrlLength)]
    public string? RemoteUrl { get; set; }

    [StringLength(EventConsts.MaxCategoryLength)]
    public string? Category { get; set; }

    [StringLength(60)]
    public string? Image { get; set; }

    /// <summary>Needed to publish, unless the picture is decorative.</summary>
    [StringLength(EventConsts.MaxAltLength)]
    public string? ImageAlt { get; set; }

    public bool ImageIsDecorative { get; set; }

    /// <summary>Readers may sign up.</summary>
    public bool HasRegistration { get; set; }

    /// <summary>How many people may come, each time; without it as many as like.</summary>
    [Range(1, EventConsts.MaxSeats)]
    public int? Seats { get; set; }

    /// <summary>How many people one sign-up may bring.</summary>
    [Range(1, EventConsts.MaxPersons)]
    public int MaxPersons { get; set; } = 4;

    /// <summary>One of <see cref="EventConsts.RetentionDays"/>.</summary>
    public int RetentionDays { get; set; } = EventConsts.DefaultRetentionDays;

    /// <summary>Those who signed up are written to when time or place change; not when only a slip of the pen is put right.</summary>
    public bool TellsMoves { get; set; } = true;

    /// <summary>Of the state that was read; another's change since is 409.</summary>
    [StringLength(40)]
    public string? ConcurrencyStamp { get; set; }
}

public class GetEventsInput : PagedResultRequestDto
{
    /// <summary>Those that are over, the latest first, instead of those to come.</summary>
    public bool IsOver { get; set; }

    /// <summary>Words of the title; accents and case do not matter. Of those that are over the latest 5,000 are looked through.</summary>
    [StringLength(Pages.PageConsts.MaxFilterLength)]
    public string? Filter { get; set; }
}

public class CancelEventInput
{
    /// <summary>Shown to readers.</summary>
    [StringLength(EventConsts.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>Changes one date of a repeated event; without a kind it goes back to the rhythm.</summary>
public class ChangeOccurrenceInput
{
    /// <summary>The day on which it would have begun.</summary>
    public DateOnly Day { get; set; }

    public EventChangeKind? Kind { get; set; }

    [StringLength(EventConsts.MaxReasonLength)]
    public string? Reason { get; set; }

    public EventTimesDto? Times { get; set; }

    /// <summary>Those who signed up for that date are written to when it moves. That it is off, or on after all, they always hear.</summary>
    public bool TellsMoves { get; set; } = true;
}

/// <summary>One time that an event takes place.</summary>
public class OccurrenceDto
{
    /// <summary>Names it: the day on which it begins by the rhythm.</summary>
    public DateOnly Day { get; set; }

    public EventTimesDto Times { get; set; } = new();

    /// <summary>In words.</summary>
    public string When { get; set; } = "";
    public EventChangeKind? Change { get; set; }
    public string? Reason { get; set; }

    /// <summary>People who are coming.</summary>
    public int Confirmed { get; set; }

    public int Waiting { get; set; }
}

/// <summary>A heading under which events are sorted.</summary>
public class EventCategoryDto
{
    public string Name { get; set; } = "";
    public string Slug { get; set; } = "";
}
