namespace CapaCitoyenne.Mailing;

/// <summary>Days and hours as people here know them: the clocks of Paris.</summary>
internal static class WallClock
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris));

    /// <summary>
    /// The instant (UTC) of a time; one that says its own offset is taken at its word. The hour that summer time skips is counted on from
    /// before it; of the hour that comes twice it is the first.
    /// </summary>
    public static DateTime ToUtc(DateTime time)
    {
        if (time.Kind != DateTimeKind.Unspecified) return time.ToUniversalTime();
        var offset = Paris.IsInvalidTime(time) ? Paris.GetUtcOffset(time.AddHours(-1))
            : Paris.IsAmbiguousTime(time) ? Paris.GetAmbiguousTimeOffsets(time).Max()
            : Paris.GetUtcOffset(time);
        return DateTime.SpecifyKind(time - offset, DateTimeKind.Utc);
    }
}
