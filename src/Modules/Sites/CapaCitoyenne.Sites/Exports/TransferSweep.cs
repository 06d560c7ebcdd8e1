using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Sites.Imports;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Drops files whose time is over: exports after a week, imported files after a month. The reports stay.</summary>
internal sealed class TransferSweep(
    IRepository<SiteExport, Guid> exports, IRepository<SiteImport, Guid> imports, IBlobContainer<ExportFiles> exportFiles, IBlobContainer<ImportFiles> importFiles,
    IAsyncQueryableExecuter executer, IDataFilter dataFilter, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IClock clock) : IHangfireBackgroundWorker
{
    private static readonly TimeSpan ImportsKept = TimeSpan.FromDays(31);
    private const int BatchSize = 200;

    public string RecurringJobId => "sites-transfer-sweep";

    public string CronExpression => "41 3 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.Now;
        using var everywhere = dataFilter.Disable<IMultiTenant>();
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        foreach (var export in await executer.ToListAsync((await exports.GetQueryableAsync()).Where(export => export.Status == SiteExportStatus.Ready && export.ExpiryTime < now).OrderBy(export => export.ExpiryTime).Take(BatchSize), cancellationToken))
        {
            using (currentTenant.Change(export.TenantId)) await exportFiles.DeleteAsync(export.BlobName, cancellationToken);
            export.Expire();
        }
        var old = now - ImportsKept;
        var forgotten = old.AddDays(-7);
        // Those of the last week before: older ones were dropped by an earlier round.
        var done = (await imports.GetQueryableAsync()).Where(import => import.CreationTime < old && import.CreationTime > forgotten).OrderBy(import => import.CreationTime).Select(import => new { import.Id, import.TenantId });
        foreach (var import in await executer.ToListAsync(done.Take(BatchSize), cancellationToken))
        {
            using (currentTenant.Change(import.TenantId)) await importFiles.DeleteAsync(import.Id.ToString("N"), cancellationToken);
        }
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
