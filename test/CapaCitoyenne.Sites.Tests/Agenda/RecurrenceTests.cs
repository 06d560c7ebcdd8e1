using CsCheck;

namespace CapaCitoyenne.Sites.Agenda;

public class RecurrenceTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3650].Select(days => new DateOnly(2024, 1, 1).AddDays(days));

    private static Recurrence Weekly(params DayOfWeek[] days) => new(RecurrenceKind.Weekly, 1, days, false, null, null);

    private static readonly Gen<Recurrence> Rhythms = Gen.Select(
        Gen.Enum<RecurrenceKind>(), Gen.Int[1, 4], Gen.Enum<DayOfWeek>().Array[0, 3], (kind, interval, days) => new Recurrence(kind, interval, days, false, null, null));

    [Fact]
    public void Every_tuesday_is_seven_days_after_the_last()
        => Weekly().StartingOn(new(2026, 12, 1)).Days(new(2026, 12, 1)).Take(3).ShouldBe([new(2026, 12, 1), new(2026, 12, 8), new(2026, 12, 15)]);

    [Fact]
    public void Every_first_monday_of_the_month()
        => new Recurrence(RecurrenceKind.MonthlyByWeekday, 1, [], false, null, null).StartingOn(new(2026, 12, 7)).Days(new(2026, 12, 7)).Take(3)
            .ShouldBe([new(2026, 12, 7), new(2027, 1, 4), new(2027, 2, 1)]);

    [Fact]
    public void The_last_friday_of_the_month_is_not_always_the_fourth()
        => new Recurrence(RecurrenceKind.MonthlyByWeekday, 1, [], true, null, null).StartingOn(new(2027, 1, 29)).Days(new(2027, 1, 29)).Take(3)
            .ShouldBe([new(2027, 1, 29), new(2027, 2, 26), new(2027, 3, 26)]);

    [Fact]
    public void The_thirty_first_of_the_month_leaves_short_months_out()
        => new Recurrence(RecurrenceKind.MonthlyByDate, 1, [], false, null, null).StartingOn(new(2026, 12, 31)).Days(new(2026, 12, 31)).Take(3)
            .ShouldBe([new(2026, 12, 31), new(2027, 1, 31), new(2027, 3, 31)]);

    [Fact]
    public void It_ends_on_the_last_day_or_after_so_many_times()
    {
        (Weekly().StartingOn(new(2026, 12, 1)) with { Until = new(2026, 12, 15) }).Days(new(2026, 12, 1)).Count().ShouldBe(3);
        (Weekly().StartingOn(new(2026, 12, 1)) with { Count = 5 }).Days(new(2026, 12, 1)).Last().ShouldBe(new(2026, 12, 29));
    }

    [Fact]
    public void Whatever_the_rhythm_the_first_day_is_one_of_its_days_and_they_only_go_forward() => Gen.Select(Days, Rhythms).Sample((start, rhythm) =>
    {
        var days = rhythm.StartingOn(start).Days(start).Take(20).ToList();
        return days[0] == start && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second)
            && days.TrueForAll(day => rhythm.Kind switch
            {
                RecurrenceKind.Weekly => rhythm.Weekdays.Append(start.DayOfWeek).Contains(day.DayOfWeek),
                RecurrenceKind.MonthlyByWeekday => day.DayOfWeek == start.DayOfWeek,
                _ => day.Day == start.Day,
            });
    }, iter: 300);

    [Fact]
    public void Whether_a_day_is_one_of_its_days_is_known_without_counting_them() => Gen.Select(Days, Rhythms, Gen.Int[-7, 900], Gen.Int[0, 2]).Sample((start, rhythm, later, end) =>
    {
        var isInLastWeek = start.AddDays(7).Month != start.Month;
        var ending = rhythm with { IsLast = isInLastWeek, Until = end == 1 ? start.AddDays(300) : null, Count = end == 2 ? 20 : null };
        var (fitted, day) = (ending.StartingOn(start), start.AddDays(later));
        return fitted.Includes(start, day) == fitted.Days(start).TakeWhile(one => one <= day).Contains(day);
    }, iter: 2000);

    [Fact]
    public void A_rhythm_that_does_not_fit_the_first_date_is_refused()
    {
        foreach (var rhythm in new[] { Weekly() with { Interval = 0 }, Weekly() with { Until = new(2026, 11, 30) }, Weekly() with { Until = new(2027, 1, 1), Count = 3 }, new(RecurrenceKind.MonthlyByWeekday, 1, [], true, null, null) })
            Should.Throw<BusinessException>(() => rhythm.StartingOn(new(2026, 12, 1))).Code.ShouldBe(SitesErrorCodes.EventRecurrenceInvalid);
    }

    [Fact]
    public void A_weekly_event_keeps_its_hour_when_summer_time_begins()
    {
        var times = new EventTimes(new(2027, 3, 23), new(19, 0), new(2027, 3, 23), new(21, 0));
        times.StartUtc.ShouldBe(new DateTime(2027, 3, 23, 18, 0, 0, DateTimeKind.Utc));
        times.On(new(2027, 3, 30)).StartUtc.ShouldBe(new DateTime(2027, 3, 30, 17, 0, 0, DateTimeKind.Utc));
        // 02:30 does not exist that night.
        new EventTimes(new(2027, 3, 28), new(2, 30), new(2027, 3, 28), new(4, 0)).StartUtc.ShouldBe(new DateTime(2027, 3, 28, 1, 30, 0, DateTimeKind.Utc));
    }
}
