using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// How an event comes back, as RFC 5545 has it. The first date always fits the rhythm: the day of the week, of the month, or the
/// number of the weekday in the month are taken from it.
/// </summary>
internal sealed record Recurrence(RecurrenceKind Kind, int Interval, IReadOnlyList<DayOfWeek> Weekdays, bool IsLast, DateOnly? Until, int? Count)
{
    private const int LastYear = 2200;
    private const int DaysOfWeek = 7;

    /// <summary>Makes the rhythm fit the first date.</summary>
    /// <exception cref="BusinessException">EventRecurrenceInvalid.</exception>
    public Recurrence StartingOn(DateOnly start)
    {
        if (Interval is < 1 or > 12 || !Enum.IsDefined(Kind) || Weekdays.Any(day => !Enum.IsDefined(day)) || (Until is { } until && (until < start || until.Year > LastYear))
            || (Until is not null && Count is not null) || Count is < 1 or > EventConsts.MaxCount || (Kind == RecurrenceKind.MonthlyByWeekday && IsLast && !IsInLastWeek(start)))
            throw new BusinessException(SitesErrorCodes.EventRecurrenceInvalid);
        return this with
        {
            Weekdays = Kind == RecurrenceKind.Weekly ? [.. Weekdays.Append(start.DayOfWeek).Distinct().OrderBy(day => ((int)day + 6) % DaysOfWeek)] : [],
            // Few months have a fifth Monday.
            IsLast = Kind == RecurrenceKind.MonthlyByWeekday && (IsLast || WeekOf(start) > 4),
        };
    }

    public bool IsEndless => Until is null && Count is null;

    /// <summary>The days on which it begins, in order; without an end when it has none.</summary>
    public IEnumerable<DateOnly> Days(DateOnly start)
    {
        var first = new CalDateTime(start);
        var days = new CalendarEvent { DtStart = first, RecurrenceRule = ToRule(start, Until is { } until ? new CalDateTime(until) : null) };
        return days.GetOccurrences(first).Select(occurrence => DateOnly.FromDateTime(occurrence.Period.StartTime.Value));
    }

    /// <summary>Whether it begins on that day, without counting out the days before: the day may be any that a visitor writes.</summary>
    public bool Includes(DateOnly start, DateOnly day)
    {
        if (day < start || day > Until || day.Year > LastYear) return false;
        if (Count is not null) return Days(start).Contains(day);
        var months = (day.Year - start.Year) * 12 + day.Month - start.Month;
        return Kind switch
        {
            RecurrenceKind.Weekly => Weekdays.Contains(day.DayOfWeek) && (Monday(day) - Monday(start)) / DaysOfWeek % Interval == 0,
            RecurrenceKind.MonthlyByWeekday => months % Interval == 0 && day.DayOfWeek == start.DayOfWeek && (IsLast ? IsInLastWeek(day) : WeekOf(day) == WeekOf(start)),
            _ => months % Interval == 0 && day.Day == start.Day,
        };
    }

    /// <param name="start">The first day.</param>
    /// <param name="until">In the form that the start's form asks for: a day, or an instant in UTC.</param>
    public RecurrenceRule ToRule(DateOnly start, CalDateTime? until)
    {
        var rule = new RecurrenceRule(Kind == RecurrenceKind.Weekly ? FrequencyType.Weekly : FrequencyType.Monthly, Interval) { Until = until, Count = Count };
        switch (Kind)
        {
            case RecurrenceKind.Weekly:
                rule.ByDay = [.. Weekdays.Select(day => new WeekDay(day))];
                break;
            case RecurrenceKind.MonthlyByWeekday:
                rule.ByDay = [new WeekDay(start.DayOfWeek, IsLast ? -1 : WeekOf(start))];
                break;
            default:
                rule.ByMonthDay = [start.Day];
                break;
        }
        return rule;
    }

    /// <summary>1 for the first such weekday of the month.</summary>
    public static int WeekOf(DateOnly day) => (day.Day + DaysOfWeek - 1) / DaysOfWeek;

    private static bool IsInLastWeek(DateOnly day) => day.AddDays(DaysOfWeek).Month != day.Month;

    private static int Monday(DateOnly day) => day.DayNumber - ((int)day.DayOfWeek + 6) % DaysOfWeek;
}
