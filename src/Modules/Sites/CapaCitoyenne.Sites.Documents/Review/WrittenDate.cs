using System.Globalization;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>
/// A day as people write it, in French or English: « mardi 12 mars », « mardi, 09 aout 2027 », « mardi 12/03/2027 », and each day of
/// « mardi 12 et mercredi 13 mars ».
/// </summary>
/// <param name="Weekday">Where it is told and how it is written.</param>
/// <param name="Text">The date alone: « mardi 12 mars ».</param>
/// <param name="End">Where what was written ends in the text.</param>
internal sealed partial record WrittenDate(CultureInfo Culture, Written? Weekday, int Day, int Month, int? Year, string Text, int End)
{
    // Without a year the 29 February is right in some of them.
    private const int LeapYear = 2028;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public bool IsImpossible => Day > DateTime.DaysInMonth(Year ?? LeapYear, Month);

    /// <exception cref="RegexMatchTimeoutException">The text keeps the search busy for too long.</exception>
    public static IEnumerable<WrittenDate> In(string text)
        => FrenchDate().Matches(text).SelectMany(match => Read(match, French)).Concat(EnglishDate().Matches(text).SelectMany(match => Read(match, English)));

    /// <summary>The days that may be meant: without a year that of the last, this or the next one.</summary>
    public List<DateOnly> Near(DateOnly today)
        => [.. (Year is { } year ? [year] : new[] { today.Year - 1, today.Year, today.Year + 1 }).Where(y => Day <= DateTime.DaysInMonth(y, Month)).Select(y => new DateOnly(y, Month, Day))];

    public bool IsRight(DateOnly day) => Weekday is { } weekday && NameOf(day.DayOfWeek).Equals(weekday.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without a year the nearest such day is meant, with that weekday when there is one.</summary>
    public bool IsToCome(DateOnly today)
    {
        var days = Near(today);
        var right = days.Where(IsRight).ToList();
        return (right.Count > 0 ? right : days) is { Count: > 0 } may && may.MinBy(day => Math.Abs(day.DayNumber - today.DayNumber)) >= today;
    }

    public string NameOf(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    private static IEnumerable<WrittenDate> Read(Match match, CultureInfo culture)
    {
        var month = match.Groups["number"].Success ? Number(match.Groups["number"]) : MonthOf(match.Groups["month"].Value, culture);
        var year = match.Groups["year"].Success ? Number(match.Groups["year"]) : (int?)null;
        var (end, last) = (match.Index + match.Length, Number(match.Groups["day"]));
        var rest = match.Value[(match.Groups["day"].Index + match.Groups["day"].Length - match.Index)..];
        foreach (Capture capture in match.Groups["before"].Captures)
        {
            var length = capture.Value.TakeWhile(char.IsLetter).Count();
            var day = int.Parse(capture.Value.AsSpan(capture.Value.Length - 2).Trim(), CultureInfo.InvariantCulture);
            // « Du mardi 30 au jeudi 2 avril » begins in another month.
            if (day < last) yield return new(culture, new(capture.Index, capture.Value[..length]), day, month, year, Plain(capture.Value + rest), end);
        }
        var weekday = match.Groups["weekday"] is { Success: true } group ? new Written(group.Index, group.Value) : null;
        var start = (weekday?.Index ?? match.Groups["day"].Index) - match.Index;
        yield return new(culture, weekday, last, month, year, Plain(match.Value[start..]), end);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int MonthOf(string name, CultureInfo culture)
        => Array.FindIndex(culture.DateTimeFormat.MonthNames, one => culture.CompareInfo.Compare(one, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0) + 1;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private const string Days = @"3[01]|[12]\d|0?[1-9]";
    private const string Join = @"(?:\s*,\s*(?:(?:et|and)\s+)?|\s+(?:et|au|ou|and|to|or|&)\s+(?:le\s+)?)";
    private const string FrenchDays = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
    private const string FrenchMonths = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre";
    private const string EnglishDays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December";

    [GeneratedRegex(
        $@"\b(?:(?:(?<before>(?:{FrenchDays}),?\s+(?:{Days}))|(?:{Days}))(?:er)?{Join})*(?:(?<weekday>{FrenchDays}),?\s+)?(?<day>{Days})"
        + $@"(?:(?:er)?\s+(?<month>{FrenchMonths})(?:\s+(?<year>20\d\d))?|/(?<number>1[0-2]|0?[1-9])/(?<year>20\d\d))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex FrenchDate();

    [GeneratedRegex(
        $@"\b(?:(?:(?<before>(?:{EnglishDays}),?\s+(?:{Days}))|(?:{Days}))(?:st|nd|rd|th)?{Join})*(?:(?<weekday>{EnglishDays}),?\s+)?(?<day>{Days})(?:st|nd|rd|th)?"
        + $@"\s+(?<month>{EnglishMonths})(?:\s+(?<year>20\d\d))?\b",
        RegexOptions.ExplicitCapture, 500)]
    private static partial Regex EnglishDate();
}

/// <summary>A word at its place in a text.</summary>
internal sealed record Written(int Index, string Value)
{
    public int Length => Value.Length;
}
