using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// When something takes place, by the clocks of Paris: a weekly 19:00 stays 19:00 over the change of summer time, since no instant is stored.
/// Without times it is whole days, the last one included.
/// </summary>
internal sealed record EventTimes(DateOnly StartDay, TimeOnly? StartTime, DateOnly EndDay, TimeOnly? EndTime)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public bool IsAllDay => StartTime is null;

    /// <summary>Days from the first to the last.</summary>
    public int Length => EndDay.DayNumber - StartDay.DayNumber;

    /// <summary>The instants of Paris's wall clock, UTC; an hour that a spring night leaves out is taken as the one after it.</summary>
    public DateTime StartUtc => SiteDay.ToUtc(StartDay, StartTime ?? TimeOnly.MinValue);

    public DateTime EndUtc => IsAllDay ? SiteDay.ToUtc(EndDay.AddDays(1), TimeOnly.MinValue) : SiteDay.ToUtc(EndDay, EndTime!.Value);

    /// <summary>The same, beginning on another day.</summary>
    public EventTimes On(DateOnly day) => this with { StartDay = day, EndDay = day.AddDays(Length) };

    /// <exception cref="BusinessException">EventTimesInvalid.</exception>
    public EventTimes Checked()
    {
        var isValid = StartDay.Year is >= FirstYear and <= LastYear && EndDay.Year is >= FirstYear and <= LastYear && Length is >= 0 and <= EventConsts.MaxDays
            && (StartTime is null) == (EndTime is null)
            && (StartTime is null || Length > 0 || EndTime > StartTime);
        return isValid ? this : throw new BusinessException(SitesErrorCodes.EventTimesInvalid).WithData("MaxDays", EventConsts.MaxDays);
    }
}

/// <summary>One time that an event takes place.</summary>
/// <param name="Day">Names it: the day on which it begins by the rhythm.</param>
internal sealed record Occurrence(DateOnly Day, EventTimes Times, EventChange? Change)
{
    public bool IsCancelled => Change?.Kind == EventChangeKind.Cancelled;
}

/// <summary>A date that differs from the rhythm.</summary>
internal sealed record EventChange(DateOnly Day, EventChangeKind Kind, string? Reason, EventTimes? Times);
