using CapaCitoyenne.Sites.Forms;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreFormRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Form, Guid>(dbContextProvider), IFormRepository, ITransientDependency
{
    public async Task HoldSubmissionsAsync(Guid formId) => await (await GetQueryableAsync()).Where(form => form.Id == formId)
        .ExecuteUpdateAsync(update => update.SetProperty(form => form.SubmissionTicket, form => form.SubmissionTicket + 1));
}

internal sealed class EfCoreFormSubmissionRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, FormSubmission, Guid>(dbContextProvider), IFormSubmissionRepository, ITransientDependency
{
    public async Task<List<FormSubmission>> GetPageAsync(FormSubmissionQuery query, int skipCount, int maxResultCount) => await (await FilterAsync(query))
        .OrderByDescending(s => s.ReceivedTime).ThenByDescending(s => s.Id).Skip(skipCount).Take(maxResultCount).ToListAsync();

    public async Task<int> CountAsync(FormSubmissionQuery query) => await (await FilterAsync(query)).CountAsync();

    public async Task<List<FormCount>> CountByFormAsync() => await (await GetQueryableAsync()).GroupBy(s => s.FormId)
        .Select(group => new FormCount(group.Key, group.Count(), group.Count(s => !s.IsDone), group.Max(s => s.ReceivedTime))).ToListAsync();

    public async Task<int> DeleteOfFormAsync(Guid formId) => await (await GetQueryableAsync()).Where(s => s.FormId == formId).ExecuteDeleteAsync();

    public async Task<int> ForgetAsync(DateTime now)
    {
        var context = await GetDbContextAsync();
        var forgotten = 0;
        // One statement for each choice: months cannot be added in both databases alike.
        foreach (var months in FormConsts.RetentionMonths)
        {
            var last = now.AddMonths(-months);
            forgotten += await context.Set<FormSubmission>().IgnoreQueryFilters()
                .Where(s => s.ReceivedTime < last && context.Set<Form>().IgnoreQueryFilters().Any(f => f.Id == s.FormId && f.RetentionMonths == months)).ExecuteDeleteAsync();
        }
        return forgotten;
    }

    private async Task<IQueryable<FormSubmission>> FilterAsync(FormSubmissionQuery query) => (await GetQueryableAsync()).Where(s =>
        (query.FormId == null || s.FormId == query.FormId) && (!query.IsWaiting || !s.IsDone) && (query.NormalizedEmail == null || s.NormalizedEmail == query.NormalizedEmail));
}
