using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.Mailing.Settings;

namespace CapaCitoyenne.Mailing.Approvals;

/// <summary>Whether a letter may leave as far as a second person is concerned.</summary>
internal sealed class ApprovalRule(ISettingProvider settings, IRepository<Approval, Guid> approvals, IRepository<Segment, Guid> segments) : ITransientDependency
{
    public Task<bool> IsRequiredAsync() => settings.GetAsync(MailingSettings.RequiresApproval, false);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ApprovalMissing"/>.</exception>
    public async Task EnsureApprovedAsync(Campaign campaign)
    {
        if (await IsRequiredAsync() && !await IsApprovedAsync(campaign)) throw new BusinessException(MailingErrorCodes.ApprovalMissing);
    }

    /// <summary>As it is now.</summary>
    public async Task<bool> IsApprovedAsync(Campaign campaign)
        => (await approvals.FindAsync(campaign.Id))?.StateFor(await FingerprintAsync(campaign)) == ApprovalState.Approved;

    /// <summary>Of the letter and whom it goes to: with the rule that stands in the order to send, or the segment's own as long as there is none.</summary>
    public async Task<string> FingerprintAsync(Campaign campaign)
    {
        if (campaign.SegmentId is not { } id) return campaign.Fingerprint(null);
        return campaign.Fingerprint(campaign.SegmentRuleJson ?? (await segments.FindAsync(id))?.RuleJson);
    }
}
