using System.Data.Common;
using System.Text.Json;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Imports;

[BackgroundJobName("sites.import")]
internal sealed record SiteImportArgs(Guid ImportId, DateTime Since);

/// <summary>Carries no work itself: run twice or after a crash, it goes on where the rows say.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class SiteImportJob(SiteImporter importer, IClock clock) : AsyncBackgroundJob<SiteImportArgs>
{
    public override async Task ExecuteAsync(SiteImportArgs args)
    {
        try
        {
            await importer.RunAsync(args.ImportId);
        }
        catch (Exception exception) when (clock.Now - args.Since > Exports.SiteExportJob.LongestTrying)
        {
            Logger.LogError(exception, "Import {ImportId} is given up", args.ImportId);
            await importer.GiveUpAsync(args.ImportId);
        }
    }
}

/// <summary>
/// Takes a file in: reads it into rows, then settles row by row, each in one transaction with the counts. After a crash it goes on with the next
/// row; what it makes has ids that come from the file, so that nothing is made twice.
/// </summary>
internal sealed class SiteImporter(
    ISiteImportRepository imports, SourceReaders readers, MediaImporter media, PublicationImporter publications, CategoryImporter categories, MenuImporter menu, FormImporter forms, EventImporter events,
    StarterPages starters, LookImporter look, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, ILogger<SiteImporter> logger) : ITransientDependency
{
    private const int BatchSize = 200;

    public async Task RunAsync(Guid importId, CancellationToken cancellationToken = default)
    {
        var import = await ReadAsync(token => imports.GetAsync(importId, token), cancellationToken);
        if (!import.IsWorking) return;
        try
        {
            await using var source = await readers.OpenAsync(import, cancellationToken);
            if (import.Status == SiteImportStatus.Reading) import = await ReadFileAsync(import, source, cancellationToken);
            await SettleAllAsync(import, source, cancellationToken);
        }
        catch (BusinessException exception)
        {
            await WriteAsync(importId, current => current.Fail(exception, clock.Now), cancellationToken);
        }
    }

    public Task GiveUpAsync(Guid importId)
        => WriteAsync(importId, import => import.Fail(new BusinessException(SitesTransferErrorCodes.TransferBroken), clock.Now), CancellationToken.None);

    /// <summary>The whole file into rows. Begun anew when it was broken off: no thing was touched yet.</summary>
    private async Task<SiteImport> ReadFileAsync(SiteImport import, SourceFile source, CancellationToken cancellationToken)
    {
        await ReadAsync(async token =>
        {
            await imports.ClearItemsAsync(import.Id, token);
            return 0;
        }, cancellationToken);
        var present = await ReadAsync(_ => publications.FindPresentAsync(), cancellationToken);
        var known = new HashSet<(SourceKind, string)>();
        var batch = new List<SiteImportItem>(BatchSize);
        SourceItem? site = null;
        await foreach (var item in source.ReadAsync(cancellationToken))
        {
            if (item.Kind == SourceKind.Site) site ??= item;
            // What an archive of ours knows of the site itself is a thing to take in.
            if ((item.Kind != SourceKind.Site || item.Own.Count > 0) && known.Add((item.Kind, item.Key))) batch.Add(NewRow(import, site, known.Count, item, present));
            if (known.Count > SiteImportConsts.MaxItems) throw new BusinessException(SitesTransferErrorCodes.ImportTooManyItems).WithData("Max", SiteImportConsts.MaxItems);
            if (batch.Count == BatchSize) await AddAsync(batch, cancellationToken);
        }
        await AddAsync(batch, cancellationToken);
        return await WriteAsync(import.Id, current =>
        {
            if (site is not null) current.Describe(site.Title, site.Url);
            current.BeginRun(known.Count);
        }, cancellationToken);
    }

    private SiteImportItem NewRow(SiteImport import, SourceItem? site, int number, SourceItem item, PresentPublications present)
    {
        var row = new SiteImportItem(import.Id, number, item);
        // WordPress counts its texts anew on each site; the keys of the others are their own.
        var origin = import.Source == SiteImportSource.WordPress ? site?.Url ?? "" : import.Source.ToString();
        Guid? target = item.Kind.HasOwnId() ? present.Find(item) ?? ImportIds.Of(currentTenant.Id!.Value, origin, item.Kind, item.Key) : null;
        row.Prepare(target, JsonSerializer.Serialize(ImportTrace.Of(item)));
        return row;
    }

    private async Task AddAsync(List<SiteImportItem> batch, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await imports.AddItemsAsync(batch, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        batch.Clear();
    }

    private async Task SettleAllAsync(SiteImport import, SourceFile source, CancellationToken cancellationToken)
    {
        var map = await MapAsync(import, cancellationToken);
        var run = new ImportRun(import, source, map, await ReadAsync(_ => publications.FindObstacleAsync(), cancellationToken));
        foreach (var (number, kind) in await ReadAsync(token => imports.GetWaitingAsync(import.Id, token), cancellationToken))
        {
            if (!await SettleAsync(run, number, kind, cancellationToken)) return;
        }
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            await menu.PlaceAsync(run, cancellationToken);
            await look.FinishAsync(run, cancellationToken);
            await starters.TidyAsync(run);
            await publications.ContentChangedAsync();
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        // Apart from what came: a legal page that cannot go online keeps neither the menu nor the logo from being there.
        await using var closing = unitOfWorkManager.Begin(requiresNew: true);
        await publications.PublishLegalAsync(run);
        (await imports.GetAsync(import.Id, cancellationToken)).End(SiteImportStatus.Completed, clock.Now);
        await closing.CompleteAsync(cancellationToken);
    }

    /// <returns>False when somebody stopped the work.</returns>
    private async Task<bool> SettleAsync(ImportRun run, int number, SourceKind kind, CancellationToken cancellationToken)
    {
        try
        {
            var row = await ReadAsync(token => imports.GetItemAsync(run.Import.Id, number, token), cancellationToken);
            // Bytes come over the network: outside of the transaction.
            var bytes = kind == SourceKind.Media ? await media.FetchAsync(run, row.Read(), cancellationToken) : default;
            return await SettleAsync(run, number, (item, source) => kind switch
            {
                SourceKind.Media => media.SettleAsync(run, item, source, bytes),
                SourceKind.Site => SettleSiteAsync(source),
                SourceKind.Category => categories.SettleAsync(run, item, source),
                SourceKind.Page or SourceKind.Post => publications.SettleAsync(run, item, source),
                SourceKind.MenuItem => menu.SettleAsync(run, source),
                SourceKind.Form => forms.SettleAsync(run, item, source),
                SourceKind.Event => events.SettleAsync(run, item, source),
                SourceKind.Pattern => Task.FromResult(new ImportOutcome(SiteImportItemState.Imported)),
                _ => Task.FromResult(ImportOutcome.LeftOut(source.Reason ?? "Technical", source.Body is null ? [] : [new ImportNote("Original", source.Body)])),
            }, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or DbException or AbpDbConcurrencyException) && exception.InnerException is not DbException)
        {
            // One thing that cannot be taken in does not stop the others; the report names it.
            var code = (exception as BusinessException)?.Code;
            if (code is null) logger.LogError(exception, "Item {Number} of import {ImportId} could not be taken in", number, run.Import.Id);
            return await SettleAsync(run, number, (_, source) => Task.FromResult(ImportOutcome.LeftOut("Failed", new ImportNote(Short(code) ?? "Defect", Html.HtmlConverter.Shorten(source.Body ?? source.Url ?? "")))), cancellationToken);
        }
    }

    private async Task<bool> SettleAsync(ImportRun run, int number, Func<SiteImportItem, SourceItem, Task<ImportOutcome>> settle, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var import = await imports.GetAsync(run.Import.Id, cancellationToken);
        var isStopping = import.IsStopping || import.Status == SiteImportStatus.Cancelled;
        if (isStopping)
        {
            import.End(SiteImportStatus.Cancelled, clock.Now);
        }
        else
        {
            var item = await imports.GetItemAsync(import.Id, number, cancellationToken);
            var outcome = await settle(item, item.Read());
            item.Settle(outcome);
            import.Progress(item.Kind, Count(import.Counts, item, outcome));
        }
        await unitOfWork.CompleteAsync(cancellationToken);
        return !isStopping;
    }

    private async Task<ImportOutcome> SettleSiteAsync(SourceItem source)
    {
        await categories.TakeOverDeletedAsync(source.FormerPaths);
        return await look.SettleAsync(source);
    }

    private static ImportCounts Count(ImportCounts counts, SiteImportItem item, ImportOutcome outcome)
    {
        counts.Done++;
        counts.Imported += outcome.State == SiteImportItemState.Imported ? 1 : 0;
        counts.Changed += outcome.State == SiteImportItemState.Changed ? 1 : 0;
        counts.AlreadyThere += outcome.State == SiteImportItemState.AlreadyThere ? 1 : 0;
        counts.LeftOut += outcome.State == SiteImportItemState.LeftOut ? 1 : 0;
        if (outcome.State is SiteImportItemState.Imported or SiteImportItemState.Changed)
        {
            counts.Pages += item.Kind == SourceKind.Page ? 1 : 0;
            counts.Posts += item.Kind == SourceKind.Post ? 1 : 0;
            counts.Media += item.Kind == SourceKind.Media ? 1 : 0;
        }
        counts.Published += outcome.IsPublished ? 1 : 0;
        counts.WordsIn += outcome.WordsIn;
        counts.WordsOut += outcome.WordsOut;
        return counts;
    }

    private async Task<ImportMap> MapAsync(SiteImport import, CancellationToken cancellationToken)
    {
        var map = new ImportMap(import.SiteUrl);
        foreach (var row in await ReadAsync(token => imports.GetRowsAsync(import.Id, token), cancellationToken))
        {
            var trace = row.Trace is null ? new ImportTrace() : JsonSerializer.Deserialize<ImportTrace>(row.Trace)!;
            if (row.Kind.HasOwnId()) map.AddTarget(row.Kind, row.SourceKey, row.TargetId!.Value, trace.Entry is null ? trace.Paths : [.. trace.Paths, trace.Entry]);
            else if (row is { Kind: SourceKind.Media, TargetId: { } mediaId }) map.AddMedia(row.SourceKey, mediaId, trace.FileName ?? row.Title, trace);
            else if (row is { Kind: SourceKind.Category, TargetId: { } categoryId }) map.AddCategory(row.SourceKey, categoryId);
        }
        foreach (var pattern in await ReadAsync(token => imports.GetOfKindAsync(import.Id, SourceKind.Pattern, token), cancellationToken))
            map.Patterns[pattern.SourceKey] = pattern.Read().Body ?? "";
        return map;
    }

    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var result = await read(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return result;
    }

    private async Task<SiteImport> WriteAsync(Guid importId, Action<SiteImport> change, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var import = await imports.GetAsync(importId, cancellationToken);
        change(import);
        await unitOfWork.CompleteAsync(cancellationToken);
        return import;
    }

    private static string? Short(string? code) => code?.Replace("Sites:", "", StringComparison.Ordinal);
}

/// <summary>One run: what all steps share.</summary>
/// <param name="Obstacle">Why nothing may go online now, as an error code; null when it may.</param>
internal sealed record ImportRun(SiteImport Import, SourceFile Source, ImportMap Map, string? Obstacle);

/// <summary>What the site has before the import.</summary>
internal sealed record PresentPublications(IReadOnlyDictionary<string, Guid> SpecialPages, IReadOnlySet<Guid> Ids)
{
    /// <summary>Home and legal pages are those that are here; an archive that comes back to its own site finds its texts.</summary>
    public Guid? Find(SourceItem item)
    {
        if (item.Own.TryGetValue("kind", out var kind) && SpecialPages.TryGetValue(kind, out var special)) return special;
        return item.Own.ContainsKey("archive") && Guid.TryParse(item.Key, out var id) && Ids.Contains(id) ? id : null;
    }
}
