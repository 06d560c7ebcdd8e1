using System.Globalization;

namespace CapaCitoyenne.Learning.Questions.Scoring;

/// <summary>Numbers as French learners type them.</summary>
internal static class AnswerNumber
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>"1 000", "3,14", "3.14", "−2": the number; null for anything else, "1,234.5" included, which could be two numbers.</summary>
    public static decimal? Parse(string text)
    {
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-').Replace(',', '.');
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(compact, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static string Display(decimal value, decimal tolerance)
    {
        var text = value.ToString("#,0.############", French);
        return tolerance == 0 ? text : $"{text} ± {tolerance.ToString("#,0.############", French)}";
    }
}
