namespace CapaCitoyenne.Mailing.Campaigns;

public enum CampaignKind
{
    /// <summary>Sent once.</summary>
    Letter = 0,
    /// <summary>Sent to each who signs up, as long as it is at work (<see cref="CampaignStatus.Sending"/>).</summary>
    Welcome = 1,
    /// <summary>A letter that a digest wrote.</summary>
    Digest = 2,
}

public enum CampaignStatus
{
    Draft = 0,
    /// <summary>Ordered; leaves at <see cref="CampaignDto.ScheduledTime"/>. Can still be called back.</summary>
    Scheduled = 1,
    /// <summary>The recipients are being written down.</summary>
    Freezing = 2,
    Sending = 3,
    Paused = 4,
    Sent = 5,
    Cancelled = 6,
}

/// <summary>
/// What is known of one recipient. The order is the merge rank: a state only gives way to a higher one, so that late, repeated and
/// reordered events do no harm.
/// </summary>
public enum DeliveryState
{
    /// <summary>Written down, not handed over yet.</summary>
    Queued = 0,
    /// <summary>Handed over; no answer came. Neither repeated nor forgotten: resolved by events, or shown by name.</summary>
    InDoubt = 10,
    /// <summary>The provider has it.</summary>
    Accepted = 20,
    Deferred = 30,
    /// <summary>Refused for now by the recipient's server (reputation, content). Unsubscribes nobody.</summary>
    Blocked = 40,
    Delivered = 50,
    /// <summary>Given up by the provider before any server was asked.</summary>
    Dropped = 60,
    Bounced = 70,
    Complained = 80,
    /// <summary>Left out before the hand-over: unsubscribed, suppressed or erased since.</summary>
    Skipped = 90,
    /// <summary>The address was refused by the provider: certainly not sent.</summary>
    Refused = 91,
    /// <summary>The campaign was cancelled first: certainly not sent.</summary>
    Cancelled = 92,
}
