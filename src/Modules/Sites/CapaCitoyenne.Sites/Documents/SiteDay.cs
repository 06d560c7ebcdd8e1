using System.Globalization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Days and dates as readers know them: Paris time.</summary>
internal static class SiteDay
{
    public const string LongFormat = "d MMMM yyyy";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris));

    public static CultureInfo CultureOf(string lang) => CultureInfo.GetCultureInfo(lang.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr");
}
