using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Contacts;

[Authorize(MailingPermissions.Contacts.Default)]
internal sealed class ContactHistoryAppService(IContactRepository contacts, IContactHistoryRepository history) : MailingAppService, IContactHistoryAppService
{
    public async Task<CursorPagedResultDto<ContactEventDto>> GetAsync(Guid id, GetContactHistoryInput input)
    {
        await contacts.GetAsync(id);
        var rows = await history.GetPageAsync(await contacts.GetLedgerIdsAsync(id), HistoryCursor.Decode(input.Cursor), input.MaxResultCount + 1);
        var page = rows.Take(input.MaxResultCount).ToList();
        return new CursorPagedResultDto<ContactEventDto>
        {
            Items = [.. page.Select(e => e.ToDto(L))],
            NextCursor = rows.Count > page.Count ? HistoryCursor.Encode(page[^1]) : null,
        };
    }
}
