using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Documents;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// Events as an iCalendar file (RFC 5545, RFC 7986): the wall clock of Paris with its rules, a name that never changes for each event,
/// and a higher number with each change. What is called off is told, never left out.
/// </summary>
internal static class AgendaCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string Zone = "Europe/Paris";
    private const string Refresh = "PT4H";

    /// <summary>From then on at the latest the zone's rules are written: the library refuses years that have not begun.</summary>
    private const int LatestZoneYear = 2025;

    /// <param name="name">Shown by calendars.</param>
    /// <param name="url">Of the site, without a final slash.</param>
    /// <param name="describe">An event's description as plain text.</param>
    public static byte[] Write(string name, string url, IEnumerable<Event> events, Func<Event, string> describe)
    {
        var all = events.ToList();
        var calendar = NewCalendar(all);
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        calendar.AddProperty(new Ical.Net.CalendarProperty("REFRESH-INTERVAL", Refresh) { Parameters = { new Ical.Net.CalendarParameter("VALUE", "DURATION") } });
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        foreach (var one in all)
        {
            calendar.Events.Add(Main(one, url, describe(one)));
            foreach (var change in one.Changes.Where(change => change.Kind != EventChangeKind.Removed)) calendar.Events.Add(Changed(one, change, url, describe(one)));
        }
        return Bytes(calendar);
    }

    /// <summary>
    /// One date alone, for the own calendar of somebody who signed up for it: the others are none of theirs. It has a name of its own there, which stays
    /// when it moves or is called off.
    /// </summary>
    /// <param name="day">Names the date.</param>
    public static byte[] WriteDate(Event one, DateOnly day, string url, string description)
    {
        var occurrence = one.Occurrence(day);
        var entry = Entry(one, occurrence.Times, url, Explained(occurrence.Change, description));
        if (one.Recurrence is not null) entry.Uid = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + one.Uid;
        entry.Status = Status(one.FindHeld(day) is not null);
        var calendar = NewCalendar([one]);
        calendar.Events.Add(entry);
        return Bytes(calendar);
    }

    private static Ical.Net.Calendar NewCalendar(IReadOnlyCollection<Event> all)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CapaCitoyenne//Agenda//FR" };
        calendar.AddProperty("METHOD", "PUBLISH");
        var first = all.Select(e => e.Times.StartDay.Year).DefaultIfEmpty(DateTime.UnixEpoch.Year).Append(LatestZoneYear).Min();
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, new DateTime(first, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), includeHistoricalData: false));
        return calendar;
    }

    private static byte[] Bytes(Ical.Net.Calendar calendar) => Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);

    private static CalendarEvent Main(Event one, string url, string description)
    {
        var entry = Entry(one, one.Times, url, description);
        entry.Status = Status(!one.IsCancelled);
        if (one.Recurrence is { } recurrence)
        {
            // RFC 5545 3.3.10: an instant where the start is one, a day where it is a day.
            var until = recurrence.Until is not { } last ? null
                : one.Times.IsAllDay ? new CalDateTime(last) : new CalDateTime(SiteDay.ToUtc(last, new TimeOnly(23, 59, 59)));
            entry.RecurrenceRule = recurrence.ToRule(one.Times.StartDay, until);
        }
        foreach (var change in one.Changes.Where(change => change.Kind == EventChangeKind.Removed)) entry.ExceptionDates.Add(Start(one.Times.On(change.Day)));
        return entry;
    }

    private static CalendarEvent Changed(Event one, EventChange change, string url, string description)
    {
        var entry = Entry(one, change.Times ?? one.Times.On(change.Day), url, Explained(change, description));
        entry.RecurrenceIdentifier = new RecurrenceIdentifier(Start(one.Times.On(change.Day)));
        entry.Status = Status(!one.IsCancelled && change.Kind != EventChangeKind.Cancelled);
        return entry;
    }

    private static string Status(bool isHeld) => isHeld ? "CONFIRMED" : "CANCELLED";

    private static string Explained(EventChange? change, string description) => change?.Reason is { } reason ? reason + "\n\n" + description : description;

    private static CalendarEvent Entry(Event one, EventTimes times, string url, string description)
    {
        var entry = new CalendarEvent
        {
            Uid = one.Uid,
            DtStamp = new CalDateTime(one.ChangeTime),
            LastModified = new CalDateTime(one.ChangeTime),
            Sequence = one.Sequence,
            Summary = one.Title,
            Start = Start(times),
            // Not included: the day after, or the hour at which it is over.
            End = times.IsAllDay ? new CalDateTime(times.EndDay.AddDays(1)) : Wall(times.EndDay, times.EndTime!.Value),
            Url = new Uri(url + one.Path),
        };
        var text = string.Join("\n\n", new[] { one.IsCancelled ? one.CancellationReason : null, description.Trim(), one.RemoteUrl }.Where(part => !string.IsNullOrEmpty(part)));
        if (text.Length > 0) entry.Description = text;
        var place = string.Join(", ", new[] { one.PlaceName, one.PlaceAddress?.ReplaceLineEndings(", ") }.Where(part => part is not null));
        if (place.Length > 0 || one.RemoteUrl is not null) entry.Location = place.Length > 0 ? place : one.RemoteUrl;
        if (one.Category is not null) entry.Categories = [one.Category];
        return entry;
    }

    private static CalDateTime Start(EventTimes times) => times.IsAllDay ? new CalDateTime(times.StartDay) : Wall(times.StartDay, times.StartTime!.Value);

    private static CalDateTime Wall(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Zone);
}
