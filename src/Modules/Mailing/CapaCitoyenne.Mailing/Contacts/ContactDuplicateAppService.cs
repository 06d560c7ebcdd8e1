using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Contacts;

[Authorize(MailingPermissions.Contacts.Manage)]
internal sealed class ContactDuplicateAppService(
    IContactRepository contacts, IRepository<Consent, Guid> consents, ContactMerger merger, ContactReader reader) : MailingAppService, IContactDuplicateAppService
{
    private const int MaxNames = 50;
    private const int MaxPerName = 5;

    public async Task<ListResultDto<DuplicateContactsDto>> GetListAsync()
    {
        var rows = await contacts.GetNamesakesAsync(MaxNames);
        var dtos = (await reader.ReadAsync(rows)).ToDictionary(c => c.Id);
        var names = rows.GroupBy(c => (c.SearchLastName, c.SearchFirstName)).Where(g => g.Count() > 1).Select(g => new DuplicateContactsDto
        {
            Contacts = [.. g.Take(MaxPerName).Select(c => dtos[c.Id])],
            IsLikely = Resemble([.. g.Take(MaxPerName).Select(c => c.NormalizedEmail)]),
        });
        return new ListResultDto<DuplicateContactsDto>([.. names.OrderByDescending(n => n.IsLikely)]);
    }

    public async Task<MergePreviewDto> PreviewAsync(MergeContactsDto input)
    {
        var (kept, other) = await GetBothAsync(input);
        var rows = await consents.GetListAsync(k => k.ContactId == kept.Id || k.ContactId == other.Id);
        var both = await reader.ReadAsync([kept, other]);
        var dto = both[0];
        dto.FirstName ??= both[1].FirstName;
        dto.LastName ??= both[1].LastName;
        dto.Language ??= both[1].Language;
        dto.Notes = ContactMerger.NotesOf(kept, other);
        dto.Lists = [.. both[0].Lists.UnionBy(both[1].Lists, l => l.Id)];
        dto.Tags = [.. both[0].Tags.UnionBy(both[1].Tags, t => t.Id)];
        foreach (var (name, value) in both[1].Fields) dto.Fields.TryAdd(name, value);
        return new MergePreviewDto(dto, [.. ContactMerger.Agreed(rows).Select(p => p.ToString())], other.Email);
    }

    public async Task<ContactDto> MergeAsync(MergeContactsDto input)
    {
        var (kept, other) = await GetBothAsync(input);
        await merger.MergeAsync(kept, other);
        return (await reader.ReadAsync([kept], await consents.GetListAsync(k => k.ContactId == kept.Id)))[0];
    }

    private async Task<(Contact Kept, Contact Other)> GetBothAsync(MergeContactsDto input)
    {
        if (input.KeptId == input.OtherId) throw new BusinessException(MailingErrorCodes.MergeNeedsTwo);
        return (await contacts.GetAsync(input.KeptId), await contacts.GetAsync(input.OtherId));
    }

    /// <summary>The same letters and digits before the @, or the same domain of one's own.</summary>
    private static bool Resemble(IReadOnlyList<string> emails)
    {
        var locals = emails.Select(e => string.Concat(e[..e.LastIndexOf('@')].Split('+')[0].Where(char.IsLetterOrDigit))).ToList();
        return locals.Distinct().Count() < locals.Count || locals.Exists(a => locals.Exists(b => a != b && a.Length > 3 && b.StartsWith(a, StringComparison.Ordinal)));
    }
}
