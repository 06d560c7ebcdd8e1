using System.Globalization;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Times and rhythms in words, in the language of the moment: « chaque premier lundi du mois, de 19 h à 21 h 30 ».</summary>
internal sealed class EventWording(IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    /// <summary>One time: « mardi 1er décembre 2026, de 19 h à 21 h ».</summary>
    public string When(EventTimes times)
    {
        if (times.Length == 0) return times.IsAllDay ? Day(times.StartDay) : localizer["Agenda:When:DayHours", Day(times.StartDay), Hours(times)];
        return times.IsAllDay
            ? localizer["Agenda:When:Days", Day(times.StartDay), Day(times.EndDay)]
            : localizer["Agenda:When:DaysHours", Day(times.StartDay), Hour(times.StartTime!.Value), Day(times.EndDay), Hour(times.EndTime!.Value)];
    }

    /// <summary>All times of an event: its rhythm, or its one time.</summary>
    public string When(Event @event) => @event.Recurrence is { } recurrence ? Rhythm(@event.Times, recurrence) : When(@event.Times);

    public string Rhythm(EventTimes times, Recurrence recurrence)
    {
        var many = recurrence.Interval > 1;
        string rhythm = recurrence.Kind switch
        {
            RecurrenceKind.Weekly => localizer[many ? "Agenda:Rhythm:WeeklyMany" : "Agenda:Rhythm:Weekly", Join(recurrence.Weekdays.Select(Name)), recurrence.Interval],
            RecurrenceKind.MonthlyByWeekday => localizer[
                many ? "Agenda:Rhythm:ByWeekdayMany" : "Agenda:Rhythm:ByWeekday",
                localizer["Agenda:Rhythm:Week" + (recurrence.IsLast ? "Last" : Recurrence.WeekOf(times.StartDay).ToString(CultureInfo.InvariantCulture))],
                Name(times.StartDay.DayOfWeek), recurrence.Interval],
            _ => localizer[many ? "Agenda:Rhythm:ByDateMany" : "Agenda:Rhythm:ByDate", times.StartDay.Day == 1 ? localizer["Agenda:First"] : times.StartDay.Day, recurrence.Interval],
        };
        if (!times.IsAllDay) rhythm = localizer["Agenda:When:DayHours", rhythm, Hours(times)];
        else if (times.Length > 0) rhythm = localizer["Agenda:Rhythm:Days", rhythm, times.Length + 1];
        if (recurrence.Until is { } until) rhythm = localizer["Agenda:Rhythm:Until", rhythm, ShortDay(until)];
        if (recurrence.Count is { } count) rhythm = localizer["Agenda:Rhythm:Count", rhythm, count];
        return rhythm;
    }

    /// <summary>« mardi 1er décembre 2026 ».</summary>
    public string Day(DateOnly day) => Format(day, localizer["Agenda:Format:Day"]);

    /// <summary>« 1er décembre 2026 ».</summary>
    public string ShortDay(DateOnly day) => Format(day, localizer["Agenda:Format:ShortDay"]);

    /// <summary>« Décembre 2026 », as a heading.</summary>
    public static string Month(DateOnly day)
    {
        var text = day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
        return char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
    }

    public string Hour(TimeOnly time) => time.Minute == 0
        ? localizer["Agenda:Format:Hour", time.Hour]
        : localizer["Agenda:Format:HourMinute", time.Hour, time.Minute.ToString("00", CultureInfo.InvariantCulture)];

    private string Hours(EventTimes times) => localizer[
        times.Length switch { 0 => "Agenda:When:Hours", 1 => "Agenda:When:HoursNextDay", _ => "Agenda:When:HoursLater" }, Hour(times.StartTime!.Value), Hour(times.EndTime!.Value), times.Length];

    // French says « 1er » of the first day of a month and of no other.
    private string Format(DateOnly day, string format)
    {
        var text = day.ToString(format, CultureInfo.CurrentCulture);
        return day.Day == 1 ? text.Replace("#1#", localizer["Agenda:First"], StringComparison.Ordinal) : text.Replace("#", "", StringComparison.Ordinal);
    }

    private string Join(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count == 1 ? all[0] : localizer["Agenda:And", string.Join(", ", all[..^1]), all[^1]];
    }

    private static string Name(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}
