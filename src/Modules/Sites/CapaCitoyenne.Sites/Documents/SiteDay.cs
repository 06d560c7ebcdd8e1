using System.Globalization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Days and dates as readers know them: Paris time.</summary>
internal static class SiteDay
{
    public const string LongFormat = "d MMMM yyyy";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris));

    /// <summary>The instant at which clocks in Paris show that; an hour that a spring night leaves out is taken as the one after it.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(Paris.IsInvalidTime(local) ? local.AddHours(1) : local, Paris);
    }

    /// <summary>The same with Paris's distance from UTC, as ISO 8601 writes it.</summary>
    public static DateTimeOffset ToOffset(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), Paris);

    public static CultureInfo CultureOf(string lang) => CultureInfo.GetCultureInfo(lang.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr");
}
