using System.Globalization;
using System.Text;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Names as they are searched for and compared: lower case, without accents, œ and æ spelt out.</summary>
internal static class SearchText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            switch (c)
            {
                case 'œ': result.Append("oe"); break;
                case 'æ': result.Append("ae"); break;
                case '’': result.Append('\''); break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }
}
