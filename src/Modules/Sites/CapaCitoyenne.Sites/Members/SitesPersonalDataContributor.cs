using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Members;

/// <summary>
/// Pages, news and events are the association's and stay; the name under the news goes, and their readers see it at once. What somebody wrote into a text
/// is the association's to change.
/// </summary>
internal sealed class SitesPersonalDataContributor(
    ISignatureRepository signatures, IRepository<MemberCode, Guid> codes, SiteManager siteManager, ICurrentTenant currentTenant, IDataFilter dataFilter) : IPersonalDataContributor
{
    public async Task<PersonalDataSection?> CollectAsync(PersonalDataSubject person) =>
        await signatures.GetContentsAsync(person.UserId) is { Count: > 0 } contents ? new PersonalDataSection("sites", new { Contents = contents }) : null;

    public async Task EraseAsync(PersonalDataSubject person)
    {
        using (dataFilter.Disable<IMultiTenant>())
            await codes.DeleteAsync(code => code.UserId == person.UserId, autoSave: true);
        foreach (var space in await signatures.ForgetAsync(person.UserId, person.Name))
        {
            using (currentTenant.Change(space)) await siteManager.ContentChangedAsync();
        }
    }
}
