namespace CapaCitoyenne.Mailing.Contacts;

internal sealed record ContactQuery(string? Filter, Guid? ListId, ContactStatus? Status, string? AfterEmail, int Count);

internal interface IContactRepository : IRepository<Contact, Guid>
{
    /// <summary>In the order of the addresses, after <see cref="ContactQuery.AfterEmail"/>.</summary>
    Task<List<Contact>> GetPageAsync(ContactQuery query, CancellationToken cancellationToken = default);

    /// <summary>The lists that these contacts are in (not those they left).</summary>
    Task<ILookup<Guid, ContactListDto>> GetListsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    /// <summary>Whether the address must not be written to, in this space or on the whole hub.</summary>
    Task<bool> IsSuppressedAsync(Guid emailKey, CancellationToken cancellationToken = default);

    Task LiftSuppressionAsync(Guid emailKey, CancellationToken cancellationToken = default);
}
