namespace CapaCitoyenne.Mailing;

/// <summary>Days as people know them: on the clocks of Paris.</summary>
internal static class ParisDay
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris));

    /// <summary>The instant (UTC) at which the day begins.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day, TimeOnly.MinValue);

    /// <summary>The hour that summer time skips is counted on from before it; of the hour that comes twice it is the first.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        var offset = Paris.IsInvalidTime(wall) ? Paris.GetUtcOffset(wall.AddHours(-1))
            : Paris.IsAmbiguousTime(wall) ? Paris.GetAmbiguousTimeOffsets(wall).Max()
            : Paris.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }
}
