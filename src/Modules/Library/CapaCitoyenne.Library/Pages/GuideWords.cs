using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Library.Pages;

/// <summary>Figures of a card in words.</summary>
internal static class GuideWords
{
    public static string Duration(IStringLocalizer texts, int minutes)
        => minutes < 60 ? texts["Guide:Minutes", minutes]
            : minutes % 60 == 0 ? texts["Guide:Hours", minutes / 60]
            : texts["Guide:HoursMinutes", minutes / 60, minutes % 60];

    public static string Audience(IStringLocalizer texts, int? min, int? max) => (min, max) switch
    {
        ({ } from, { } to) => texts["Guide:AudienceRange", from, to],
        ({ } from, null) => texts["Guide:AudienceFrom", from],
        (null, { } to) => texts["Guide:AudienceUpTo", to],
        _ => "",
    };

    public static string Cost(IStringLocalizer texts, decimal euros) => euros == 0 ? texts["Guide:CostFree"] : texts["Guide:CostEuros", euros.ToString("0.##", System.Globalization.CultureInfo.CurrentCulture)];
}
