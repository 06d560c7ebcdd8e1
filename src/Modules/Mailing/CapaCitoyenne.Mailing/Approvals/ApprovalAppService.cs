using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Approvals;

[Authorize(MailingPermissions.Campaigns.Default)]
internal sealed class ApprovalAppService(
    IRepository<Approval, Guid> approvals, ICampaignRepository campaigns, ApprovalRule rule, IMembershipIntegrationService members, LetterMailer mailer)
    : MailingAppService, IApprovalAppService
{
    public async Task<ApprovalDto> GetAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        return await ToDtoAsync(campaign, await approvals.FindAsync(id));
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<ApprovalDto> AskAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        if (!campaign.IsEditable) throw new BusinessException(MailingErrorCodes.CampaignNotEditable);
        var found = await approvals.FindAsync(id);
        var approval = found ?? new Approval(id);
        approval.Ask(await rule.FingerprintAsync(campaign), CurrentUser.Id!.Value, Clock.Now);
        var readers = await GetReadersAsync(campaign, approval);
        if (readers.Count == 0) throw new BusinessException(MailingErrorCodes.ApprovalHasNoReader);
        if (found is null) await approvals.InsertAsync(approval, autoSave: true);
        else await approvals.UpdateAsync(approval, autoSave: true);
        await mailer.TellAsync(readers, "Mailing:Mail:ApprovalAsked", campaign, CurrentUser.Name);
        return await ToDtoAsync(campaign, approval);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public Task<ApprovalDto> ApproveAsync(Guid id, ApproveDto input) => AnswerAsync(id, "Mailing:Mail:Approved", input.ConcurrencyStamp, word: null);

    [Authorize(MailingPermissions.Campaigns.Send)]
    public Task<ApprovalDto> SendBackAsync(Guid id, SendBackDto input)
        => AnswerAsync(id, "Mailing:Mail:SentBack", input.ConcurrencyStamp, input.Word);

    private async Task<ApprovalDto> AnswerAsync(Guid id, string mail, string readStamp, string? word)
    {
        var campaign = await campaigns.GetAsync(id);
        var approval = await approvals.FindAsync(id) ?? throw new BusinessException(MailingErrorCodes.ApprovalNotAsked);
        // An old page speaks of a text that is not there any more.
        if (readStamp != campaign.ConcurrencyStamp) throw new BusinessException(MailingErrorCodes.ApprovalOutdated);
        approval.Answer(campaign, await rule.FingerprintAsync(campaign), CurrentUser.Id!.Value, word, Clock.Now);
        await approvals.UpdateAsync(approval, autoSave: true);
        await mailer.TellAsync(approval.AskedBy, mail, campaign, word);
        return await ToDtoAsync(campaign, approval);
    }

    private async Task<List<SpaceMemberInfo>> GetReadersAsync(Campaign campaign, Approval? approval)
        => (await members.GetMembersAsync()).FindAll(member =>
            member.Roles.Any(MailingPermissions.SenderRoles.Contains) && (approval ?? new Approval(campaign.Id)).MayAnswer(campaign, member.UserId));

    private async Task<ApprovalDto> ToDtoAsync(Campaign campaign, Approval? approval)
    {
        var readers = await GetReadersAsync(campaign, approval);
        var state = approval?.StateFor(await rule.FingerprintAsync(campaign)) ?? ApprovalState.None;
        Guid[] ids = [.. new[] { approval?.AskedBy, approval?.AnsweredBy }.OfType<Guid>()];
        var names = ids.Length == 0 ? [] : (await members.GetMembersAsync(ids)).ToDictionary(member => member.UserId, member => member.Name);
        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return new ApprovalDto
        {
            IsRequired = await rule.IsRequiredAsync(), State = state, AskedBy = NameOf(approval?.AskedBy), AskedTime = approval?.AskedTime,
            AnsweredBy = NameOf(approval?.AnsweredBy), AnsweredTime = approval?.AnsweredTime, Word = approval?.Word,
            MayAnswer = state == ApprovalState.Asked && readers.Exists(reader => reader.UserId == CurrentUser.Id), Readers = readers.Count(reader => reader.UserId != CurrentUser.Id),
        };
    }
}
