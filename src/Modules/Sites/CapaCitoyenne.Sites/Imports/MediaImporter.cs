using System.Text.Json;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Bytes of a picture, or why there are none.</summary>
internal readonly record struct FetchedMedia(byte[]? Bytes, string? Reason);

/// <summary>Pictures and documents: from the archive itself, or fetched from the old site. Nothing is fetched from this machine or its network.</summary>
internal sealed class MediaImporter(MediaManager media, IHttpClientFactory http, IClock clock) : ITransientDependency
{
    private const int MaxBytes = MediaConsts.MaxMegabytes * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<FetchedMedia> FetchAsync(ImportRun run, SourceItem source, CancellationToken cancellationToken)
    {
        if (source.Entry is not null) return await run.Source.ReadEntryAsync(source.Entry, MaxBytes, cancellationToken) is { } entry ? new(entry, null) : new(null, "MediaTooLarge");
        if (!Uri.TryCreate(Absolute(run.Import.SiteUrl, source.Url), UriKind.Absolute, out var address)) return new(null, "MediaNoAddress");
        try
        {
            return new(await http.CreateClient(OutsideHttp.ClientName).GetBytesAsync(address, MaxBytes, Timeout, cancellationToken), null);
        }
        catch (OutsideHttpException exception)
        {
            return new(null, exception.Failure switch
            {
                OutsideHttpFailure.AddressRefused => "MediaAddressRefused",
                OutsideHttpFailure.TooLarge => "MediaTooLarge",
                OutsideHttpFailure.TimedOut => "MediaTimedOut",
                _ => "MediaNotThere",
            });
        }
    }

    public async Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source, FetchedMedia fetched)
    {
        if (fetched.Bytes is not { } bytes) return ImportOutcome.LeftOut(fetched.Reason!, new ImportNote("Original", source.Url ?? source.Entry));
        var name = FileName(source);
        // Cleaned before the transaction begins: the first query opens it.
        var began = clock.Now;
        var file = await media.AddAsync(name, bytes);
        var isNew = file.CreationTime >= began;
        var alt = Alt(source);
        if (alt is not null && file.Alt is null) file.SetAlt(alt);
        var trace = ImportTrace.Of(source) with { Alt = alt ?? file.Alt, FileName = name, IsDocument = !IsPicture(file) };
        run.Map.AddMedia(item.SourceKey, file.Id, name, trace);
        return new(isNew ? SiteImportItemState.Imported : SiteImportItemState.AlreadyThere, file.Id) { Trace = JsonSerializer.Serialize(trace) };
    }

    private static bool IsPicture(MediaFile file) => file.ContentType.StartsWith("image/", StringComparison.Ordinal);

    private static string? Absolute(string? siteUrl, string? url) => url switch
    {
        null or "" => null,
        ['/', '/', ..] => "https:" + url,
        ['/', ..] => siteUrl + url,
        _ => url,
    };

    /// <summary>The description that it has; a caption, or a title that somebody wrote, is better than none. A file name is not.</summary>
    private static string? Alt(SourceItem source)
    {
        var fileName = Path.GetFileNameWithoutExtension(FileName(source));
        var candidates = new[] { source.Alt, source.Caption, source.Title.Contains(' ', StringComparison.Ordinal) && !string.Equals(Fold(source.Title), Fold(fileName), StringComparison.Ordinal) ? source.Title : null };
        return candidates.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } found ? Html.HtmlConverter.Clip(WordsOnly(found), MediaConsts.MaxAltLength) : null;
    }

    private static string WordsOnly(string text) => text.Contains('<', StringComparison.Ordinal) ? new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body>" + text).Body!.TextContent : text;

    private static string Fold(string text) => Addresses.Slug.FromTitle(text);

    private static string FileName(SourceItem source)
    {
        // An archive of ours says the name that it had.
        var path = source.Slug ?? SourcePaths.Of(source.Url) ?? source.Entry ?? source.Title;
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length is > 0 and <= MediaConsts.MaxFileNameLength ? name : "image";
    }
}
