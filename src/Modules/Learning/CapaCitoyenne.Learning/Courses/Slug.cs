using System.Globalization;
using System.Text;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>Addresses from titles: "L’œuvre d’été" becomes <c>l-oeuvre-d-ete</c>.</summary>
internal static class Slug
{
    public static string From(string title, int maxLength)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var text = slug.Length > maxLength ? slug.ToString(0, maxLength) : slug.ToString();
        text = text.Trim('-');
        return text.Length == 0 ? "sans-titre" : text;
    }
}
