using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Sites.Privacy;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>The newsletter on the privacy page of the site.</summary>
internal sealed class NewsletterDataUseProvider(IRepository<MailingList, Guid> lists, IStringLocalizer<MailingResource> localizer) : IDataUseProvider
{
    public async Task<IReadOnlyList<DataUse>> FindAsync()
        => await lists.AnyAsync(list => list.IsPublic)
            ? [new DataUse(localizer["Mailing:Privacy:Title"], localizer["Mailing:Privacy:Purpose"], localizer["Mailing:Privacy:Basis"], localizer["Mailing:Privacy:Retention"])]
            : [];
}
