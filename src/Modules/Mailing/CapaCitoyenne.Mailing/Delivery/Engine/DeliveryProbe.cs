namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>The places where a crash must do no harm.</summary>
internal enum DeliveryStep
{
    CampaignStarted,
    /// <summary>Recipients are written and not committed.</summary>
    BatchWritten,
    BatchFrozen,
    ChunkLeased,
    AttemptCommitted,
    /// <summary>The provider has answered, nothing is recorded.</summary>
    HandedOver,
    /// <summary>The outcome is written and not committed.</summary>
    OutcomeWritten,
    OutcomeRecorded,
}

/// <summary>Told where the engine is. Does nothing in production; the crash tests kill the process here.</summary>
internal interface IDeliveryProbe
{
    void Reached(DeliveryStep step);
}

internal sealed class NoDeliveryProbe : IDeliveryProbe, ISingletonDependency
{
    public void Reached(DeliveryStep step)
    {
        // Nobody watches.
    }
}
