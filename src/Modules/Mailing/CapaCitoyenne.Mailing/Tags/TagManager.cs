namespace CapaCitoyenne.Mailing.Tags;

internal sealed class TagManager(IRepository<Tag, Guid> tags, IRepository<TaggedContact> tagged) : DomainService
{
    /// <summary>The tags of these names; those that do not exist are made.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TagTooMany"/>.</exception>
    /// <param name="names">Case and accents do not matter.</param>
    /// <param name="upToLimit">Leaves out those that would be too many, where nobody is there to be told.</param>
    public async Task<List<Tag>> GetOrCreateAsync(IEnumerable<string> names, bool upToLimit = false)
    {
        var wanted = names.Select(n => n.Trim()).Where(n => n.Length > 0).DistinctBy(Tag.NormalizeName).ToList();
        if (wanted.Count == 0) return [];
        var keys = wanted.Select(Tag.NormalizeName).ToList();
        var found = await tags.GetListAsync(t => keys.Contains(t.NormalizedName));
        var fresh = wanted.Where(n => found.TrueForAll(t => t.NormalizedName != Tag.NormalizeName(n))).Select(n => new Tag(GuidGenerator.Create(), n)).ToList();
        if (fresh.Count > 0)
        {
            var room = TagConsts.MaxTags - (int)await tags.GetCountAsync();
            if (upToLimit && fresh.Count > room) fresh.RemoveRange(Math.Max(0, room), fresh.Count - Math.Max(0, room));
            if (fresh.Count > room) throw new BusinessException(MailingErrorCodes.TagTooMany).WithData("Max", TagConsts.MaxTags);
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
