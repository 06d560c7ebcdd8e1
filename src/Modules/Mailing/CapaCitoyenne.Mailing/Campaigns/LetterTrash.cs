using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Automation;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// Letters that were deleted come back as they were, with their address, their audience and what they belong to, for
/// <see cref="CampaignConsts.TrashDays"/> days. Callers have switched the filter of what is deleted off.
/// </summary>
internal sealed class LetterTrash(ICampaignRepository campaigns, IRepository<WelcomeLetter, Guid> welcomes, IRepository<LetterPage, Guid> pages) : ITransientDependency
{
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignAlreadyResent"/>: another was made meanwhile;
    /// <see cref="MailingErrorCodes.WelcomeTooMany"/>.</exception>
    public async Task RestoreAsync(Campaign campaign)
    {
        if (!campaign.IsDeleted) return;
        if (campaign.ResendOfId is { } first && await campaigns.AnyAsync(other => other.ResendOfId == first && !other.IsDeleted))
            throw new BusinessException(MailingErrorCodes.CampaignAlreadyResent);
        if (await welcomes.FindAsync(one => one.CampaignId == campaign.Id) is { } welcome) await RestoreAsync(welcome);
        campaign.Restore();
        await campaigns.UpdateAsync(campaign, autoSave: true);
    }

    /// <summary>With its letter, which was deleted as well, or closed when somebody had received it.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.WelcomeTooMany"/>.</exception>
    public async Task RestoreAsync(WelcomeLetter welcome, Campaign campaign)
    {
        if (!welcome.IsDeleted) return;
        await RestoreAsync(welcome);
        if (campaign.IsDeleted) campaign.Restore();
        else
        {
            campaign.ReopenWelcoming();
            // It was kept as the page of a letter that would not change any more.
            await pages.DeleteAsync(page => page.Id == campaign.Id);
        }

        await campaigns.UpdateAsync(campaign, autoSave: true);
    }

    private async Task RestoreAsync(WelcomeLetter welcome)
    {
        if (await welcomes.CountAsync(other => other.ListId == welcome.ListId && !other.IsDeleted) >= WelcomeConsts.MaxLettersPerList)
            throw new BusinessException(MailingErrorCodes.WelcomeTooMany).WithData("Max", WelcomeConsts.MaxLettersPerList);
        welcome.Restore();
        await welcomes.UpdateAsync(welcome, autoSave: true);
    }
}

/// <summary>Removes for good what has been deleted for long enough.</summary>
internal sealed class LetterTrashWorker(ILetterTrashRepository trash, IUnitOfWorkManager unitOfWorkManager, IClock clock) : IHangfireBackgroundWorker
{
    public string RecurringJobId => "mailing-letter-trash";

    public string CronExpression => "51 3 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await trash.EmptyAsync(clock.Now.AddDays(-CampaignConsts.TrashDays), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}

internal interface ILetterTrashRepository
{
    /// <summary>Of all spaces: letters, digests, welcome letters and templates deleted before (UTC).</summary>
    Task EmptyAsync(DateTime before, CancellationToken cancellationToken = default);
}
