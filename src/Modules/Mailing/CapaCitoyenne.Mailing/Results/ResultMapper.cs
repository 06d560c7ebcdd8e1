using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Results;

internal static partial class ResultMapper
{
    public static RecipientDto ToDto(this LedgerLine line, IStringLocalizer localizer) => new(
        line.ContactId, line.Email, line.State, CampaignMapper.ToText(line.Reason, localizer), line.LastChangeTime)
    {
        Name = $"{line.FirstName} {line.LastName}".Trim() is { Length: > 0 } name ? name : null,
        Explanation = DeliveryReasons.KeyOf(line.State, line.Reason) is { } key ? localizer[key].Value : null,
    };

    /// <summary>Reasons that mean the same are one line, and name nobody: they are shown to people who may not see the address book.</summary>
    public static List<ReasonCountDto> ToDtos(this IEnumerable<ReasonCount> reasons, IStringLocalizer localizer) =>
    [
        .. reasons
            .Select(r => new ReasonCountDto(
                r.State, DeliveryReasons.KeyOf(r.State, r.Reason) is { } key ? localizer[key].Value : CampaignMapper.ToText(r.Reason, localizer) is { } words ? AnAddress().Replace(words, "…") : "", r.Count))
            .GroupBy(r => (r.State, r.Explanation))
            .Select(g => g.First() with { Count = g.Sum(r => r.Count) })
            .OrderByDescending(r => r.Count),
    ];

    [GeneratedRegex(@"[^\s<>:;,]+@[^\s<>:;,]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnAddress();
}
