using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What the agenda blocks of a document show: the next times of published events.</summary>
internal sealed class AgendaBlockSource(IEventRepository events, EventWording wording, IClock clock) : ITransientDependency
{
    /// <param name="language">Of the document.</param>
    public async Task<Func<int, string?, IReadOnlyList<EventItem>>> LoadAsync(string language)
    {
        var today = SiteDay.Of(clock.Now);
        var upcoming = await events.GetUpcomingAsync(today, onlyPublished: true);
        using var readers = new LanguageScope(language);
        var all = upcoming.SelectMany(one => one.Occurrences(today, today.AddYears(1)).Select(occurrence => (one.CategorySlug, occurrence.Times, Item: ToItem(one, occurrence))))
            .OrderBy(entry => entry.Times.StartDay).ThenBy(entry => entry.Times.StartTime).ThenBy(entry => entry.Item.Title, StringComparer.CurrentCulture).ToList();
        return (max, category) =>
        {
            var slug = category is null ? null : EventCategory.SlugOf(category);
            return [.. all.Where(entry => slug is null || entry.CategorySlug == slug).Take(max).Select(entry => entry.Item)];
        };
    }

    private EventItem ToItem(Event one, Occurrence occurrence) => new(
        one.Title, one.Path, wording.When(occurrence.Times), EventPageWriter.Start(occurrence.Times), one.PlaceName ?? one.PlaceAddress, one.IsCancelled || occurrence.IsCancelled,
        IsOnline: one.RemoteUrl is not null);
}
