using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// When to speak of the agenda: modules stay folded until their need shows. News that announce days are that need; an association that has
/// put an event in its agenda knows it already.
/// </summary>
internal static partial class AgendaThermostat
{
    /// <summary>News with a day in them from which on the agenda is worth it.</summary>
    public const int MinDatedNews = 3;

    /// <param name="news">The words of each piece of news: title, summary, opening.</param>
    public static bool ShouldPropose(IEnumerable<string> news, bool isUsed) => !isUsed && news.Count(NamesADay) >= MinDatedNews;

    /// <summary>Whether a text names a day: "samedi 21 mars", "le 1er juin", "21/03", "June 4th". A year or an hour alone is none.</summary>
    public static bool NamesADay(string text) => Day().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:1er|[12]?\d|3[01])\s+(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)\b"
        + @"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+(?:1er|[12]?\d|3[01])\b(?!\s*h)"
        + @"|\b(?:[12]?\d|3[01])(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
        + @"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b"
        + @"|\b(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/\d{2,4})?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();
}
