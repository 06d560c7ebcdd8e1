using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Calendar files, read back by somebody else's parser (Debian's python3-icalendar).</summary>
public class CalendarFileTests
{
    private const string Reader = """
        import sys, json, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        def text(value):
            return None if value is None else value.to_ical().decode()
        def entry(e):
            fields = {name: text(e.get(name)) for name in ('UID', 'SEQUENCE', 'STATUS', 'RRULE', 'LOCATION', 'DTSTAMP')}
            fields['SUMMARY'] = None if e.get('SUMMARY') is None else str(e.get('SUMMARY'))
            for name in ('DTSTART', 'DTEND', 'RECURRENCE-ID'):
                fields[name] = None if e.get(name) is None else e.get(name).dt.isoformat()
            exdate = e.get('EXDATE')
            fields['EXDATE'] = [d.dt.isoformat() for x in ([] if exdate is None else exdate if isinstance(exdate, list) else [exdate]) for d in x.dts]
            return fields
        print(json.dumps({'name': str(calendar.get('NAME')), 'refresh': text(calendar.get('REFRESH-INTERVAL')),
            'zones': [str(z.get('TZID')) for z in calendar.walk('VTIMEZONE')], 'events': [entry(e) for e in calendar.walk('VEVENT')]}))
        """;

    private static readonly Guid Id = Guid.Parse("01970000-0000-7000-8000-000000000001");
    private static readonly DateTime Now = new(2026, 11, 25, 10, 0, 0, DateTimeKind.Utc);

    private static Event AnEvent(EventTimes times, string title = "Atelier", Recurrence? recurrence = null)
    {
        var one = new Event(Id, Guid.NewGuid(), title, "atelier", times);
        one.Locate("Maison des associations", "12, rue de l’Église\n75010 Paris", null);
        one.Schedule(times, recurrence);
        one.Changed(Now);
        return one;
    }

    private static EventTimes Evening(int year, int month, int day) => new(new(year, month, day), new(19, 0), new(year, month, day), new(21, 0));

    private static byte[] Write(params Event[] events) => AgendaCalendar.Write("Les Jardins", "http://jardins.localhost", events, _ => "Venez nombreux ; c’est gratuit, ouvert à toutes et tous.\nÀ bientôt");

    private static async Task<JsonNode> ReadAsync(byte[] file)
    {
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Reader]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await python.StandardInput.BaseStream.WriteAsync(file, TestContext.Current.CancellationToken);
        python.StandardInput.Close();
        var output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        python.ExitCode.ShouldBe(0, errors + "\n(apt-get install python3-icalendar)");
        return JsonNode.Parse(output)!;
    }

    private static string? Text(JsonNode calendar, string field, int at = 0) => calendar["events"]![at]![field]?.GetValue<string>();

    [Fact]
    public void An_agenda_that_begins_in_a_year_to_come_has_its_file()
        => AgendaCalendar.Write("Agenda", "http://exemple.fr", [AnEvent(Evening(2097, 6, 1))], _ => "").Length.ShouldBePositive();

    [Fact]
    public async Task An_evening_stands_in_the_clock_of_paris()
    {
        var calendar = await ReadAsync(Write(AnEvent(Evening(2026, 12, 1))));
        Text(calendar, "DTSTART").ShouldBe("2026-12-01T19:00:00+01:00");
        Text(calendar, "DTEND").ShouldBe("2026-12-01T21:00:00+01:00");
        Text(calendar, "DTSTAMP").ShouldBe("20261125T100000Z");
        Text(calendar, "LOCATION").ShouldBe("Maison des associations\\, 12\\, rue de l’Église\\, 75010 Paris");
        calendar["zones"]!.AsArray().Select(zone => zone!.GetValue<string>()).ShouldBe(["Europe/Paris"]);
        calendar["name"]!.GetValue<string>().ShouldBe("Les Jardins");
        calendar["refresh"]!.GetValue<string>().ShouldBe("PT4H");
    }

    [Fact]
    public async Task A_whole_day_ends_before_the_next_begins_and_a_week_end_lasts_two_days()
    {
        var day = await ReadAsync(Write(AnEvent(new(new(2026, 12, 5), null, new(2026, 12, 5), null))));
        (Text(day, "DTSTART"), Text(day, "DTEND")).ShouldBe(("2026-12-05", "2026-12-06"));
        var weekEnd = await ReadAsync(Write(AnEvent(new(new(2026, 12, 5), null, new(2026, 12, 6), null))));
        (Text(weekEnd, "DTSTART"), Text(weekEnd, "DTEND")).ShouldBe(("2026-12-05", "2026-12-07"));
    }

    [Fact]
    public async Task A_repeated_event_carries_its_rule_what_was_taken_out_called_off_and_moved()
    {
        var one = AnEvent(Evening(2026, 12, 1), recurrence: new(RecurrenceKind.Weekly, 1, [], false, new(2027, 6, 29), null));
        one.ChangeOccurrence(new(2026, 12, 22), new(new(2026, 12, 22), EventChangeKind.Removed, null, null));
        one.ChangeOccurrence(new(2026, 12, 29), new(new(2026, 12, 29), EventChangeKind.Cancelled, "Vacances", null));
        one.ChangeOccurrence(new(2027, 1, 5), new(new(2027, 1, 5), EventChangeKind.Moved, null, new(new(2027, 1, 6), new(20, 0), new(2027, 1, 6), new(22, 0))));
        var calendar = await ReadAsync(Write(one));

        Text(calendar, "RRULE").ShouldBe("FREQ=WEEKLY;UNTIL=20270629T215959Z;BYDAY=TU");
        calendar["events"]![0]!["EXDATE"]!.AsArray().Select(date => date!.GetValue<string>()).ShouldBe(["2026-12-22T19:00:00+01:00"]);
        (Text(calendar, "RECURRENCE-ID", 1), Text(calendar, "STATUS", 1)).ShouldBe(("2026-12-29T19:00:00+01:00", "CANCELLED"));
        (Text(calendar, "RECURRENCE-ID", 2), Text(calendar, "DTSTART", 2), Text(calendar, "STATUS", 2)).ShouldBe(("2027-01-05T19:00:00+01:00", "2027-01-06T20:00:00+01:00", "CONFIRMED"));
        calendar["events"]!.AsArray().Select(e => e!["UID"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_date_stands_alone_under_a_name_that_it_keeps_wherever_it_moves()
    {
        var one = AnEvent(Evening(2026, 12, 1), recurrence: new(RecurrenceKind.Weekly, 1, [], false, null, null));
        var day = new DateOnly(2026, 12, 8);
        var (before, other) = (await Date(day), await Date(day.AddDays(7)));
        one.ChangeOccurrence(day, new(day, EventChangeKind.Moved, "Salle prise", new(new(2026, 12, 9), new(20, 0), new(2026, 12, 9), new(22, 0))));
        one.Changed(Now.AddHours(1));
        var moved = await Date(day);
        one.ChangeOccurrence(day, new(day, EventChangeKind.Removed, null, null));
        var off = await Date(day);

        foreach (var calendar in new[] { before, moved, off, other })
        {
            calendar["events"]!.AsArray().ShouldHaveSingleItem();
            (Text(calendar, "RRULE"), Text(calendar, "RECURRENCE-ID")).ShouldBe((null, null));
        }
        (Text(before, "DTSTART"), Text(moved, "DTSTART")).ShouldBe(("2026-12-08T19:00:00+01:00", "2026-12-09T20:00:00+01:00"));
        (Text(before, "STATUS"), Text(moved, "STATUS"), Text(off, "STATUS")).ShouldBe(("CONFIRMED", "CONFIRMED", "CANCELLED"));
        new[] { Text(before, "UID"), Text(moved, "UID"), Text(off, "UID") }.Distinct().ShouldHaveSingleItem().ShouldNotBe(one.Uid);
        Text(other, "UID").ShouldNotBe(Text(before, "UID"));
        Text(moved, "SEQUENCE").ShouldNotBe(Text(before, "SEQUENCE"));

        Task<JsonNode> Date(DateOnly which) => ReadAsync(AgendaCalendar.WriteDate(one, which, "http://jardins.localhost", "Venez"));
    }

    [Fact]
    public async Task A_single_event_is_under_its_own_name_in_every_calendar()
        => Text(await ReadAsync(AgendaCalendar.WriteDate(AnEvent(Evening(2026, 12, 1)), new(2026, 12, 1), "http://jardins.localhost", "Venez")), "UID").ShouldBe(Event.UidOf(Id));

    [Fact]
    public async Task A_repeated_event_of_last_winter_is_at_the_same_hour_in_summer()
    {
        var file = Encoding.UTF8.GetString(Write(AnEvent(Evening(2027, 3, 23), recurrence: new(RecurrenceKind.Weekly, 1, [], false, null, 2))));
        file.ShouldContain("DTSTART;TZID=Europe/Paris:20270323T190000");
        file.ShouldContain("BEGIN:DAYLIGHT");
        Text(await ReadAsync(Encoding.UTF8.GetBytes(file)), "RRULE").ShouldBe("FREQ=WEEKLY;COUNT=2;BYDAY=TU");
    }

    [Fact]
    public async Task An_event_that_is_off_is_told_and_keeps_its_name_with_a_higher_number()
    {
        var one = AnEvent(Evening(2026, 12, 1));
        var before = await ReadAsync(Write(one));
        one.Cancel("Tempête");
        one.Changed(Now.AddHours(1));
        var after = await ReadAsync(Write(one));

        Text(after, "STATUS").ShouldBe("CANCELLED");
        Text(after, "UID").ShouldBe(Text(before, "UID"));
        int.Parse(Text(after, "SEQUENCE")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(int.Parse(Text(before, "SEQUENCE")!, System.Globalization.CultureInfo.InvariantCulture) + 1);
        Text(after, "UID")!.ShouldNotContain("localhost");
    }

    [Fact]
    public async Task A_long_accented_title_is_folded_on_octets_and_comes_back_whole()
    {
        var title = string.Concat(Enumerable.Repeat("Fête d’été à l’œuvre ; ", 7)).Trim()[..157];
        var file = Write(AnEvent(Evening(2026, 12, 1), title));
        var text = Encoding.UTF8.GetString(file);
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        Text(await ReadAsync(file), "SUMMARY").ShouldBe(title);
    }
}
