using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Results;

internal static class LedgerStates
{
    /// <summary>The letter certainly did not reach them, and not because they wished so.</summary>
    public static readonly DeliveryState[] NeverGotIt =
        [DeliveryState.Blocked, DeliveryState.Dropped, DeliveryState.Bounced, DeliveryState.Refused, DeliveryState.Cancelled];

    /// <summary>Whom a notice has to be brought to by another way: who did not get it, who may not have, and who was left out.</summary>
    public static readonly DeliveryState[] NotReached = [.. NeverGotIt, DeliveryState.InDoubt, DeliveryState.Skipped, DeliveryState.Queued];
}
