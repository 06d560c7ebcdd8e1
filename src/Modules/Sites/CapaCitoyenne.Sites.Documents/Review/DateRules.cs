using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>« le mardi 12 mars » when that day is a Thursday; an invitation without place, hour or price.</summary>
internal static partial class DateRules
{
    public static IEnumerable<ReviewRemark> Check(Passage passage, ReviewContext context)
    {
        if (passage.Field.Kind is not (FieldKind.Markdown or FieldKind.Text)) yield break;
        foreach (var date in WrittenDate.In(passage.Words))
        {
            if (date.IsImpossible) yield return passage.Remark(ReviewCodes.DateImpossible, null, ("Date", date.Text));
            if (date.Weekday is not { } weekday || date.Near(context.Today) is not { Count: > 0 } days || days.Any(date.IsRight)) continue;
            // Without a year the next one is meant.
            var meant = days.FirstOrDefault(d => d >= context.Today, days[^1]);
            var right = Like(date.NameOf(meant.DayOfWeek), weekday.Value);
            var repair = passage.Replace(weekday.Index, date.End - weekday.Index, right + passage.Text[(weekday.Index + weekday.Length)..date.End]);
            yield return passage.Remark(ReviewCodes.WeekdayWrong, repair, ("Date", date.Text), ("Weekday", right), ("Year", meant.Year));
        }
    }

    /// <summary>For the document as a whole: what an invitation says in one block may have its place in another. The report of a day that has passed invites nobody.</summary>
    public static IEnumerable<ReviewRemark> CheckInvitation(IReadOnlyList<Passage> passages, bool hasPlaceBlock, ReviewContext context)
    {
        var all = string.Join('\n', passages.Select(passage => passage.Words));
        var invitation = passages.FirstOrDefault(passage => passage.IsMarkdown && Invitation().IsMatch(passage.Prose)
            && WrittenDate.In(passage.Words).Any(date => date.Weekday is not null && date.IsToCome(context.Today)));
        if (invitation is null) yield break;
        if (!hasPlaceBlock && !Place().IsMatch(all)) yield return invitation.Remark(ReviewCodes.EventPlaceMissing, null) with { BlockToAdd = BlockTypes.Map };
        if (!Hour().IsMatch(all)) yield return invitation.Remark(ReviewCodes.EventTimeMissing, null);
        if (Paid().IsMatch(all) && !Price().IsMatch(all)) yield return invitation.Remark(ReviewCodes.EventPriceMissing, null);
    }

    private static string Like(string word, string model) => char.IsUpper(model[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    [GeneratedRegex(@"\b(?:rendez-vous|rejoignez|venez|retrouvons|retrouvez|invit\w+|convi\w+|inscri\w+|join us|come|invited)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Invitation();

    /// <summary>« La mise en place », « en local », « au passage » are no places: such words want a name behind them, or « au », « sur la » before.</summary>
    [GeneratedRegex(
        @"\b(?:rue|avenue|boulevard|quai|impasse|allée|square|salle|mairie|école|collège|lycée|gymnase|jardin|bibliothèque|médiathèque|théâtre|église|stade|en ligne|visio\w*|à distance|street|road|hall|room|school|online)\b|\b\d{5}\b"
        + @"|\b(?:place|passage|route|chemin|local|centre|maison|parc|café|bar|ferme|chez)\s+(?:(?:de|du|des|de la)\s+|(?:de )?l['’]|d['’])?(?-i:\p{Lu})"
        + @"|(?<!\b(?:à la|en) )\bplace\s+(?:du|des|de la|de l['’])|\b(?:route|chemin)\s+(?:de|du|des|d['’])"
        + @"|\b(?:au|(?:dans|devant)\s+(?:le|la|notre)|sur\s+(?:le|la|notre)|notre)\s+(?:place|parc|local|centre|maison|café|bar|ferme)\b|\bà\s+la\s+(?:maison|ferme)\b",
        RegexOptions.IgnoreCase, 500)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b\d{1,2}\s*(?:h|heures?|am|pm)\b|\b\d{1,2}\s*h\s*\d\d\b|\b\d{1,2}:\d\d\b|\bmidi\b|\bminuit\b|\bnoon\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hour();

    [GeneratedRegex(@"\b(?:billets?|billetterie|tarifs?|stage|concert|spectacle|repas|dîner|loto|tombola|tickets?)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Paid();

    [GeneratedRegex(@"€|\beuros?\b|\bgratuite?s?\b|\bprix libre\b|\bentrée libre\b|\bparticipation libre\b|\boffert\w*\b|\bfree\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Price();
}
