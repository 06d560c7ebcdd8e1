namespace CapaCitoyenne.Mailing.Tags;

internal sealed class TagManager(IRepository<Tag, Guid> tags, IRepository<TaggedContact> tagged) : DomainService
{
    /// <summary>The tags of these names; those that do not exist are made.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TagTooMany"/>.</exception>
    public async Task<List<Tag>> GetOrCreateAsync(IEnumerable<string> names)
    {
        var wanted = names.Select(n => n.Trim()).Where(n => n.Length > 0).DistinctBy(Tag.NormalizeName).ToList();
        if (wanted.Count == 0) return [];
        var keys = wanted.Select(Tag.NormalizeName).ToList();
        var found = await tags.GetListAsync(t => keys.Contains(t.NormalizedName));
        var fresh = wanted.Where(n => found.TrueForAll(t => t.NormalizedName != Tag.NormalizeName(n))).Select(n => new Tag(GuidGenerator.Create(), n)).ToList();
        if (fresh.Count > 0)
        {
            if (await tags.GetCountAsync() + fresh.Count > TagConsts.MaxTags) throw new BusinessException(MailingErrorCodes.TagTooMany).WithData("Max", TagConsts.MaxTags);
            await tags.InsertManyAsync(fresh, autoSave: true);
        }

        return [.. found, .. fresh];
    }

    /// <summary>Gives the contact exactly these tags.</summary>
    public async Task SetAsync(Guid contactId, IEnumerable<string> names)
    {
        var wanted = (await GetOrCreateAsync(names)).Select(t => t.Id).ToHashSet();
        var rows = await tagged.GetListAsync(t => t.ContactId == contactId);
        await tagged.DeleteManyAsync(rows.Where(r => !wanted.Contains(r.TagId)));
        await tagged.InsertManyAsync(wanted.Where(id => rows.TrueForAll(r => r.TagId != id)).Select(id => new TaggedContact(id, contactId)), autoSave: true);
    }
}
