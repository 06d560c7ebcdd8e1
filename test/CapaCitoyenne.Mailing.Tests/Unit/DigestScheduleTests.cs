using CapaCitoyenne.Mailing.Automation;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class DigestScheduleTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    // Summer time ends on 25 October 2026, begins on 28 March 2027.
    [InlineData("2026-10-22T10:00Z", "2026-10-22T16:00Z")]
    [InlineData("2026-10-22T16:00Z", "2026-10-29T17:00Z")]
    [InlineData("2027-03-25T17:00Z", "2027-04-01T16:00Z")]
    public void Every_thursday_at_six_is_six_on_the_clocks_of_Paris_in_summer_and_winter(string now, string next)
        => new DigestSchedule(DigestRhythm.Weekly, DayOfWeek.Thursday, new TimeOnly(18, 0)).Next(Utc(now)).ShouldBe(Utc(next));

    [Theory]
    // 02:30 does not exist on 28 March 2027, and comes twice on 25 October 2026.
    [InlineData("2027-03-27T12:00Z", "2027-03-28T01:30Z")]
    [InlineData("2026-10-24T12:00Z", "2026-10-25T00:30Z")]
    [InlineData("2026-10-25T00:30Z", "2026-11-01T01:30Z")]
    public void The_hour_that_is_skipped_or_comes_twice_makes_one_letter(string now, string next)
        => new DigestSchedule(DigestRhythm.Weekly, DayOfWeek.Sunday, new TimeOnly(2, 30)).Next(Utc(now)).ShouldBe(Utc(next));

    [Fact]
    public void Once_a_month_is_the_first_such_weekday()
        => new DigestSchedule(DigestRhythm.Monthly, DayOfWeek.Monday, new TimeOnly(8, 0)).Next(Utc("2026-11-25T00:00Z")).ShouldBe(Utc("2026-12-07T07:00Z"));

    [Fact]
    public void Every_two_weeks_keeps_its_step_whatever_was_missed()
    {
        var schedule = new DigestSchedule(DigestRhythm.EveryTwoWeeks, DayOfWeek.Thursday, new TimeOnly(18, 0));
        schedule.Next(Utc("2026-11-26T17:00Z"), last: Utc("2026-11-26T17:00Z")).ShouldBe(Utc("2026-12-10T17:00Z"));
        schedule.Next(Utc("2026-12-18T00:00Z"), last: Utc("2026-11-26T17:00Z")).ShouldBe(Utc("2026-12-24T17:00Z"));
    }

    [Fact]
    public void A_fortnight_stays_one_when_the_digest_is_changed_or_paused_in_between()
    {
        var plan = new DigestPlan("Les nouvelles", null, [], new DigestSchedule(DigestRhythm.EveryTwoWeeks, DayOfWeek.Thursday, new TimeOnly(18, 0)), false, false);
        var digest = new Digest(Guid.NewGuid(), plan, Utc("2026-11-20T08:00Z"));
        digest.Skip(Utc("2026-11-26T17:00Z"));

        digest.Update(plan with { Subject = "Des nouvelles" }, Utc("2026-11-30T08:00Z"));
        digest.NextTime.ShouldBe(Utc("2026-12-10T17:00Z"));
        digest.Pause();
        digest.Resume(Utc("2026-12-12T08:00Z"));
        digest.NextTime.ShouldBe(Utc("2026-12-24T17:00Z"));
    }

    [Fact]
    public void The_next_time_is_always_later_and_soon_enough() => Gen.Select(
        Gen.Enum<DigestRhythm>(), Gen.Enum<DayOfWeek>(), Gen.Int[0, 1439], Gen.DateTime[new DateTime(2026, 1, 1), new DateTime(2030, 1, 1)]).Sample((rhythm, weekday, minute, now) =>
    {
        now = DateTime.SpecifyKind(now, DateTimeKind.Utc);
        var time = new TimeOnly(minute / 60, minute % 60);
        var next = new DigestSchedule(rhythm, weekday, time).Next(now);
        var wall = TimeZoneInfo.ConvertTimeFromUtc(next, Paris);
        return next > now && next - now < TimeSpan.FromDays(rhythm == DigestRhythm.Monthly ? 36 : 15) && wall.DayOfWeek == weekday
            && (TimeOnly.FromDateTime(wall) == time || TimeOnly.FromDateTime(wall) == time.AddHours(1));
    });

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
