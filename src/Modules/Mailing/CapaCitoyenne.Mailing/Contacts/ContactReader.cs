using CapaCitoyenne.Mailing.Segments;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Contacts with all that hangs on them, in a fixed number of queries.</summary>
internal sealed class ContactReader(IContactRepository contacts, IContactDetailRepository details, IRepository<Segment, Guid> segments) : ITransientDependency
{
    public async Task<List<ContactDto>> ReadAsync(IReadOnlyCollection<Contact> rows, IEnumerable<Consent>? consents = null, CancellationToken cancellationToken = default)
    {
        if (rows.Count == 0) return [];
        var ids = rows.Select(c => c.Id).ToList();
        var lists = await contacts.GetListsAsync(ids, cancellationToken);
        var tags = await details.GetTagsAsync(ids, cancellationToken);
        var fields = await details.GetFieldsAsync(ids, cancellationToken);
        var known = consents?.ToLookup(k => k.ContactId);
        return [.. rows.Select(c =>
        {
            var dto = c.ToDto(known?[c.Id]);
            dto.Lists = [.. lists[c.Id]];
            dto.Tags = [.. tags[c.Id]];
            dto.Fields = fields[c.Id].ToDictionary(f => f.Name, f => f.Value);
            return dto;
        })];
    }

    public async Task<ContactFilter> FilterOfAsync(IContactFilter input, CancellationToken cancellationToken = default) => new()
    {
        Words = input.Filter,
        ListId = input.ListId,
        Status = input.Status,
        TagId = input.TagId,
        Rule = input.SegmentId is { } id ? (await segments.GetAsync(id, cancellationToken)).Rule : null,
    };
}
