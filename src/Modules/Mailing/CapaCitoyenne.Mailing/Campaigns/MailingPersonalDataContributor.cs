using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Idempotency;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// Letters are the association's and stay; they say by id who wrote and approved them, which leads to nobody once the account is gone. The person's card
/// in an association's address book is another matter: it is that association's, and each of its letters leads to it.
/// </summary>
internal sealed class MailingPersonalDataContributor(
    IRepository<Campaign, Guid> campaigns, IRepository<IdempotentRequest, Guid> requests, IAsyncQueryableExecuter executer, IDataFilter dataFilter) : IPersonalDataContributor
{
    public async Task<PersonalDataSection?> CollectAsync(PersonalDataSubject person)
    {
        using var all = dataFilter.Disable<IMultiTenant>();
        var written = await executer.ToListAsync((await campaigns.GetQueryableAsync())
            .Where(campaign => campaign.CreatorId == person.UserId).OrderBy(campaign => campaign.CreationTime)
            .Select(campaign => new { campaign.Name, campaign.Subject, campaign.CreationTime }));
        return written.Count == 0 ? null : new PersonalDataSection("mailing", new { Letters = written });
    }

    public async Task EraseAsync(PersonalDataSubject person)
    {
        using var all = dataFilter.Disable<IMultiTenant>();
        await requests.DeleteAsync(request => request.UserId == person.UserId, autoSave: true);
    }
}
