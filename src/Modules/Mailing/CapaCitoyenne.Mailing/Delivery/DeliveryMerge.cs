using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Delivery;

/// <summary>What the provider told about one recipient.</summary>
internal readonly record struct DeliveryNews(DeliveryState State, string? Reason, DateTime Time);

/// <summary>
/// Merges news into the ledger. The higher rank wins and a rank never gives way to its equal, so the result depends neither on
/// the order in which news arrive nor on how often they are repeated. Only the resolver of doubt may put a recipient back to
/// <see cref="DeliveryState.Queued"/>, under the fence of the chunk.
/// </summary>
internal static class DeliveryMerge
{
    /// <summary>From here on it is certain that nothing was sent: news about such a recipient belong to an attempt that did not count.</summary>
    public const DeliveryState FirstNeverSent = DeliveryState.Skipped;

    public static bool Wins(DeliveryState current, DeliveryState news) => current < FirstNeverSent && news > current;

    public static DeliveryState Merge(DeliveryState current, DeliveryState news) => Wins(current, news) ? news : current;

    /// <summary>The state that wins among news of one batch, with its earliest time.</summary>
    public static DeliveryNews Strongest(IEnumerable<DeliveryNews> news) =>
        news.OrderByDescending(n => n.State).ThenBy(n => n.Time).ThenBy(n => n.Reason, StringComparer.Ordinal).First();
}
