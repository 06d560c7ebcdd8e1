using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Asks all modules what they show of the library.</summary>
internal sealed class MediaUsageFinder(IEnumerable<IMediaUsageProvider> providers) : ITransientDependency
{
    public async Task<List<MediaUsageDto>> FindAsync(Guid id)
        => (await AskAsync(Urn.Of("media", id))).ConvertAll(use => new MediaUsageDto(use.Kind, use.Title, use.Link));

    /// <summary>Everything that something shows.</summary>
    public async Task<HashSet<Guid>> FindUsedAsync() => [.. (await AskAsync(MediaUrns.Prefix)).SelectMany(use => use.MediaIds)];

    // One after the other: they share a database connection.
    private async Task<List<MediaUse>> AskAsync(string text)
    {
        var uses = new List<MediaUse>();
        foreach (var provider in providers) uses.AddRange(await provider.FindAsync(text));
        return uses;
    }
}
