using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Imports.Markdown;
using CapaCitoyenne.Sites.Search;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Events of an archive, with their rhythm and what differs from it. Who signed up stays where they signed up.</summary>
internal sealed class EventImporter(IEventRepository events, EventManager manager, EventIndexer indexer, IDataFilter dataFilter, ICurrentTenant currentTenant, IClock clock) : ITransientDependency
{
    public async Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source)
    {
        var id = item.TargetId!.Value;
        using (dataFilter.Disable<ISoftDelete>())
            if (await events.AnyAsync(one => one.Id == id)) return new(SiteImportItemState.AlreadyThere, id);
        await manager.CheckRoomAsync();
        var file = EventFile.Read(source.Body ?? "");
        var words = WordCount.OfMarkdown(file.Markdown ?? "").Count;
        var notes = new List<ImportNote>();
        Event one;
        try
        {
            one = await MakeAsync(run, id, file, source, notes);
        }
        catch (ArgumentException exception)
        {
            // Longer than events may be: no file of ours.
            return ImportOutcome.LeftOut("Failed", new ImportNote("Document", exception.ParamName)) with { WordsIn = words };
        }
        await events.InsertAsync(one);
        await indexer.UpdateAsync(one);
        return new(notes.Count == 0 ? SiteImportItemState.Imported : SiteImportItemState.Changed, id) { Notes = notes, WordsIn = words, WordsOut = words };
    }

    private async Task<Event> MakeAsync(ImportRun run, Guid id, EventFile file, SourceItem source, List<ImportNote> notes)
    {
        var slug = await manager.ChooseSlugAsync(id, file.Slug.Length > 0 ? file.Slug : file.Title);
        if (file.Slug.Length > 0 && slug != file.Slug) notes.Add(new ImportNote("Address", file.Slug + " → " + slug));
        var one = new Event(id, currentTenant.Id!.Value, file.Title, slug, file.Times.ToTimes());
        one.Describe(file.Title, slug, file.Markdown is null ? null : MarkdownLinks.Resolve(file.Markdown, source.Entry ?? "", run.Map, isOwn: true), file.Category,
            file.Category is null ? null : EventCategory.SlugOf(file.Category));
        one.Locate(file.PlaceName, file.PlaceAddress, file.RemoteUrl);
        one.Schedule(file.Times.ToTimes(), file.Recurrence?.ToRecurrence());
        foreach (var change in file.Changes) one.ChangeOccurrence(change.Day, change.ToChange());
        one.SetRegistration(file.Registration, file.Seats is { } seats ? Math.Clamp(seats, 1, EventConsts.MaxSeats) : null, Math.Clamp(file.MaxPersons, 1, EventConsts.MaxPersons), file.RetentionDays);
        var image = file.Image?.StartsWith("../", StringComparison.Ordinal) == true ? run.Map.AtEntry(file.Image[3..]) : null;
        if (file.Image is not null && image is null) notes.Add(new ImportNote("Picture", file.Image));
        one.Picture(image is null ? null : Urn.IdOf(image), file.ImageAlt, file.ImageIsDecorative);
        if (file.Cancelled) one.Cancel(file.CancellationReason);
        var isOnline = false;
        if (file.Online && run.Import.Publish)
        {
            if (run.Obstacle is { } obstacle) notes.Add(new ImportNote("NotOnline", obstacle));
            else if (one.ImageFault is { } fault) notes.Add(new ImportNote("ToDescribe", fault));
            else isOnline = true;
        }
        one.TakeOver(await FreeUidAsync(file.Uid), isOnline, isOnline || !file.Online ? file.Published : null, file.Sequence, file.Changed ?? clock.Now, clock.Now);
        return one;
    }

    /// <summary>Who subscribed to the calendar finds each event again; the same name twice in one calendar would hide one of them.</summary>
    private async Task<string?> FreeUidAsync(string? uid)
    {
        if (string.IsNullOrWhiteSpace(uid) || uid.Length > EventConsts.MaxUidLength || uid.Any(char.IsControl)) return null;
        // Names that were made here hold the event's id.
        Guid? id = uid.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && Guid.TryParseExact(uid[..at], "D", out var known) ? known : null;
        using (dataFilter.Disable<ISoftDelete>())
            return await events.AnyAsync(one => one.OriginalUid == uid || (id != null && one.Id == id && one.OriginalUid == null)) ? null : uid;
    }
}
