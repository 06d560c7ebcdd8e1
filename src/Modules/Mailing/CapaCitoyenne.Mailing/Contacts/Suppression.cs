namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// An address that must not be written to: in one space, or on the whole hub where <see cref="TenantId"/> is null. It is kept as a hash only,
/// so that an erased person stays protected without being known.
/// </summary>
internal sealed class Suppression : Entity<Guid>, IMultiTenant
{
    private Suppression() { }

    public Suppression(Guid id, Guid emailKey, SuppressionReason reason, DateTime time) : base(id)
    {
        EmailKey = emailKey;
        Reason = reason;
        Time = time;
    }

    public Guid? TenantId { get; private set; }

    public Guid EmailKey { get; private set; }

    public SuppressionReason Reason { get; private set; }

    public DateTime Time { get; private set; }
}
