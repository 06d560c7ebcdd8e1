using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Events that show a file of the library, beside their text or in it.</summary>
internal sealed class EventMediaUsageProvider(IEventRepository events, IAsyncQueryableExecuter executer) : IMediaUsageProvider
{
    public async Task<List<MediaUse>> FindAsync(string text)
    {
        var image = Urn.IdOf(text);
        var all = text == MediaUrns.Prefix;
        var found = await executer.ToListAsync((await events.GetQueryableAsync())
            .Where(e => e.Markdown!.Contains(text) || (e.ImageId != null && (all || e.ImageId == image)))
            .Select(e => new { e.Id, e.Title, e.Markdown, e.ImageId }));
        return found.ConvertAll(e => new MediaUse(
            "event", e.Id, e.Title, "site/agenda/" + e.Id.ToString("D"), MediaUrns.In(e.Markdown, e.ImageId is { } id ? Urn.Of("media", id) : null)));
    }
}
