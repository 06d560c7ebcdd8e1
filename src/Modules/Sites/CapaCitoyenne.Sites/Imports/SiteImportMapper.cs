using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Imports;

internal static class SiteImportMapper
{
    public static SiteImportDto ToDto(this SiteImport import, IStringLocalizer localizer) => new()
    {
        Id = import.Id, FileName = import.FileName, Source = import.Source, Status = import.Status, Step = (SiteImportItemKind)import.Step, Counts = import.Counts.ToDto(),
        SiteTitle = import.SiteTitle, SiteUrl = import.SiteUrl, NeedsAddress = import.NeedsAddress, Publish = import.Publish, CreationTime = import.CreationTime, EndTime = import.EndTime,
        Error = import.ErrorCode is null ? null : Word(import, localizer),
    };

    private static SiteImportCountsDto ToDto(this ImportCounts counts) => new()
    {
        Total = counts.Total, Done = counts.Done, Imported = counts.Imported, Changed = counts.Changed, AlreadyThere = counts.AlreadyThere, LeftOut = counts.LeftOut, Pages = counts.Pages,
        Posts = counts.Posts, Media = counts.Media, Published = counts.Published, WordsIn = counts.WordsIn, WordsOut = counts.WordsOut,
    };

    public static SiteImportItemDto ToDto(this SiteImportItem item) => new()
    {
        Number = item.Number, Kind = (SiteImportItemKind)item.Kind, State = item.State, Title = item.Title, Reason = item.Reason,
        TargetId = item.State is SiteImportItemState.LeftOut or SiteImportItemState.Waiting ? null : item.TargetId, WordsIn = item.WordsIn, WordsOut = item.WordsOut,
        Notes = [.. item.Notes.Select(note => new SiteImportNoteDto(note.Code, note.Original))],
    };

    private static string Word(SiteImport import, IStringLocalizer localizer)
    {
        string text = localizer[import.ErrorCode!];
        var data = import.ErrorDataJson is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?>>(import.ErrorDataJson)!;
        return data.Aggregate(text, (worded, pair) => worded.Replace("{" + pair.Key + "}", pair.Value, StringComparison.Ordinal));
    }
}
