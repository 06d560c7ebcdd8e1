using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Asks all modules what they show of the library.</summary>
internal sealed class MediaUsageFinder(
    IEnumerable<IMediaUsageProvider> providers, IMediaRepository media, IRepository<MediaUseEntry, Guid> entries, SiteManager siteManager, IGuidGenerator guids, ICurrentTenant currentTenant) : ITransientDependency
{
    public async Task<List<MediaUsageDto>> FindAsync(Guid id)
        => (await AskAsync(Urn.Of("media", id))).ConvertAll(use => new MediaUsageDto(use.Kind, use.Title, use.Link));

    /// <summary>Files that nothing shows; newest first.</summary>
    public async Task<List<MediaFile>> GetUnusedPageAsync(MediaQuery query, int count)
    {
        var site = await siteManager.GetAsync();
        if (!site.AreMediaUsesNoted) await NoteAllAsync(site);
        return await media.GetUnusedPageAsync(query, count);
    }

    /// <summary>Once for each site that is older than the index: everything is read.</summary>
    private async Task NoteAllAsync(Site site)
    {
        var known = (await entries.GetListAsync()).Select(entry => (entry.OwnerId, entry.MediaId)).ToHashSet();
        var missing = (await AskAsync(MediaUrns.Prefix)).SelectMany(use => use.MediaIds.Select(id => (use.OwnerId, Id: id))).Where(known.Add)
            .Select(use => new MediaUseEntry(guids.Create(), currentTenant.Id, use.OwnerId, use.Id)).ToList();
        site.MarkMediaUsesNoted();
        await entries.InsertManyAsync(missing, autoSave: true);
    }

    // One after the other: they share a database connection.
    private async Task<List<MediaUse>> AskAsync(string text)
    {
        var uses = new List<MediaUse>();
        foreach (var provider in providers) uses.AddRange(await provider.FindAsync(text));
        return uses;
    }
}
