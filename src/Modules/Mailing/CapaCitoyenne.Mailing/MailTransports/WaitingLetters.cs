using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Engine;

namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>Letters that the engine paused because the provider refused the key or the sender.</summary>
internal sealed class WaitingLetters(IRepository<Campaign, Guid> campaigns, IBackgroundJobManager jobs) : ITransientDependency
{
    private const string Reason = "Mailing:Pause:Unauthorized";

    public Task<int> CountAsync() => campaigns.CountAsync(c => c.Status == CampaignStatus.Paused && c.PauseReason != null && c.PauseReason.StartsWith(Reason));

    /// <summary>Of the current space. Returns how many go on.</summary>
    public async Task<int> ResumeAsync()
    {
        var letters = await campaigns.GetListAsync(c => c.Status == CampaignStatus.Paused && c.PauseReason != null && c.PauseReason.StartsWith(Reason));
        foreach (var letter in letters)
        {
            letter.Resume();
            await campaigns.UpdateAsync(letter);
        }

        // One wake-up for all: the engine looks at everything that is due.
        if (letters.Count > 0) await jobs.EnqueueAsync(new DeliverArgs(letters[0].Id));
        return letters.Count;
    }
}

[BackgroundJobName("mailing.resume-letters")]
internal sealed record ResumeLettersArgs;

/// <summary>The hub's transport works again: the letters of all spaces that wait for it go on. Those of spaces with an account of their own wait for a test of theirs.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class ResumeLettersJob(
    ICampaignRepository campaigns, MailAccounts accounts, WaitingLetters waiting, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant)
    : AsyncBackgroundJob<ResumeLettersArgs>
{
    public override async Task ExecuteAsync(ResumeLettersArgs args)
    {
        List<CampaignReference> paused;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            paused = await campaigns.GetByStatusAsync(CampaignStatus.Paused);
            await unitOfWork.CompleteAsync();
        }

        foreach (var tenantId in paused.Select(c => c.TenantId).Distinct())
        {
            using (currentTenant.Change(tenantId))
            {
                if ((await accounts.GetCurrentAsync()).IsOfSpace) continue;
                await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
                await waiting.ResumeAsync();
                await unitOfWork.CompleteAsync();
            }
        }
    }
}
