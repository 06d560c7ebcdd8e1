using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Segments;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Which contacts: those that meet everything that is given; nothing given is the whole book of the space.</summary>
internal sealed record ContactFilter
{
    /// <summary>Beginnings of the address or of names.</summary>
    public string? Words { get; init; }

    public Guid? ListId { get; init; }

    public ContactStatus? Status { get; init; }

    public Guid? TagId { get; init; }

    public SegmentRule? Rule { get; init; }

    public IReadOnlyCollection<Guid>? Ids { get; init; }
}

/// <param name="After">Where the page before ended; see <see cref="ContactCursor"/>.</param>
internal sealed record ContactQuery(ContactFilter Filter, ContactSort Sort, ContactCursor? After, int Count);

internal interface IContactRepository : IRepository<Contact, Guid>
{
    Task<List<Contact>> GetPageAsync(ContactQuery query, CancellationToken cancellationToken = default);

    /// <summary>Stops at <see cref="ContactConsts.MaxExactCount"/>.</summary>
    Task<ContactCountDto> CountAsync(ContactFilter filter, CancellationToken cancellationToken = default);

    /// <summary>By its id, or by the id of a contact that became one with it.</summary>
    Task<Contact?> FindByLinkAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Of all spaces: deletes addresses that were left in a sign-up form, asked to confirm before that time (UTC), and that nobody did anything with since.
    /// </summary>
    Task<int> DeleteNeverConfirmedAsync(DateTime before, CancellationToken cancellationToken = default);

    /// <summary>The ids that the ledger knows this person by: its own first.</summary>
    Task<List<Guid>> GetLedgerIdsAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Contacts of the same first and last name, name by name; at most <paramref name="names"/> names.</summary>
    Task<List<Contact>> GetNamesakesAsync(int names, CancellationToken cancellationToken = default);

    /// <summary>The lists that these contacts are in (not those they left).</summary>
    Task<ILookup<Guid, ContactListDto>> GetListsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    /// <summary>Whether the address must not be written to, in this space or on the whole hub.</summary>
    Task<bool> IsSuppressedAsync(Guid emailKey, CancellationToken cancellationToken = default);

    /// <summary>Whether the address complained about this space or about the hub after <paramref name="since"/> (UTC; null = never asked).</summary>
    Task<bool> HasComplainedAsync(Guid emailKey, DateTime? since, CancellationToken cancellationToken = default);

    /// <summary>By the person's own wish only: in this space, and on the hub, which would keep this space from writing as well. Other spaces' own stay.</summary>
    Task LiftSuppressionAsync(Guid emailKey, CancellationToken cancellationToken = default);
}

/// <summary>What hangs on contacts, read and changed in sets.</summary>
internal interface IContactDetailRepository
{
    Task<ILookup<Guid, ContactTagDto>> GetTagsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    Task<ILookup<Guid, FieldValue>> GetFieldsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    Task<Dictionary<Guid, long>> CountTaggedAsync(CancellationToken cancellationToken = default);

    /// <summary>The contacts of a filter that a change would touch; only asked for named contacts.</summary>
    Task<List<Guid>> FindChangingAsync(ContactFilter filter, ContactAction action, Guid targetId, CancellationToken cancellationToken = default);

    /// <summary>Adds or takes away a list or a tag in one statement. Who left a list themselves is not put back.</summary>
    /// <returns>Contacts that changed.</returns>
    Task<int> ApplyAsync(ContactFilter filter, ContactAction action, Guid targetId, CancellationToken cancellationToken = default);
}
