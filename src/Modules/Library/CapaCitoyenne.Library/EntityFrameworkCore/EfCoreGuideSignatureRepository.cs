using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Library.EntityFrameworkCore;

internal sealed class EfCoreGuideSignatureRepository(IDbContextProvider<AbpDbContext> provider) : IGuideSignatureRepository, ITransientDependency
{
    public async Task<List<WrittenGuide>> GetGuidesAsync(Guid userId) => await (await provider.GetDbContextAsync()).Set<Guide>()
        .IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(guide => guide.CreatorId == userId).OrderBy(guide => guide.CreationTime)
        .Select(guide => new WrittenGuide(guide.Content.Title, guide.Content.Licence, guide.CreationTime)).ToListAsync();

    public async Task<List<Guid>> ForgetAsync(Guid userId, string name)
    {
        var context = await provider.GetDbContextAsync();
        var guides = context.Set<Guide>().IgnoreQueryFilters().Where(guide => guide.CreatorId == userId || guide.LastModifierId == userId || guide.SubmitterId == userId);
        var ids = await guides.Select(guide => guide.Id).ToListAsync();
        var snapshots = context.Set<CommonsGuide>().Where(guide => ids.Contains(guide.GuideId) && guide.Content.AuthorName == name);
        var indexed = await snapshots.Where(guide => guide.IsCurrent && guide.WithdrawnTime == null).Select(guide => guide.Id).ToListAsync();
        await snapshots.ExecuteUpdateAsync(update => update.SetProperty(guide => guide.Content.AuthorName, ""));
        await guides.Where(guide => guide.Content.AuthorName == name).ExecuteUpdateAsync(update => update.SetProperty(guide => guide.Content.AuthorName, ""));
        await context.Set<GuideSubmission>().Where(submission => ids.Contains(submission.GuideId) && submission.Content.AuthorName == name)
            .ExecuteUpdateAsync(update => update.SetProperty(submission => submission.Content.AuthorName, ""));
        var revisions = context.Set<GuideRevision>().IgnoreQueryFilters().Where(revision => ids.Contains(revision.GuideId));
        await revisions.Where(revision => revision.Content.AuthorName == name).ExecuteUpdateAsync(update => update.SetProperty(revision => revision.Content.AuthorName, ""));
        await revisions.Where(revision => revision.AuthorName == name).ExecuteUpdateAsync(update => update.SetProperty(revision => revision.AuthorName, ""));
        return indexed;
    }
}
