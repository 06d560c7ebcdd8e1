namespace CapaCitoyenne.Mailing;

/// <summary>Days as people know them: on the clocks of Paris.</summary>
internal static class ParisDay
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris));

    /// <summary>The instant (UTC) at which the day begins.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day, TimeOnly.MinValue);

    /// <summary>The hour that summer time skips is counted on from before it; of the hour that comes twice it is the first.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time) => ToUtc(day.ToDateTime(time));

    /// <inheritdoc cref="ToUtc(DateOnly, TimeOnly)"/>
    /// <param name="wall">One that says its own offset is taken at its word.</param>
    public static DateTime ToUtc(DateTime wall)
    {
        if (wall.Kind != DateTimeKind.Unspecified) return wall.ToUniversalTime();
        var offset = Paris.IsInvalidTime(wall) ? Paris.GetUtcOffset(wall.AddHours(-1))
            : Paris.IsAmbiguousTime(wall) ? Paris.GetAmbiguousTimeOffsets(wall).Max()
            : Paris.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }
}
