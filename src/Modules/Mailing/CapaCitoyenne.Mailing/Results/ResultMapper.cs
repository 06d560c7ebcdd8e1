using CapaCitoyenne.Mailing.Campaigns;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Results;

internal static class ResultMapper
{
    public static RecipientDto ToDto(this LedgerLine line, IStringLocalizer localizer) => new(
        line.ContactId, line.Email, line.State, CampaignMapper.ToText(line.Reason, localizer), line.LastChangeTime)
    {
        Name = $"{line.FirstName} {line.LastName}".Trim() is { Length: > 0 } name ? name : null,
        Explanation = DeliveryReasons.KeyOf(line.State, line.Reason) is { } key ? localizer[key].Value : null,
    };

    /// <summary>Reasons that mean the same are one line.</summary>
    public static List<ReasonCountDto> ToDtos(this IEnumerable<ReasonCount> reasons, IStringLocalizer localizer) =>
    [
        .. reasons
            .Select(r => new ReasonCountDto(
                r.State, DeliveryReasons.KeyOf(r.State, r.Reason) is { } key ? localizer[key].Value : CampaignMapper.ToText(r.Reason, localizer) ?? "", r.Count))
            .GroupBy(r => (r.State, r.Explanation))
            .Select(g => g.First() with { Count = g.Sum(r => r.Count) })
            .OrderByDescending(r => r.Count),
    ];
}
