using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Search;

namespace CapaCitoyenne.Library.Commons;

/// <summary>Puts snapshots into the commons and takes them out, with their index.</summary>
internal sealed class CommonsManager(ICommonsGuideRepository commons, CommonsMedia media) : DomainService
{
    private const int MaxSlugTries = 1000;

    /// <summary>Writes the snapshot of an accepted proposal; it takes the place and the address of the guide's earlier one.</summary>
    /// <param name="submission">The accepted proposal.</param>
    /// <param name="bodyText">The body as plain text, for the index.</param>
    public async Task<CommonsGuide> PublishAsync(GuideSubmission submission, string bodyText)
    {
        var before = await commons.FirstOrDefaultAsync(guide => guide.GuideId == submission.GuideId && guide.IsCurrent);
        var slug = before?.Slug ?? await FreeSlugAsync(submission.Content.Title);
        if (before is not null)
        {
            before.Supersede();
            await commons.UpdateAsync(before, autoSave: true);
            await commons.RemoveFromIndexAsync(before.Id);
        }

        var guide = new CommonsGuide(
            GuidGenerator.Create(), slug, submission.OwnerTenantId, submission.OwnerName, submission.GuideId, submission.Revision, submission.Content, Clock.Now);
        if (submission is { SourceId: { } sourceId, SourceKind: { } kind })
        {
            var source = await commons.GetAsync(sourceId);
            Licences.CheckCompatible(guide.Content.Licence, source.Content.Licence);
            guide.MadeFrom(source, kind);
        }

        await commons.InsertAsync(guide, autoSave: true);
        await IndexAsync(guide, bodyText);
        if (before is not null)
        {
            await media.ReleaseAsync(before.Content.Body); // last: pictures that both show stay
        }

        return guide;
    }

    /// <summary>Lets a snapshot be found by what it says now.</summary>
    public async Task IndexAsync(CommonsGuide guide, string bodyText)
    {
        await commons.RemoveFromIndexAsync(guide.Id);
        await commons.AddToIndexAsync(CommonsIndexer.Terms(guide, bodyText), CommonsIndexer.Words(guide, bodyText));
    }

    /// <summary>Leaves a tombstone at the guide's address; its pictures are removed, guides made from it stay with theirs.</summary>
    public async Task WithdrawAsync(CommonsGuide guide, string? reason)
    {
        guide.Withdraw(reason, Clock.Now);
        await commons.UpdateAsync(guide, autoSave: true);
        await commons.RemoveFromIndexAsync(guide.Id);
        await media.ReleaseAsync(guide.Content.Body, forGood: true);
    }

    private async Task<string> FreeSlugAsync(string title)
    {
        var slug = Slugs.From(title);
        for (var number = 1; number < MaxSlugTries; number++)
        {
            var candidate = number == 1 ? slug : $"{slug}-{number}";
            if (!await commons.AnyAsync(guide => guide.Slug == candidate))
            {
                return candidate;
            }
        }

        return $"{slug}-{GuidGenerator.Create():N}";
    }
}
