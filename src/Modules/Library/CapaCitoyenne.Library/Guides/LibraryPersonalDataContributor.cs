using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Commons;

namespace CapaCitoyenne.Library.Guides;

/// <summary>Guides are the association's, shared ones under a licence for ever: they stay, without the name of whoever has left.</summary>
internal sealed class LibraryPersonalDataContributor(
    IGuideSignatureRepository signatures, ICommonsGuideRepository commons, CommonsManager commonsManager, GuideBody bodies) : IPersonalDataContributor
{
    public async Task<PersonalDataSection?> CollectAsync(PersonalDataSubject person) =>
        await signatures.GetGuidesAsync(person.UserId) is { Count: > 0 } guides ? new PersonalDataSection("library", new { Guides = guides }) : null;

    public async Task EraseAsync(PersonalDataSubject person)
    {
        var indexed = await signatures.ForgetAsync(person.UserId, person.Name);
        foreach (var guide in await commons.GetListAsync(guide => indexed.Contains(guide.Id)))
            await commonsManager.IndexAsync(guide, await bodies.TextAsync(guide.Content.Body));
    }
}
