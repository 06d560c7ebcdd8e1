using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Privacy;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Signing up for events: one line for all of them, with the longest time that one of them keeps who came.</summary>
internal sealed class RegistrationDataUseProvider(IEventRepository events, IAsyncQueryableExecuter executer, IStringLocalizer<SitesResource> localizer) : IDataUseProvider
{
    public async Task<IReadOnlyList<DataUse>> FindAsync()
    {
        var days = await executer.ToListAsync((await events.GetQueryableAsync()).Where(one => one.HasRegistration && one.PublishedTime != null).Select(one => one.RetentionDays).Distinct());
        if (days.Count == 0) return [];
        var retention = days.Count == 1 ? localizer["Privacy:RegistrationRetention", days[0]] : localizer["Privacy:RegistrationRetentions", days.Min(), days.Max()];
        return [new DataUse(localizer["Privacy:RegistrationTitle"], localizer["Privacy:RegistrationPurpose"], localizer["Privacy:RegistrationBasis"], retention)];
    }
}
