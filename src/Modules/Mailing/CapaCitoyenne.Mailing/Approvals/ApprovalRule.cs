using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Settings;

namespace CapaCitoyenne.Mailing.Approvals;

/// <summary>Whether a letter may leave as far as a second person is concerned.</summary>
internal sealed class ApprovalRule(ISettingProvider settings, IRepository<Approval, Guid> approvals) : ITransientDependency
{
    public Task<bool> IsRequiredAsync() => settings.GetAsync(MailingSettings.RequiresApproval, false);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ApprovalMissing"/>.</exception>
    public async Task EnsureApprovedAsync(Campaign campaign)
    {
        if (await IsRequiredAsync() && !await IsApprovedAsync(campaign)) throw new BusinessException(MailingErrorCodes.ApprovalMissing);
    }

    /// <summary>As it is now.</summary>
    public async Task<bool> IsApprovedAsync(Campaign campaign) => (await approvals.FindAsync(campaign.Id))?.StateFor(campaign) == ApprovalState.Approved;
}
