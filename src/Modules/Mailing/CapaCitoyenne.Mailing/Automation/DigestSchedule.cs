using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>When a digest looks for news: a weekday and an hour on the clocks of Paris.</summary>
/// <param name="Time">See <see cref="SiteDay.ToUtc(DateOnly, TimeOnly)"/>.</param>
internal sealed record DigestSchedule(DigestRhythm Rhythm, DayOfWeek Weekday, TimeOnly Time)
{
    /// <summary>The first instant (UTC) after <paramref name="now"/>.</summary>
    /// <param name="last">The instant before it, which a rhythm of two weeks counts from; null for the first one.</param>
    public DateTime Next(DateTime now, DateTime? last = null)
    {
        var today = SiteDay.Of(now);
        var day = today.AddDays(((int)Weekday - (int)today.DayOfWeek + 7) % 7);
        if (Rhythm == DigestRhythm.EveryTwoWeeks && last is { } before && (day.DayNumber - SiteDay.Of(before).DayNumber) % 14 != 0
            && SiteDay.Of(before).DayOfWeek == Weekday) day = day.AddDays(7);
        while (true)
        {
            if ((Rhythm != DigestRhythm.Monthly || day.Day <= 7) && SiteDay.ToUtc(day, Time) is var time && time > now) return time;
            day = day.AddDays(Rhythm == DigestRhythm.EveryTwoWeeks ? 14 : 7);
        }
    }
}
