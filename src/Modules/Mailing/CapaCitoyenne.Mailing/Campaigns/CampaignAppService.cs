using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Approvals;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.Mailing.Templates;
using CapaCitoyenne.Sites.Documents;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Campaigns;

[Authorize(MailingPermissions.Campaigns.Default)]
internal sealed class CampaignAppService(
    ICampaignRepository campaigns, IDeliveryRepository deliveries, IResultRepository results, IChunkRepository chunks, CampaignPreflight preflight,
    CampaignPreviewer previewer, IPageDocumentIntegrationService documents, IAssociationIntegrationService associations, GracePeriod grace,
    IBackgroundJobManager jobs, IRepository<Segment, Guid> segments, IRepository<WelcomeLetter, Guid> welcomes, LetterTrash trash, IDataFilter dataFilter,
    LetterDrafts drafts, ApprovalRule approvalRule, LetterPages pages, LinkChecker links, ISettingManager settings, TestLetterLimit testLimit)
    : MailingAppService, ICampaignAppService
{
    private const string DefaultLanguage = "fr";

    public async Task<CursorPagedResultDto<CampaignDto>> GetListAsync(GetCampaignsInput input)
    {
        var rows = await campaigns.GetPageAsync(input.Status, Cursors.DecodeGuid(input.Cursor), input.MaxResultCount + 1);
        var page = rows.Take(input.MaxResultCount).ToList();
        var counts = await deliveries.CountByStateAsync([.. page.Select(c => c.Id)]);
        return new CursorPagedResultDto<CampaignDto>
        {
            Items = [.. page.Select(c => c.ToDto(counts.GetValueOrDefault(c.Id) ?? [], L, withContent: false))],
            NextCursor = rows.Count > page.Count ? Cursors.Encode(page[^1].Id.ToString()) : null,
        };
    }

    public async Task<CampaignDto> GetAsync(Guid id) => await ToDtoAsync(await campaigns.GetAsync(id));

    [Idempotent]
    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<CampaignDto> CreateAsync(CreateCampaignDto input)
    {
        if (!string.IsNullOrWhiteSpace(input.Template)) return await CreateFromTemplateAsync(input);
        var content = string.IsNullOrWhiteSpace(input.Content) ? documents.EmptyDocument(DefaultLanguage) : input.Content;
        await EnsureReadableAsync(content);
        var campaign = new Campaign(
            GuidGenerator.Create(), NameOf(input.Name, input.Subject), input.Subject.Trim(), content, DefaultLanguage, input.Purpose, input.ListIds);
        campaign.Narrow(input.SegmentId);
        await campaigns.InsertAsync(campaign, autoSave: true);
        return await ToDtoAsync(campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<CampaignDto> UpdateAsync(Guid id, UpdateCampaignDto input)
    {
        var campaign = await campaigns.GetAsync(id);
        await EnsureReadableAsync(input.Content);
        var replyTo = string.IsNullOrWhiteSpace(input.ReplyTo) ? null : EmailAddress.Parse(input.ReplyTo).Value;
        if (input.ConcurrencyStamp is { } stamp) campaign.ConcurrencyStamp = stamp;
        var before = await approvalRule.FingerprintAsync(campaign);
        campaign.Write(NameOf(input.Name, input.Subject), input.Subject.Trim(), input.Content, input.Purpose, input.ListIds);
        campaign.Address(input.PreviewText?.Trim(), input.FromName?.Trim(), replyTo, input.Language ?? campaign.Language);
        campaign.Narrow(input.SegmentId);
        if (await approvalRule.FingerprintAsync(campaign) != before) campaign.SignBy(CurrentUser.Id);
        await campaigns.UpdateAsync(campaign, autoSave: true);
        return await ToDtoAsync(campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<CampaignDto> DuplicateAsync(Guid id)
    {
        var source = await campaigns.GetAsync(id);
        string name = L["Mailing:Copy", source.Name];
        // Those whom a letter missed are no audience of a copy, and the whole book is not what it was for: the lists are those of the letter itself.
        var first = source;
        while (first.ResendOfId is { } firstId) first = await campaigns.GetAsync(firstId);
        var copy = new Campaign(
            GuidGenerator.Create(), name[..Math.Min(name.Length, CampaignConsts.MaxNameLength)], source.Subject, source.ContentJson, source.Language,
            source.Purpose, first.ListIds);
        copy.Address(source.PreviewText, source.FromName, source.ReplyTo, source.Language);
        copy.Narrow(first.SegmentId);
        await campaigns.InsertAsync(copy, autoSave: true);
        return await ToDtoAsync(copy);
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task DeleteAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        // A welcome letter at rest has a ledger too.
        if (campaign.RecipientCount > 0 || (!campaign.IsEditable && campaign.Status != CampaignStatus.Cancelled))
            throw new BusinessException(MailingErrorCodes.CampaignCannotDelete);
        await campaigns.DeleteAsync(campaign);
        // A welcome letter goes with its text, and comes back with it.
        await welcomes.DeleteAsync(welcome => welcome.CampaignId == id);
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<CampaignDto> RestoreAsync(Guid id)
    {
        using var everything = dataFilter.Disable<ISoftDelete>();
        var campaign = await campaigns.GetAsync(id);
        await trash.RestoreAsync(campaign);
        return await ToDtoAsync(campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<CampaignDto> ShowInArchiveAsync(Guid id, ShowInArchiveDto input)
    {
        var campaign = await campaigns.GetAsync(id);
        campaign.ShowInArchive(input.IsInArchive);
        await campaigns.UpdateAsync(campaign, autoSave: true);
        await pages.KeepAsync(campaign);
        return await ToDtoAsync(campaign);
    }

    public async Task<CampaignPreviewDto> GetPreviewAsync(Guid id, GetCampaignPreviewInput input)
    {
        if (input.ContactId is not null) await CheckPolicyAsync(MailingPermissions.Contacts.Default);
        return await previewer.PreviewAsync(await campaigns.GetAsync(id), input.ContactId);
    }

    public async Task<CampaignPreflightDto> GetPreflightAsync(Guid id) => await preflight.RunAsync(await campaigns.GetAsync(id));

    [Authorize(MailingPermissions.Campaigns.Edit)]
    [UnitOfWork(isTransactional: false)]
    public async Task<CampaignLinksDto> GetLinksAsync(Guid id) => await links.CheckAsync(await campaigns.GetAsync(id));

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<ListResultDto<string>> GetTestAddressesAsync()
        => new((await SettingProvider.GetOrNullAsync(MailingSettings.TestAddresses))?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? []);

    [Idempotent]
    [Authorize(MailingPermissions.Campaigns.Edit)]
    [UnitOfWork(isTransactional: false)]
    public async Task<SendTestResultDto> SendTestAsync(Guid id, SendTestDto input)
    {
        var campaign = await campaigns.GetAsync(id);
        if (input.AsContactId is not null) await CheckPolicyAsync(MailingPermissions.Contacts.Default);
        List<EmailAddress> addresses = [.. (input.Addresses.Count > 0 ? input.Addresses : [CurrentUser.Email ?? ""]).Select(EmailAddress.Parse)];
        // Who signed up a minute ago has proven nothing yet: no letter of theirs goes to strangers.
        if (addresses.Exists(address => !IsOwn(address)) && !await associations.IsConfirmedAsync(CurrentTenant.Id!.Value))
            throw new BusinessException(MailingErrorCodes.TestOnlyToOneself).WithData("Email", CurrentUser.Email);
        testLimit.Take(CurrentTenant.Id!.Value);
        var sentTo = await previewer.SendTestAsync(campaign, addresses, input.AsContactId);
        await settings.SetForCurrentTenantAsync(MailingSettings.TestAddresses, string.Join(',', sentTo));
        return new SendTestResultDto(sentTo);
    }

    [Idempotent]
    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<CampaignDto> SendAsync(Guid id, SendCampaignDto input)
    {
        var campaign = await campaigns.GetAsync(id);
        // First of all: what follows may save, which gives another stamp.
        if (input.ConcurrencyStamp is { } stamp) campaign.ConcurrencyStamp = stamp;
        if (!await associations.IsConfirmedAsync(CurrentTenant.Id!.Value)) throw new BusinessException(MailingErrorCodes.AssociationNotConfirmed);
        // Written down first: what was approved is what is sent, whoever changes the segment meanwhile.
        if (campaign.SegmentId is { } segmentId) campaign.KeepSegmentRule((await segments.GetAsync(segmentId)).RuleJson);
        await approvalRule.EnsureApprovedAsync(campaign);
        (await preflight.RunAsync(campaign)).EnsureCanSend();
        var now = Clock.Now;
        var earliest = now.AddMinutes(await grace.GetMinutesAsync());
        var wished = input.ScheduledTime is { } time ? SiteDay.ToUtc(time) : earliest;
        if (wished < now) throw new BusinessException(MailingErrorCodes.CampaignTimePast);
        campaign.Order(wished > earliest ? wished : earliest);
        return await WakeAsync(campaign, campaign.ScheduledTime!.Value - Clock.Now);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<CampaignDto> PauseAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        campaign.Pause();
        await campaigns.UpdateAsync(campaign, autoSave: true);
        return await ToDtoAsync(campaign);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<CampaignDto> ResumeAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        campaign.Resume();
        return await WakeAsync(campaign, TimeSpan.Zero);
    }

    [Authorize(MailingPermissions.Campaigns.Send)]
    public async Task<CampaignDto> CancelAsync(Guid id)
    {
        var campaign = await campaigns.GetAsync(id);
        campaign.Cancel(Clock.Now);
        await campaigns.UpdateAsync(campaign, autoSave: true);
        await chunks.CancelReadyAsync(id);
        await deliveries.CancelQueuedAsync(id, Clock.Now);
        await pages.KeepAsync(campaign);
        // What the provider holds is called back there.
        return await WakeAsync(campaign, TimeSpan.Zero);
    }

    [Authorize(MailingPermissions.Contacts.Default)]
    public async Task<CursorPagedResultDto<RecipientDto>> GetRecipientsAsync(Guid id, GetRecipientsInput input)
    {
        await campaigns.GetAsync(id);
        IReadOnlyCollection<DeliveryState>? states = input.State is { } state ? [state] : input.NotReached ? LedgerStates.NotReached : null;
        var rows = await results.GetPageAsync(new LedgerQuery(id, states, input.Filter, Cursors.Decode(input.Cursor), input.MaxResultCount + 1));
        var page = rows.Take(input.MaxResultCount).ToList();
        return new CursorPagedResultDto<RecipientDto>
        {
            Items = [.. page.Select(d => d.ToDto(L))],
            NextCursor = rows.Count > page.Count ? Cursors.Encode(page[^1].Email) : null,
        };
    }

    private async Task<CampaignDto> CreateFromTemplateAsync(CreateCampaignDto input)
    {
        var draft = await drafts.GetAsync(input.Template!.Trim());
        if (!string.IsNullOrWhiteSpace(input.Subject)) draft = draft with { Subject = input.Subject.Trim() };
        var campaign = Campaign.From(GuidGenerator.Create(), draft, NameOf(input.Name, draft.Subject), input.ListIds);
        campaign.Narrow(input.SegmentId);
        await campaigns.InsertAsync(campaign, autoSave: true);
        return await ToDtoAsync(campaign);
    }

    private bool IsOwn(EmailAddress address) => EmailAddress.TryParse(CurrentUser.Email, out var own) && own.Normalized == address.Normalized;

    private async Task<CampaignDto> WakeAsync(Campaign campaign, TimeSpan delay)
    {
        await campaigns.UpdateAsync(campaign, autoSave: true);
        await jobs.EnqueueAsync(new DeliverArgs(campaign.Id), delay: delay > TimeSpan.Zero ? delay : null);
        return await ToDtoAsync(campaign);
    }

    private async Task EnsureReadableAsync(string content)
    {
        var errors = (await documents.ValidateAsync(content)).FindAll(i => i.Severity == DocumentIssueSeverity.Error);
        if (errors.Count > 0) throw new DocumentIssuesException(MailingErrorCodes.CampaignDocumentInvalid, errors).WithData("Path", $"{errors[0].Path} – {errors[0].Message}");
    }

    private string NameOf(string? name, string subject)
    {
        if (!string.IsNullOrWhiteSpace(name)) return name.Trim();
        return string.IsNullOrWhiteSpace(subject) ? L["Mailing:Untitled"] : subject.Trim();
    }

    private async Task<CampaignDto> ToDtoAsync(Campaign campaign) => campaign.ToDto(await deliveries.CountByStateAsync(campaign.Id), L);
}
