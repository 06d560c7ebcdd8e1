using CapaCitoyenne.Abp.Authorization;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Library.Curation;

[Authorize(LibraryPermissions.Commons.Curate)]
internal sealed class GuideCurationAppService(
    IRepository<GuideSubmission, Guid> submissions,
    IRepository<Guide, Guid> guides,
    ICommonsGuideRepository commons,
    CommonsManager commonsManager,
    CommonsMedia media,
    AttributionFinder attributions,
    GuideBody bodies,
    GuideMailer mailer) : LibraryAppService, IGuideCurationAppService
{
    public async Task<PagedResultDto<GuideSubmissionListItemDto>> GetListAsync(GetGuideSubmissionsInput input)
    {
        CheckHubSide();
        var state = input.State ?? SubmissionState.Pending;
        var query = (await submissions.GetQueryableAsync()).Where(submission => submission.State == state);
        var total = await AsyncExecuter.CountAsync(query);
        var page = await AsyncExecuter.ToListAsync(
            query.OrderBy(submission => submission.CreationTime).ThenBy(submission => submission.Id).Skip(input.SkipCount).Take(input.MaxResultCount));
        return new PagedResultDto<GuideSubmissionListItemDto>(total, page.ConvertAll(submission => submission.ToListItemDto()));
    }

    public async Task<GuideSubmissionDto> GetAsync(Guid id)
    {
        CheckHubSide();
        return await ToDtoAsync(await submissions.GetAsync(id));
    }

    public async Task<GuideSubmissionDto> RequestChangesAsync(Guid id, RequestGuideChangesInput input)
    {
        CheckHubSide();
        var submission = await submissions.GetAsync(id);
        submission.RequestChanges(input.Message.Trim(), CurrentUser.GetId(), Clock.Now);
        await submissions.UpdateAsync(submission, autoSave: true);
        await media.ReleaseAsync(submission.Content.Body, forGood: true);
        await TellOwnerAsync(
            submission.OwnerTenantId, submission.GuideId, guide => guide.RequestChanges(input.Message.Trim()),
            guide => mailer.TellAuthorsOfChangesAsync(guide, input.Message.Trim()));
        return await ToDtoAsync(submission);
    }

    public async Task<GuideSubmissionDto> PublishAsync(Guid id)
    {
        CheckHubSide();
        var submission = await submissions.GetAsync(id);
        submission.Publish(CurrentUser.GetId(), Clock.Now);
        await submissions.UpdateAsync(submission, autoSave: true);
        var shared = await commonsManager.PublishAsync(submission, await bodies.TextAsync(submission.Content.Body));
        await TellOwnerAsync(
            submission.OwnerTenantId, submission.GuideId, guide => guide.Share(submission.Revision, shared.Slug),
            guide => mailer.TellAuthorsOfPublicationAsync(guide, shared));
        return await ToDtoAsync(submission);
    }

    public async Task WithdrawAsync(WithdrawCommonsGuideInput input)
    {
        CheckHubSide();
        var shared = await commons.FirstOrDefaultAsync(guide => guide.Slug == input.Slug && guide.IsCurrent && guide.WithdrawnTime == null)
            ?? throw new EntityNotFoundException(typeof(CommonsGuide), input.Slug);
        await commonsManager.WithdrawAsync(shared, input.Reason.Trim());
        await TellOwnerAsync(
            shared.OwnerTenantId, shared.GuideId, guide => guide.Withdraw(input.Reason.Trim()), guide => mailer.TellAuthorsOfWithdrawalAsync(guide, input.Reason.Trim()));
    }

    // The commons belong to the hub: no role in a space opens them, not even its admin's.
    private void CheckHubSide()
    {
        if (CurrentTenant.IsAvailable)
        {
            throw new AbpAuthorizationException("The commons are curated on the hub's side.");
        }
    }

    // The answer goes into the owner's space, as that space; nothing else there is read.
    private async Task TellOwnerAsync(Guid ownerTenantId, Guid guideId, Action<Guide> change, Func<Guide, Task> tell)
    {
        using (CurrentTenant.Change(ownerTenantId))
        {
            if (await guides.FindAsync(guideId) is { } guide)
            {
                await tell(guide); // before the guide has been last changed by the curator
                change(guide);
                await guides.UpdateAsync(guide, autoSave: true);
            }
        }
    }

    private async Task<GuideSubmissionDto> ToDtoAsync(GuideSubmission submission)
    {
        var shared = await commons.FirstOrDefaultAsync(guide => guide.GuideId == submission.GuideId && guide.IsCurrent && guide.WithdrawnTime == null);
        return submission.ToDto(
            await bodies.HtmlAsync(submission.Content.Body),
            await attributions.FindAsync(submission.SourceId, submission.SourceKind),
            shared?.Path);
    }
}
