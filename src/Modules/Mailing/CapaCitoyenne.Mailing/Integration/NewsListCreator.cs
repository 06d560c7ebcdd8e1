using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>A new space starts with the list « Actualités », which its site's form feeds.</summary>
internal sealed class NewsListCreator(IRepository<MailingList, Guid> lists, IGuidGenerator guidGenerator, IStringLocalizer<MailingResource> localizer)
    : ILocalEventHandler<AssociationCreatedEvent>
{
    public async Task HandleEventAsync(AssociationCreatedEvent eventData)
    {
        var list = new MailingList(guidGenerator.Create(), localizer["Mailing:List:News"], localizer["Mailing:List:NewsDescription"], isPublic: true);
        await lists.InsertAsync(list);
    }
}
