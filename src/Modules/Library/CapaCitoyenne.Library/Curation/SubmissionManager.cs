using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Curation;

/// <summary>Makes proposals to the curators, and takes them back.</summary>
internal sealed class SubmissionManager(IRepository<GuideSubmission, Guid> submissions, CommonsMedia media) : DomainService
{
    /// <summary>Proposes a frozen revision; it takes the place of what waits of the same guide.</summary>
    /// <exception cref="BusinessException">Those of <see cref="CommonsMedia.ShareAsync"/>.</exception>
    public async Task<GuideSubmission> ProposeAsync(Guide guide, GuideRevision revision, string ownerName)
    {
        var body = await media.ShareAsync(revision.Content.Body);
        var submission = await submissions.InsertAsync(
            new GuideSubmission(GuidGenerator.Create(), revision, body, ownerName, guide.SourceId, guide.SourceKind, Clock.Now), autoSave: true);
        await SupersedeAsync(guide.Id, except: submission.Id); // last: pictures that both show stay
        return submission;
    }

    /// <summary>Nothing of this guide waits any more.</summary>
    public async Task SupersedeAsync(Guid guideId, Guid? except = null)
    {
        foreach (var submission in await submissions.GetListAsync(old => old.GuideId == guideId && old.State == SubmissionState.Pending && old.Id != except))
        {
            submission.Supersede();
            await submissions.UpdateAsync(submission, autoSave: true);
            // It was never public: nobody has it open, and the hub's room is not to be filled by proposing again and again.
            await media.ReleaseAsync(submission.Content.Body, forGood: true);
        }
    }
}
