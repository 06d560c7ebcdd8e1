using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Library.Search;

/// <summary>Brings the many ways of writing the same French word to one: case, accents, ligatures, inclusive forms, dotted acronyms.</summary>
public static partial class FrenchText
{
    /// <summary>Lower case, without accents, œ and æ spelled out: "Cœur d'Été" becomes "coeur d'ete".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 4);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            switch (c)
            {
                case 'œ': folded.Append("oe"); break;
                case 'æ': folded.Append("ae"); break;
                case '’' or 'ʼ' or '‘' or '`' or '´': folded.Append('\''); break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                    {
                        folded.Append(c);
                    }

                    break;
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Words of a text as they are read: inclusive forms brought to their base, elided articles and hyphens cut off.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var plain = DottedAcronym().Replace(Printable(text), match => match.Value.Replace(".", "", StringComparison.Ordinal));
        plain = InclusiveForm().Replace(plain, Masculine);
        foreach (Match match in Word().Matches(plain))
        {
            yield return match.Value.ToLowerInvariant();
        }
    }

    // A lone surrogate cannot be normalized; nobody searches for one.
    private static string Printable(string text)
        => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
            ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC)
            : text.Normalize(NormalizationForm.FormC);

    private static string Masculine(Match match)
    {
        var stem = match.Groups["stem"].Value;
        var plural = match.Groups["plural"].Success || match.Groups["ending"].Value.EndsWith('s');
        return plural && !stem.EndsWith('s') && !stem.EndsWith('x') ? stem + "s" : stem;
    }

    // adhérent·e·s, formateur.rice.s, citoyen-ne-s, élu(e)s, usager/ère/s, tous·tes
    [GeneratedRegex(
        @"(?<stem>\p{L}{2,})(?:[·•‧∙⋅.\-/]|\()(?<ending>(?:e|ne|le|te|se|ve|fe|sse|esse|ère|ere|ière|iere|ice|rice|trice|euse)s?)\)?(?:[·•‧∙⋅.\-/]?(?<plural>s))?(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InclusiveForm();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:\p{L}\.){2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DottedAcronym();

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
