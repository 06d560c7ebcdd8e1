using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

[ExposeServices(typeof(IFirstStepProvider))]
internal sealed class MailingFirstStepProvider(
    IRepository<Contact, Guid> contacts, IRepository<Campaign, Guid> campaigns, IStringLocalizer<MailingResource> localizer)
    : IFirstStepProvider, ITransientDependency
{
    public async Task<IReadOnlyList<FirstStep>> GetAsync(Guid tenantId) =>
    [
        new("mailing.contacts-imported", localizer["Mailing:FirstStep:Import"], await contacts.AnyAsync(c => c.TenantId == tenantId), "carnet/importer", StarterCatalogue.ImportContacts, 30),
        new("mailing.letter-sent", localizer["Mailing:FirstStep:Letter"], await campaigns.AnyAsync(c => c.Status == CampaignStatus.Sent), "lettres", StarterCatalogue.WriteLetter, 40),
    ];
}
