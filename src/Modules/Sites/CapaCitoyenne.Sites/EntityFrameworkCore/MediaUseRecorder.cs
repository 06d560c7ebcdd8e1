using CapaCitoyenne.Sites.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

/// <summary>
/// Notes which files a row shows whenever it is saved, whoever saves it: one query for all rows of a save. What is in the trash shows nothing.
/// Two saves at once may note a use twice, which harms nothing.
/// </summary>
[ExposeServices(typeof(ISaveChangesInterceptor))]
internal sealed class MediaUseRecorder(IGuidGenerator guids) : SaveChangesInterceptor, ISingletonDependency
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context) await RecordAsync(context, cancellationToken);
        return result;
    }

    private async Task RecordAsync(DbContext context, CancellationToken cancellationToken)
    {
        var changed = context.ChangeTracker.Entries<IShowsMedia>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (Owner: entry.Entity, Shown: IsGone(entry.State, entry.Entity) ? [] : entry.Entity.FindMedia())).ToList();
        if (changed.Count == 0) return;
        var ids = changed.ConvertAll(one => one.Owner.Id);
        var known = (await context.Set<MediaUseEntry>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(use => ids.Contains(use.OwnerId)).ToListAsync(cancellationToken))
            .ToLookup(use => use.OwnerId);
        foreach (var (owner, shown) in changed)
        {
            context.RemoveRange(known[owner.Id].Where(use => !shown.Contains(use.MediaId)));
            context.AddRange(shown.Except(known[owner.Id].Select(use => use.MediaId)).Select(id => new MediaUseEntry(guids.Create(), owner.TenantId, owner.Id, id)));
        }
    }

    private static bool IsGone(EntityState state, IShowsMedia entity) => state == EntityState.Deleted || entity is ISoftDelete { IsDeleted: true };
}
