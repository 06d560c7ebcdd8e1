namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>One webhook call as it came, kept until it is merged. On the host side: a call may speak of several spaces.</summary>
internal sealed class InboxEntry : Entity<Guid>, IMultiTenant
{
    public const int HashLength = 64;

    private InboxEntry() { }

    public InboxEntry(Guid id, string hash, string body, DateTime receivedTime) : base(id)
    {
        Hash = hash;
        BodyJson = body;
        ReceivedTime = receivedTime;
    }

    public Guid? TenantId { get; private set; }

    /// <summary>SHA-256 of the body: the provider repeats calls whose answer it did not get.</summary>
    public string Hash { get; private set; } = "";

    public string BodyJson { get; private set; } = "";

    public DateTime ReceivedTime { get; private set; }

    public DateTime? MergedTime { get; private set; }

    /// <summary>The text is not needed any more; the hash stays, against repetitions.</summary>
    public void Merged(DateTime now)
    {
        MergedTime = now;
        BodyJson = "";
    }
}
