using System.Text;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Search;

namespace CapaCitoyenne.Library.Commons;

/// <summary>Addresses made from titles.</summary>
internal static class Slugs
{
    // Room for "-123" or an id after it.
    private const int MaxLength = GuideConsts.MaxSlugLength - 35;

    /// <summary>"Animer un world café !" becomes "animer-un-world-cafe"; a title without a letter becomes "guide".</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in FrenchText.Fold(title))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString();
        text = (text.Length > MaxLength ? text[..MaxLength] : text).Trim('-');
        return text.Length == 0 ? "guide" : text;
    }
}
