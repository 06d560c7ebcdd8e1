using CapaCitoyenne.Sites.Agenda;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreEventRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Event, Guid>(dbContextProvider), IEventRepository, ITransientDependency
{
    /// <summary>A date of a series may be moved before its first day, by a year at most to be found where it is now.</summary>
    private const int MaxDaysBeforeFirst = 366;

    public async Task<List<Event>> GetUpcomingAsync(DateOnly today, bool onlyPublished) => await (await GetQueryableAsync()).AsNoTracking()
        .Where(e => (e.LastDay == null || e.LastDay >= today) && (e.IsPublished || !onlyPublished))
        .OrderBy(e => e.Times.StartDay).Take(EventConsts.MaxUpcoming).ToListAsync();

    public async Task<Event?> FindLatestAsync(bool isPublished) => await (await GetQueryableAsync()).AsNoTracking()
        .Where(e => e.IsPublished == isPublished).OrderByDescending(e => e.CreationTime).ThenByDescending(e => e.Id).FirstOrDefaultAsync();

    public async Task<int> CountUpcomingAsync(DateOnly today) => await (await GetQueryableAsync()).CountAsync(e => e.LastDay == null || e.LastDay >= today);

    public async Task<List<Event>> GetOverAsync(DateOnly today, int skipCount, int maxResultCount)
        => await Over(await GetQueryableAsync(), today).AsNoTracking().Skip(skipCount).Take(maxResultCount).ToListAsync();

    public async Task<List<(Guid Id, string Title)>> GetTitlesOfOverAsync(DateOnly today, int maxResultCount)
    {
        var found = await Over(await GetQueryableAsync(), today).Take(maxResultCount).Select(e => new { e.Id, e.Title }).ToListAsync();
        return found.ConvertAll(e => (e.Id, e.Title));
    }

    public async Task<int> CountOverAsync(DateOnly today) => await (await GetQueryableAsync()).CountAsync(e => e.LastDay < today);

    public async Task<List<Event>> GetPublishedAsync(DateOnly from, DateOnly to, int maxResultCount)
    {
        var latestFirst = to.DayNumber > DateOnly.MaxValue.DayNumber - MaxDaysBeforeFirst ? to : to.AddDays(MaxDaysBeforeFirst);
        return await (await GetQueryableAsync()).AsNoTracking()
            .Where(e => e.IsPublished && (e.LastDay == null || e.LastDay >= from) && (e.Times.StartDay <= to || (e.Recurrence != null && e.Times.StartDay <= latestFirst)))
            .OrderByDescending(e => e.LastDay == null).ThenByDescending(e => e.LastDay).ThenByDescending(e => e.Id).Take(maxResultCount).ToListAsync();
    }

    public async Task<List<(string Name, string Slug)>> GetCategoriesAsync(bool onlyPublished)
    {
        var found = await (await GetQueryableAsync()).Where(e => e.CategorySlug != null && (e.IsPublished || !onlyPublished))
            .GroupBy(e => e.CategorySlug!).Select(group => new { Slug = group.Key, Name = group.Min(e => e.Category)! }).ToListAsync();
        return [.. found.OrderBy(category => category.Name, StringComparer.CurrentCultureIgnoreCase).Select(category => (category.Name, category.Slug))];
    }

    public async Task<Event?> HoldRegistrationsAsync(Guid eventId)
    {
        await (await GetQueryableAsync()).Where(e => e.Id == eventId).ExecuteUpdateAsync(update => update.SetProperty(e => e.RegistrationTicket, e => e.RegistrationTicket + 1));
        var held = await FindAsync(eventId);
        // What the context knows already it does not read again by itself.
        if (held is not null) await (await GetDbContextAsync()).Entry(held).ReloadAsync();
        return held;
    }

    private static IQueryable<Event> Over(IQueryable<Event> all, DateOnly today)
        => all.Where(e => e.LastDay < today).OrderByDescending(e => e.LastDay).ThenByDescending(e => e.Id);
}
