using CapaCitoyenne.Sites.Agenda;

namespace CapaCitoyenne.Sites.Search;

/// <summary>Events in the search index, while they are online. Called off ones stay: people look for what became of them.</summary>
internal sealed class EventIndexer(SearchIndexer indexer, EventDescription descriptions) : ITransientDependency
{
    public Task UpdateAsync(Event one) => one.IsPublished
        ? indexer.WriteAsync(new SearchSubject(one.Id, one.Path, one.Title, one.Category, string.Join('\n', descriptions.ToWords(one), one.PlaceName, one.PlaceAddress), one.Times.StartDay))
        : indexer.RemoveAsync(one.Id);
}
