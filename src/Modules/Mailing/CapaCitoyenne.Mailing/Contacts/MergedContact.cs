namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// A contact that was one person with another, under its old id: the ledger and the links of old letters keep naming it, and lead to
/// <see cref="ContactId"/> by this row.
/// </summary>
internal sealed class MergedContact : Entity<Guid>, IMultiTenant
{
    private MergedContact() { }

    /// <param name="id">The id of the contact that is not there any more.</param>
    public MergedContact(Guid id, Guid contactId) : base(id) => ContactId = contactId;

    public Guid? TenantId { get; private set; }

    public Guid ContactId { get; private set; }

    public void Follow(Guid contactId) => ContactId = contactId;
}
