using System.Globalization;
using System.Text.Json;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Bytes of a file, or the file that it became before, or why there is neither.</summary>
internal readonly record struct FetchedMedia(byte[]? Bytes, Guid? KnownId, string? Reason);

/// <summary>Pictures and documents: from the archive itself, or fetched from the old site. Nothing is fetched from this machine or its network.</summary>
internal sealed class MediaImporter(MediaManager media, IMediaRepository files, ISiteImportRepository imports, IUnitOfWorkManager unitOfWorkManager, IHttpClientFactory http, IClock clock) : ITransientDependency
{
    /// <summary>Among what a source knows of a picture: the address of the size that its texts show, in case the original is gone.</summary>
    public const string Shown = "shown";

    private const int MaxBytes = MediaConsts.MaxDocumentMegabytes * 1024 * 1024;
    private const string NotThere = "MediaNotThere";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<FetchedMedia> FetchAsync(ImportRun run, SourceItem source, CancellationToken cancellationToken)
    {
        if (await FindKnownAsync(run, source, cancellationToken) is { } known) return new(null, known, null);
        if (source.Entry is not null)
            return await run.Source.ReadEntryAsync(source.Entry, MaxBytes, cancellationToken) is { } entry ? new(entry, null, null) : new(null, null, "MediaTooLarge");
        var fetched = await FetchAsync(Absolute(run.Import.SiteUrl, source.Url), cancellationToken);
        return fetched.Reason == NotThere && source.Own.GetValueOrDefault(Shown) is { } shown ? await FetchAsync(shown, cancellationToken) : fetched;
    }

    private async Task<FetchedMedia> FetchAsync(string? url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return new(null, null, "MediaNoAddress");
        try
        {
            return new(await http.CreateClient(OutsideHttp.ClientName).GetBytesAsync(address, MaxBytes, Timeout, cancellationToken), null, null);
        }
        catch (OutsideHttpException exception)
        {
            return new(null, null, exception.Failure switch
            {
                OutsideHttpFailure.AddressRefused => "MediaAddressRefused",
                OutsideHttpFailure.TooLarge => "MediaTooLarge",
                OutsideHttpFailure.TimedOut => "MediaTimedOut",
                _ => NotThere,
            });
        }
    }

    public async Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source, FetchedMedia fetched)
    {
        if (fetched.Reason is not null) return ImportOutcome.LeftOut(fetched.Reason, new ImportNote("Original", source.Url ?? source.Entry));
        var began = clock.Now;
        var name = FileName(source);
        // Cleaned before the transaction begins: the first query opens it.
        var file = fetched.KnownId is { } id ? await files.GetAsync(id) : await media.AddAsync(name, new MemoryStream(fetched.Bytes!));
        var isNew = fetched.KnownId is null && file.CreationTime >= began;
        if (fetched.KnownId is null && file is { Alt: null, IsDecorative: false }) Describe(file, source);
        var trace = ImportTrace.Of(source) with { Alt = file.Alt ?? Alt(source), Caption = file.Caption ?? source.Caption, FileName = file.FileName, IsDocument = file.Kind == MediaKind.Document };
        run.Map.AddMedia(item.SourceKey, file.Id, file.FileName, trace);
        return new(isNew ? SiteImportItemState.Imported : SiteImportItemState.AlreadyThere, file.Id) { Trace = JsonSerializer.Serialize(trace) };
    }

    /// <summary>What came with an earlier import of the same site is not fetched again. Names in any archive of Markdown tell nothing.</summary>
    private async Task<Guid?> FindKnownAsync(ImportRun run, SourceItem source, CancellationToken cancellationToken)
    {
        if (run.Import.Source == SiteImportSource.Markdown) return null;
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var candidates = await imports.FindEarlierTargetsAsync(run.Import, SourceKind.Media, source.Key, cancellationToken);
        if (run.Import.Source == SiteImportSource.Archive && Guid.TryParse(source.Key, out var own)) candidates.Add(own);
        var known = candidates.Count == 0 ? null : await files.FirstOrDefaultAsync(file => candidates.Contains(file.Id), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return known?.Id;
    }

    private static void Describe(MediaFile file, SourceItem source)
    {
        var own = source.Own;
        file.Describe(Alt(source), own.ContainsKey("decorative"), Clip(source.Caption, MediaConsts.MaxCaptionLength), Clip(own.GetValueOrDefault("credit"), MediaConsts.MaxCreditLength));
        if (own.GetValueOrDefault("consent") is { } consent)
            file.NoteConsent(Clip(consent, MediaConsts.MaxConsentNoteLength), DateOnly.TryParse(own.GetValueOrDefault("consentUntil"), CultureInfo.InvariantCulture, out var until) ? until : null);
        if (int.TryParse(own.GetValueOrDefault("focusX"), CultureInfo.InvariantCulture, out var x) && int.TryParse(own.GetValueOrDefault("focusY"), CultureInfo.InvariantCulture, out var y)) file.Focus(x, y);
    }

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
        var isWritten = source.Title.Contains(' ', StringComparison.Ordinal) && source.Entry is null && Addresses.Slug.FromTitle(source.Title) != Addresses.Slug.FromTitle(fileName);
        return new[] { source.Alt, source.Caption, isWritten ? source.Title : null }.Select(text => Clip(text, MediaConsts.MaxAltLength)).FirstOrDefault(text => text is not null && !AltText.IsFileName(text));
    }

    private static string? Clip(string? text, int length)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = text.Contains('<', StringComparison.Ordinal) ? new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body>" + text).Body!.TextContent : text;
        return Html.HtmlConverter.Clip(words, length) is { Length: > 0 } clipped ? clipped : null;
    }

    private static string FileName(SourceItem source)
    {
        // An archive of ours says the name that it had.
        var path = source.Slug ?? SourcePaths.Of(source.Url) ?? source.Entry ?? source.Title;
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length is > 0 and <= MediaConsts.MaxFileNameLength ? name : "image";
    }
}
