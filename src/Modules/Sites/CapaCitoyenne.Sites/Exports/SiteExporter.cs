using CapaCitoyenne.Sites.Imports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Exports;

[BackgroundJobName("sites.export")]
internal sealed record SiteExportArgs(Guid ExportId, DateTime Since);

/// <summary>Broken off, it begins anew: nothing is changed by it.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class SiteExportJob(SiteExporter exporter, IClock clock) : AsyncBackgroundJob<SiteExportArgs>
{
    /// <summary>Somebody waits for it, and nobody would say that it is over when the job is tried no more, after ten tries in a little over four hours.</summary>
    public static readonly TimeSpan LongestTrying = TimeSpan.FromHours(4);

    public override async Task ExecuteAsync(SiteExportArgs args)
    {
        try
        {
            await exporter.RunAsync(args.ExportId);
        }
        catch (Exception exception) when (clock.Now - args.Since > LongestTrying)
        {
            Logger.LogError(exception, "Export {ExportId} is given up", args.ExportId);
            await exporter.GiveUpAsync(args.ExportId);
        }
    }
}

/// <summary>Writes one kind of file. Told how far it is after each part.</summary>
internal interface ISiteExportWriter
{
    Task WriteAsync(Stream file, Func<int, int, Task> progress, CancellationToken cancellationToken);
}

/// <summary>Makes the file on disk, part by part, and then stores it: no site is ever held in memory.</summary>
internal sealed class SiteExporter(
    IRepository<SiteExport, Guid> exports, IBlobContainer<ExportFiles> files, ArchiveExportWriter archive, StaticExportWriter pages, WxrExportWriter wordPress,
    IUnitOfWorkManager unitOfWorkManager, IClock clock, ILogger<SiteExporter> logger) : ITransientDependency
{
    private static readonly TimeSpan ToldEvery = TimeSpan.FromSeconds(1);

    public async Task RunAsync(Guid exportId, CancellationToken cancellationToken = default)
    {
        SiteExport export;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            export = await exports.GetAsync(exportId, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }
        if (!export.IsWorking) return;
        await using var file = TemporaryFile.Create();
        ISiteExportWriter writer = export.Kind switch { SiteExportKind.Static => pages, SiteExportKind.WordPress => wordPress, _ => archive };
        var told = long.MinValue;
        try
        {
            await writer.WriteAsync(file, async (done, total) =>
            {
                if (told != long.MinValue && Environment.TickCount64 - told < ToldEvery.TotalMilliseconds) return;
                told = Environment.TickCount64;
                await ChangeAsync(exportId, current => current.Progress(done, total), cancellationToken);
            }, cancellationToken);
        }
        catch (BusinessException exception)
        {
            logger.LogWarning(exception, "Export {ExportId} could not be made", exportId);
            await ChangeAsync(exportId, current => current.Fail(exception.Code ?? ""), cancellationToken);
            return;
        }
        var size = file.Length;
        file.Position = 0;
        await files.SaveAsync(export.BlobName, file, overrideExisting: true, cancellationToken);
        await ChangeAsync(exportId, current => current.Finish(size, clock.Now), cancellationToken);
    }

    public Task GiveUpAsync(Guid exportId) => ChangeAsync(exportId, export => export.Fail(SitesTransferErrorCodes.TransferBroken), CancellationToken.None);

    private async Task ChangeAsync(Guid exportId, Action<SiteExport> change, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        change(await exports.GetAsync(exportId, cancellationToken));
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
