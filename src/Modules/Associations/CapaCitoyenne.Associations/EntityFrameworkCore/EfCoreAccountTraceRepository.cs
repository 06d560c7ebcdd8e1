using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Invitations;
using CapaCitoyenne.Associations.SignUps;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Associations.EntityFrameworkCore;

/// <summary>The log's entity is the foundation's own, so its table is asked by name.</summary>
internal sealed class EfCoreAccountTraceRepository(IDbContextProvider<AbpDbContext> provider) : IAccountTraceRepository, ITransientDependency
{
    private const int MaxActions = 10_000;

    public async Task<List<AccountAction>> GetActionsAsync(Guid userId)
    {
        var actions = await (await provider.GetDbContextAsync()).Database.SqlQuery<AccountAction>($"""
            SELECT "ExecutionTime" AS "Time", "ServiceName" AS "Service", "MethodName" AS "Method" FROM "AbpAuditLogs"
            WHERE "UserId" = {userId} ORDER BY "ExecutionTime" DESC LIMIT {MaxActions}
            """).ToListAsync();
        return actions.ConvertAll(action => action with { Time = DateTime.SpecifyKind(action.Time, DateTimeKind.Utc) });
    }

    public async Task ForgetAsync(Guid userId)
    {
        var context = await provider.GetDbContextAsync();
        await context.Database.ExecuteSqlAsync($"""UPDATE "AbpAuditLogs" SET "UserName" = NULL WHERE "UserId" = {userId}""");
        await context.Set<Invitation>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(invitation => invitation.CreatorId == userId)
            .ExecuteUpdateAsync(update => update.SetProperty(invitation => invitation.InvitedByName, ""));
        await context.Set<SignUp>().Where(signUp => signUp.UserId == userId).ExecuteDeleteAsync();
    }
}
