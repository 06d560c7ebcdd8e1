using System.Globalization;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>« le mardi 12 mars » when that day is a Thursday; an invitation without place, hour or price.</summary>
internal static partial class DateRules
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")];

    public static IEnumerable<ReviewRemark> Check(Passage passage, ReviewContext context)
    {
        foreach (var (match, culture) in Dates(passage.Prose))
        {
            var (day, month) = (DayOf(match), MonthOf(match, culture));
            var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : (int?)null;
            // Without a year the 29 February is right in some of them.
            if (day > DateTime.DaysInMonth(year ?? 2028, month))
            {
                yield return passage.Remark(ReviewCodes.DateImpossible, null, ("Date", match.Value));
                continue;
            }
            if (!match.Groups["weekday"].Success) continue;
            var weekday = Array.FindIndex(culture.DateTimeFormat.DayNames, name => name.Equals(match.Groups["weekday"].Value, StringComparison.OrdinalIgnoreCase));
            // Without a year it may be the last, this or the next one.
            var years = year is { } given ? [given] : new[] { context.Today.Year - 1, context.Today.Year, context.Today.Year + 1 };
            var days = years.Where(y => day <= DateTime.DaysInMonth(y, month)).Select(y => new DateOnly(y, month, day)).ToList();
            if (days.Count == 0 || days.Any(d => (int)d.DayOfWeek == weekday)) continue;
            var meant = days.FirstOrDefault(d => d >= context.Today, days[^1]);
            var right = Like(culture.DateTimeFormat.GetDayName(meant.DayOfWeek), match.Groups["weekday"].Value);
            yield return passage.Remark(
                ReviewCodes.WeekdayWrong, new ReviewRepair(match.Value, right + match.Value[match.Groups["weekday"].Length..]), ("Date", match.Value), ("Weekday", right), ("Year", meant.Year));
        }
    }

    /// <summary>For the document as a whole: what an invitation says in one block may have its place in another.</summary>
    public static IEnumerable<ReviewRemark> CheckInvitation(IReadOnlyList<Passage> passages, bool hasPlaceBlock)
    {
        var all = string.Join('\n', passages.Select(passage => passage.Prose));
        var invitation = passages.FirstOrDefault(passage => passage.IsMarkdown && Dates(passage.Prose).Any(d => d.Match.Groups["weekday"].Success) && Invitation().IsMatch(passage.Prose));
        if (invitation is null) yield break;
        if (!hasPlaceBlock && !Place().IsMatch(all)) yield return invitation.Remark(ReviewCodes.EventPlaceMissing, null);
        if (!Hour().IsMatch(all)) yield return invitation.Remark(ReviewCodes.EventTimeMissing, null);
        if (Paid().IsMatch(all) && !Price().IsMatch(all)) yield return invitation.Remark(ReviewCodes.EventPriceMissing, null);
    }

    private static IEnumerable<(Match Match, CultureInfo Culture)> Dates(string text)
        => FrenchDate().Matches(text).Select(match => (match, Languages[0])).Concat(EnglishDate().Matches(text).Select(match => (match, Languages[1])));

    private static int DayOf(Match match) => int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);

    private static int MonthOf(Match match, CultureInfo culture)
        => Array.FindIndex(culture.DateTimeFormat.MonthNames, name => name.Equals(match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;

    private static string Like(string word, string model) => char.IsUpper(model[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private const string FrenchMonths = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December";

    [GeneratedRegex($@"\b(?:(?<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?<day>3[01]|[12]\d|[1-9])(?:er)?\s+(?<month>{FrenchMonths})(?:\s+(?<year>20\d\d))?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex FrenchDate();

    [GeneratedRegex($@"\b(?:(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+)?(?<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?\s+(?<month>{EnglishMonths})(?:\s+(?<year>20\d\d))?\b", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"\b(?:rendez-vous|rejoignez|venez|retrouvons|retrouvez|invit\w+|convi\w+|inscri\w+|join us|come|invited)\b", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\b(?:rue|avenue|boulevard|quai|impasse|chemin|allée|route|square|passage|place|salle|mairie|école|collège|lycée|maison|centre|gymnase|jardin|parc|local|café|bar|bibliothèque|médiathèque|théâtre|église|stade|ferme|chez|en ligne|visio\w*|à distance|street|road|hall|room|school|online)\b|\b\d{5}\b", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b\d{1,2}\s?(?:h|heures?|am|pm)\b|\b\d{1,2}\s?h\s?\d\d\b|\b\d{1,2}:\d\d\b|\bmidi\b|\bminuit\b|\bnoon\b", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Hour();

    [GeneratedRegex(@"\b(?:billets?|billetterie|tarifs?|stage|concert|spectacle|repas|dîner|loto|tombola|tickets?)\b", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Paid();

    [GeneratedRegex(@"€|\beuros?\b|\bgratuite?s?\b|\bprix libre\b|\bentrée libre\b|\bparticipation libre\b|\boffert\w*\b|\bfree\b", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Price();
}
