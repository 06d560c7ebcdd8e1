using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Segments;

[Authorize(MailingPermissions.Lists.Default)]
internal sealed class SegmentAppService(
    IRepository<Segment, Guid> segments, SegmentManager manager, IContactRepository contacts, ContactReader reader, ICampaignRepository campaigns, IPermissionChecker permissions)
    : MailingAppService, ISegmentAppService
{
    public async Task<ListResultDto<SegmentDto>> GetListAsync()
        => new([.. (await segments.GetListAsync()).OrderBy(s => s.NormalizedName, StringComparer.Ordinal).Select(s => s.ToDto())]);

    public async Task<SegmentDto> GetAsync(Guid id) => (await segments.GetAsync(id)).ToDto();

    [Idempotent]
    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task<SegmentDto> CreateAsync(CreateUpdateSegmentDto input)
    {
        if (await segments.GetCountAsync() >= SegmentConsts.MaxSegments) throw new BusinessException(MailingErrorCodes.SegmentTooMany).WithData("Max", SegmentConsts.MaxSegments);
        await EnsureNameIsFreeAsync(input.Name, null);
        var segment = new Segment(GuidGenerator.Create(), input.Name, await manager.CheckAsync(input.Rule.ToRule()));
        return (await segments.InsertAsync(segment, autoSave: true)).ToDto();
    }

    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task<SegmentDto> UpdateAsync(Guid id, CreateUpdateSegmentDto input)
    {
        await EnsureNameIsFreeAsync(input.Name, id);
        var segment = await segments.GetAsync(id);
        if (input.ConcurrencyStamp is { } stamp) segment.ConcurrencyStamp = stamp;
        segment.Update(input.Name, await manager.CheckAsync(input.Rule.ToRule()));
        return (await segments.UpdateAsync(segment, autoSave: true)).ToDto();
    }

    [Authorize(MailingPermissions.Lists.Manage)]
    public async Task DeleteAsync(Guid id)
    {
        // A letter that lost its segment would be for nobody; whoever wrote it should decide.
        var user = await campaigns.FindAsync(c => c.SegmentId == id && c.Status != CampaignStatus.Sent && c.Status != CampaignStatus.Cancelled);
        if (user is not null) throw new BusinessException(MailingErrorCodes.SegmentUsedByCampaign).WithData("Campaign", user.Name);
        await segments.DeleteAsync(id);
    }

    public async Task<ContactCountDto> GetCountAsync(Guid id)
        => await contacts.CountAsync(new ContactFilter { Rule = (await segments.GetAsync(id)).Rule });

    public async Task<SegmentPreviewDto> PreviewAsync(PreviewSegmentDto input)
    {
        var filter = new ContactFilter { Rule = await manager.CheckAsync(input.Rule.ToRule()) };
        var count = await contacts.CountAsync(filter);
        if (!await permissions.IsGrantedAsync(MailingPermissions.Contacts.Default)) return new SegmentPreviewDto(count, []);
        var rows = await contacts.GetPageAsync(new ContactQuery(filter, ContactSort.Email, null, SegmentConsts.PreviewCount));
        return new SegmentPreviewDto(count, await reader.ReadAsync(rows));
    }

    private async Task EnsureNameIsFreeAsync(string name, Guid? ownId)
    {
        var normalized = Segment.NormalizeName(name);
        if (await segments.AnyAsync(s => s.NormalizedName == normalized && s.Id != ownId))
            throw new BusinessException(MailingErrorCodes.SegmentNameTaken).WithData("Name", name.Trim());
    }
}

internal static class SegmentMapper
{
    public static SegmentDto ToDto(this Segment segment) => new()
    {
        Id = segment.Id,
        Name = segment.Name,
        Rule = segment.Rule.ToDto(),
        CreationTime = segment.CreationTime,
        ConcurrencyStamp = segment.ConcurrencyStamp,
    };

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.SegmentConditionInvalid"/>: something is null in it.</exception>
    public static SegmentRule ToRule(this SegmentRuleDto? rule)
    {
        if (rule?.Groups is not { } groups || groups.Exists(g => g?.Conditions is null || g.Conditions.Exists(c => c is null)))
            throw new BusinessException(MailingErrorCodes.SegmentConditionInvalid).WithData("Number", 1).WithData("Value", null);
        return new(rule.Match, [.. groups.Select(g => new SegmentGroup(
            g.Match, [.. g.Conditions.Select(c => new SegmentCondition(c.Subject, c.Operator, c.ReferenceId, c.Value))]))]);
    }

    private static SegmentRuleDto ToDto(this SegmentRule rule) => new()
    {
        Match = rule.Match,
        Groups = [.. rule.Groups.Select(g => new SegmentGroupDto
        {
            Match = g.Match,
            Conditions = [.. g.Conditions.Select(c => new SegmentConditionDto { Subject = c.Subject, Operator = c.Operator, ReferenceId = c.ReferenceId, Value = c.Value })],
        })],
    };
}
