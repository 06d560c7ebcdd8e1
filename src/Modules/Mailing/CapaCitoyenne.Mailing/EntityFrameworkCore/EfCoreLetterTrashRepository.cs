using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Templates;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreLetterTrashRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : ILetterTrashRepository, ITransientDependency
{
    public async Task EmptyAsync(DateTime before, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        await EmptyAsync<WelcomeLetter>(context, before, cancellationToken);
        await EmptyAsync<Campaign>(context, before, cancellationToken);
        await EmptyAsync<Digest>(context, before, cancellationToken);
        await EmptyAsync<LetterTemplate>(context, before, cancellationToken);
    }

    private static Task<int> EmptyAsync<TEntity>(AbpDbContext context, DateTime before, CancellationToken cancellationToken) where TEntity : FullAuditedAggregateRoot<Guid>
        => context.Set<TEntity>().IgnoreQueryFilters([AbpDbContext.TenantFilter, AbpDbContext.SoftDeleteFilter])
            .Where(entity => entity.IsDeleted && entity.DeletionTime < before).ExecuteDeleteAsync(cancellationToken);
}
