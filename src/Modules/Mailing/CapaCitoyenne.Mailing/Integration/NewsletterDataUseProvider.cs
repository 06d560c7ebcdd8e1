using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Sites.Privacy;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>The newsletter, and what is counted of it, on the privacy page of the site.</summary>
internal sealed class NewsletterDataUseProvider(IRepository<MailingList, Guid> lists, MeasurementConsent measurement, IStringLocalizer<MailingResource> localizer)
    : IDataUseProvider
{
    public async Task<IReadOnlyList<DataUse>> FindAsync() =>
    [
        .. await lists.AnyAsync(list => list.IsPublic) ? [Use("Mailing:Privacy:")] : Array.Empty<DataUse>(),
        .. await measurement.IsAskedAsync() ? [Use("Mailing:Privacy:Measure")] : Array.Empty<DataUse>(),
    ];

    private DataUse Use(string key) => new(localizer[key + "Title"], localizer[key + "Purpose"], localizer[key + "Basis"], localizer[key + "Retention"]);
}
