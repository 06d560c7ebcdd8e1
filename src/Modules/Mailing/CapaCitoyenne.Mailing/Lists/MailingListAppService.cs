using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Segments;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Lists;

[Authorize(MailingPermissions.Lists.Default)]
internal sealed class MailingListAppService(
    IRepository<MailingList, Guid> lists, IMailingListRepository members, SegmentManager segments, ICampaignRepository campaigns, IDigestRepository digests,
    IRepository<WelcomeLetter, Guid> welcomes)
    : MailingAppService, IMailingListAppService
{
    public async Task<ListResultDto<MailingListDto>> GetListAsync()
    {
        var rows = await lists.GetListAsync();
        var counts = await members.CountMembersAsync();
        return new ListResultDto<MailingListDto>([.. rows.OrderBy(l => l.NormalizedName, StringComparer.Ordinal).Select(l => l.ToDto(counts.GetValueOrDefault(l.Id)))]);
    }

    public async Task<MailingListDto> GetAsync(Guid id) => await ToDtoAsync(await lists.GetAsync(id));

    [Idempotent]
    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task<MailingListDto> CreateAsync(CreateUpdateMailingListDto input)
    {
        await EnsureNameIsFreeAsync(input.Name, null);
        var list = new MailingList(GuidGenerator.Create(), input.Name, input.Description, input.IsPublic);
        await lists.InsertAsync(list, autoSave: true);
        return await ToDtoAsync(list);
    }

    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task<MailingListDto> UpdateAsync(Guid id, CreateUpdateMailingListDto input)
    {
        await EnsureNameIsFreeAsync(input.Name, id);
        var list = await lists.GetAsync(id);
        if (input.ConcurrencyStamp is { } stamp) list.ConcurrencyStamp = stamp;
        list.Update(input.Name, input.Description, input.IsPublic);
        await lists.UpdateAsync(list, autoSave: true);
        return await ToDtoAsync(list);
    }

    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task DeleteAsync(Guid id)
    {
        await segments.EnsureUnusedAsync(id);
        await EnsureNoLetterNeedsAsync(id);
        await lists.DeleteAsync(id);
    }

    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task<MailingListDto> AddContactsAsync(Guid id, ListContactsDto input)
    {
        var list = await lists.GetAsync(id);
        await members.AddAsync(id, input.ContactIds, Clock.Now);
        return await ToDtoAsync(list);
    }

    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task<MailingListDto> RemoveContactsAsync(Guid id, ListContactsDto input)
    {
        var list = await lists.GetAsync(id);
        await members.RemoveAsync(id, input.ContactIds);
        return await ToDtoAsync(list);
    }

    /// <summary>A letter that lost its list would be for nobody, and a welcome letter would go with it; whoever wrote it should decide.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ListUsedByLetter"/>.</exception>
    private async Task EnsureNoLetterNeedsAsync(Guid id)
    {
        var letter = (await campaigns.FindAsync(c => c.ListIds.Contains(id) && c.Status != CampaignStatus.Sent && c.Status != CampaignStatus.Cancelled))?.Name
            ?? (await digests.FindAsync(d => d.ListIds.Contains(id)))?.Subject;
        if (letter is null && await welcomes.FirstOrDefaultAsync(w => w.ListId == id) is { } welcome) letter = (await campaigns.GetAsync(welcome.CampaignId)).Name;
        if (letter is not null) throw new BusinessException(MailingErrorCodes.ListUsedByLetter).WithData("Letter", letter);
    }

    private async Task EnsureNameIsFreeAsync(string name, Guid? ownId)
    {
        var normalized = MailingList.NormalizeName(name);
        if (await lists.AnyAsync(l => l.NormalizedName == normalized && l.Id != ownId))
            throw new BusinessException(MailingErrorCodes.ListNameTaken).WithData("Name", name.Trim());
    }

    private async Task<MailingListDto> ToDtoAsync(MailingList list) => list.ToDto((await members.CountMembersAsync()).GetValueOrDefault(list.Id));
}

internal static class MailingListMapper
{
    public static MailingListDto ToDto(this MailingList list, long memberCount) => new()
    {
        Id = list.Id,
        Name = list.Name,
        Description = list.Description,
        IsPublic = list.IsPublic,
        MemberCount = memberCount,
        CreationTime = list.CreationTime,
        ConcurrencyStamp = list.ConcurrencyStamp,
    };
}

internal interface IMailingListRepository
{
    Task<Dictionary<Guid, long>> CountMembersAsync(CancellationToken cancellationToken = default);

    /// <summary>Those who are in the list, or left it themselves, are passed over.</summary>
    Task AddAsync(Guid listId, IReadOnlyCollection<Guid> contactIds, DateTime now, CancellationToken cancellationToken = default);

    Task RemoveAsync(Guid listId, IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);
}
