using CapaCitoyenne.Sites.Agenda;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreRegistrationRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Registration, Guid>(dbContextProvider), IRegistrationRepository, ITransientDependency
{
    public async Task<List<Registration>> GetPageAsync(Guid eventId, DateOnly? day, int skipCount, int maxResultCount) => await (await OfAsync(eventId, day))
        .OrderBy(r => r.Day).ThenBy(r => r.State).ThenBy(r => r.CreationTime).ThenBy(r => r.Id).Skip(skipCount).Take(maxResultCount).ToListAsync();

    public async Task<int> CountAsync(Guid eventId, DateOnly? day) => await (await OfAsync(eventId, day)).CountAsync();

    public async Task<int> SumConfirmedAsync(Guid eventId, DateOnly day) => await (await GetQueryableAsync())
        .Where(r => r.EventId == eventId && r.Day == day && r.State == RegistrationState.Confirmed).SumAsync(r => r.Persons);

    public async Task<List<(DateOnly Day, RegistrationState State, int Persons)>> SumByDayAsync(Guid eventId, DateOnly from)
    {
        var sums = await (await GetQueryableAsync()).Where(r => r.EventId == eventId && r.EndDay >= from)
            .GroupBy(r => new { r.Day, r.State }).Select(group => new { group.Key.Day, group.Key.State, Persons = group.Sum(r => r.Persons) }).ToListAsync();
        return sums.ConvertAll(sum => (sum.Day, sum.State, sum.Persons));
    }

    public async Task<bool> ReloadAsync(Registration registration)
    {
        var entry = (await GetDbContextAsync()).Entry(registration);
        await entry.ReloadAsync();
        return entry.State != EntityState.Detached;
    }

    public async Task<List<Registration>> GetWaitingAsync(Guid eventId, DateOnly from) => await (await GetQueryableAsync())
        .Where(r => r.EventId == eventId && r.EndDay >= from && r.State == RegistrationState.Waiting).OrderBy(r => r.CreationTime).ThenBy(r => r.Id).ToListAsync();

    public async Task<List<Registration>> GetWithEmailAsync(Guid eventId, DateOnly day)
        => await (await OfAsync(eventId, day)).AsNoTracking().Where(r => r.Email != null).ToListAsync();

    public async Task MoveAsync(Guid eventId, DateOnly day, DateOnly newDay, DateOnly endDay) => await (await GetQueryableAsync())
        .Where(r => r.EventId == eventId && r.Day == day)
        .ExecuteUpdateAsync(update => update.SetProperty(r => r.Day, newDay).SetProperty(r => r.EndDay, endDay));

    public async Task<int> ForgetAsync(DateOnly today)
    {
        var context = await GetDbContextAsync();
        var forgotten = 0;
        // One statement for each choice: days cannot be added in both databases alike.
        foreach (var days in EventConsts.RetentionDays)
        {
            var last = today.AddDays(-days);
            forgotten += await context.Set<Registration>().IgnoreQueryFilters()
                .Where(r => r.EndDay < last && context.Set<Event>().IgnoreQueryFilters().Any(e => e.Id == r.EventId && e.RetentionDays == days)).ExecuteDeleteAsync();
        }
        return forgotten;
    }

    private async Task<IQueryable<Registration>> OfAsync(Guid eventId, DateOnly? day)
        => (await GetQueryableAsync()).Where(r => r.EventId == eventId && (day == null || r.Day == day) && r.State != RegistrationState.Cancelled);
}
