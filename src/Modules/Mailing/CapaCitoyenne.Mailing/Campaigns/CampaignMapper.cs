using CapaCitoyenne.Mailing.Delivery;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Campaigns;

internal static class CampaignMapper
{
    public static CampaignDto ToDto(this Campaign campaign, IEnumerable<StateCount> counts, IStringLocalizer localizer, bool withContent = true) => new()
    {
        Id = campaign.Id,
        Name = campaign.Name,
        Subject = campaign.Subject,
        PreviewText = campaign.PreviewText,
        FromName = campaign.FromName,
        ReplyTo = campaign.ReplyTo,
        Purpose = campaign.Purpose,
        Language = campaign.Language,
        ListIds = [.. campaign.ListIds],
        SegmentId = campaign.SegmentId,
        Content = withContent ? campaign.ContentJson : null,
        Kind = campaign.Kind,
        IsInArchive = campaign.IsInArchive,
        Status = campaign.Status,
        ScheduledTime = campaign.ScheduledTime,
        SentTime = campaign.SentTime,
        RecallableUntil = campaign.RecallableUntil,
        CreationTime = campaign.CreationTime,
        LastModificationTime = campaign.LastModificationTime,
        PauseReason = ToText(campaign.PauseReason, localizer),
        Counts = counts.ToDto(),
        ResendOfId = campaign.ResendOfId,
        ConcurrencyStamp = campaign.ConcurrencyStamp,
    };

    public static CampaignProgressDto ToProgressDto(this Campaign campaign, IEnumerable<StateCount> counts, IStringLocalizer localizer) =>
        new(campaign.Status, campaign.ScheduledTime, ToText(campaign.PauseReason, localizer), counts.ToDto());

    public static CampaignCountsDto ToDto(this IEnumerable<StateCount> counts)
    {
        var dto = new CampaignCountsDto();
        foreach (var (state, count) in counts)
        {
            dto.Total += count;
            switch (state)
            {
                case DeliveryState.Queued: dto.Queued += count; break;
                case DeliveryState.InDoubt: dto.InDoubt += count; break;
                case DeliveryState.Accepted or DeliveryState.Deferred: dto.Accepted += count; break;
                case DeliveryState.Delivered: dto.Delivered += count; break;
                case DeliveryState.Blocked or DeliveryState.Dropped or DeliveryState.Bounced: dto.Bounced += count; break;
                case DeliveryState.Complained: dto.Complained += count; break;
                case DeliveryState.Skipped: dto.Skipped += count; break;
                case DeliveryState.Refused: dto.Refused += count; break;
                case DeliveryState.Cancelled: dto.Cancelled += count; break;
            }
        }

        return dto;
    }

    /// <summary>Our own reasons are keys (<c>Mailing:…</c>, with the provider's words after a bar); others are the provider's words.</summary>
    public static string? ToText(string? reason, IStringLocalizer localizer)
    {
        if (reason?.StartsWith("Mailing:", StringComparison.Ordinal) != true) return reason;
        var parts = reason.Split('|', 2);
        // The provider's words stand inside a sentence of ours.
        return localizer[parts[0], parts.Length > 1 ? parts[1].TrimEnd('.', ' ') : ""];
    }
}
