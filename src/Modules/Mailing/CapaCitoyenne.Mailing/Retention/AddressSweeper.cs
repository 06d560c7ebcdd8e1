using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Retention;

/// <summary>
/// Forgets addresses that serve nothing any more, every night (decision 0070): of imports the file, the lines that were refused and the samples, and
/// sign-ups that were never confirmed. Each import is a transaction of its own; what is not done tonight is done tomorrow.
/// </summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class AddressSweeper(
    IContactImportRepository imports, IContactRepository contacts, IBlobContainer<ImportFiles> files, IUnitOfWorkManager unitOfWorkManager,
    ICurrentTenant currentTenant, IClock clock, ILogger<AddressSweeper> logger) : IHangfireBackgroundWorker
{
    private const int ImportsPerNight = 1000;

    public string RecurringJobId => "mailing-addresses";

    public string CronExpression => "23 3 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.Now.AddDays(-ContactConsts.ConfirmationDays);
        List<ImportReference> old;
        using (currentTenant.Change(null))
        {
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            await contacts.DeleteNeverConfirmedAsync(before, cancellationToken);
            old = await imports.GetForgettableAsync(before, ImportsPerNight, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in old)
        {
            try
            {
                using (currentTenant.Change(tenantId)) await ForgetAsync(id, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "Import {ImportId} was not forgotten", id);
            }
        }
    }

    private async Task ForgetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var import = await imports.GetAsync(id, cancellationToken);
        await files.DeleteAsync(import.BlobName, cancellationToken);
        await imports.ClearRefusedLinesAsync(id, cancellationToken);
        if (import.Status == ContactImportStatus.Completed)
        {
            import.Forget(clock.Now);
            await imports.UpdateAsync(import, cancellationToken: cancellationToken);
        }
        else await imports.DeleteAsync(import, cancellationToken: cancellationToken);

        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
