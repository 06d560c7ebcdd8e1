using System.Globalization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Days and dates as people know them: on the clocks of Paris.</summary>
public static class SiteDay
{
    public const string LongFormat = "d MMMM yyyy";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris));

    /// <summary>The instant (UTC) at which the day begins.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day, TimeOnly.MinValue);

    /// <summary>
    /// The instant (UTC) at which the clocks of Paris show this time; a time that says its own offset is taken at its word. The hour that
    /// summer time skips is counted on from before it: 02:30 on 29 March 2026 is 01:30 UTC, when clocks show 03:30. Of the hour that comes
    /// twice it is the first: 02:30 on 25 October 2026 is 00:30 UTC.
    /// </summary>
    public static DateTime ToUtc(DateTime wallClock)
    {
        if (wallClock.Kind != DateTimeKind.Unspecified) return wallClock.ToUniversalTime();
        var offset = Paris.IsInvalidTime(wallClock) ? Paris.GetUtcOffset(wallClock.AddHours(-1))
            : Paris.IsAmbiguousTime(wallClock) ? Paris.GetAmbiguousTimeOffsets(wallClock).Max()
            : Paris.GetUtcOffset(wallClock);
        return DateTime.SpecifyKind(wallClock - offset, DateTimeKind.Utc);
    }

    /// <summary>An instant in words: « 5 juin 2026, 18:00 ».</summary>
    public static string InWords(DateTime utc, CultureInfo culture)
        => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris).ToString(LongFormat + ", HH:mm", culture);

    /// <inheritdoc cref="ToUtc(DateTime)"/>
    public static DateTime ToUtc(DateOnly day, TimeOnly time) => ToUtc(day.ToDateTime(time));

    /// <summary>The same with Paris's distance from UTC, as ISO 8601 writes it.</summary>
    public static DateTimeOffset ToOffset(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), Paris);

    public static CultureInfo CultureOf(string lang) => CultureInfo.GetCultureInfo(lang.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr");
}
