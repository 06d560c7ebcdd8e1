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
    /// <summary>The batch of a silent worker is in doubt.</summary>
    DoubtAdmitted,
    /// <summary>It is decided, and committed, that the batch is to be cancelled at the provider.</summary>
    CancelRequested,
    /// <summary>The provider has said what became of a batch, nothing is recorded.</summary>
    DoubtAnswered,
    /// <summary>The end of a doubt is written and not committed.</summary>
    DoubtSettled,
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
