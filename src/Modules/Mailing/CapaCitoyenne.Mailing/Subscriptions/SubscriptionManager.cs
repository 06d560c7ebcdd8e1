using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>What people do themselves with their address in a space: ask, confirm, choose, leave, be forgotten.</summary>
internal sealed class SubscriptionManager(
    IContactRepository contacts, ContactManager manager, IRepository<Consent, Guid> consents, IRepository<MailingList, Guid> lists,
    IRepository<ListMember> members,
    ICampaignRepository campaigns, IAssociationIntegrationService associations, SubscriptionLinks links, ConfirmationLimit limit, IEmailSender emailSender,
    IStringLocalizer<MailingResource> localizer) : DomainService
{
    /// <summary>Version of the sentence that people read on the form (<c>Mailing:Form:Consent</c>): change both together.</summary>
    public const string FormTextVersion = "2026-11";

    public async Task<AssociationInfo> GetAssociationAsync()
    {
        var tenantId = CurrentTenant.Id ?? throw new EntityNotFoundException();
        return (await associations.GetListAsync([tenantId])).FirstOrDefault() ?? throw new EntityNotFoundException();
    }

    /// <summary>Asks by mail to confirm. Whoever looks on learns nothing: the answer is the same for known and unknown addresses.</summary>
    public async Task AskAsync(EmailAddress email, string? firstName, string? origin = null)
    {
        var contact = await contacts.FirstOrDefaultAsync(c => c.NormalizedEmail == email.Normalized);
        if (contact is null)
        {
            contact = await manager.CreateAsync(email, ContactSources.Form);
            contact.SetNames(firstName, null);
            contact.SetStatus(ContactStatus.Unconfirmed);
        }

        await AskAsync(contact, origin);
    }

    /// <param name="contact">Whom to ask.</param>
    /// <param name="origin">The page of the form that was used, where it is not our own.</param>
    /// <returns>False when the last such message is too recent, too many went to this address, or it complained: no mailbox is filled through our form.</returns>
    public async Task<bool> AskAsync(Contact contact, string? origin = null)
    {
        if (!contact.MayBeAskedAt(Clock.Now) || await contacts.HasComplainedAsync(contact.EmailKey, DateTime.UnixEpoch) || !limit.TryTake(contact.EmailKey)) return false;
        contact.AskToConfirm(Clock.Now);

        var association = await GetAssociationAsync();
        await links.LoadAsync();
        var url = links.Confirm(links.SiteUrl(association.Slug), CurrentTenant.Id!.Value, contact.Id, await NewsListIdAsync());
        // Kept nowhere before the person answers.
        if (origin is not null) url += "?from=" + Uri.EscapeDataString(origin);
        await emailSender.QueueAsync(
            contact.Email, localizer["Mailing:Confirm:MailSubject", association.Name], localizer["Mailing:Confirm:MailText", association.Name, url],
            isBodyHtml: false, new AdditionalEmailSendingArgs { FromName = association.Name });
        return true;
    }

    /// <summary>
    /// Whether the link of the confirmation mail still counts: for <see cref="ContactConsts.ConfirmationDays"/> days, and not over a complaint that came
    /// after it; who complained asks anew.
    /// </summary>
    public async Task<bool> MayConfirmAsync(Contact contact) => contact.MayConfirmAt(Clock.Now)
        && !await contacts.HasComplainedAsync(contact.EmailKey, contact.ConfirmationSentTime);

    /// <summary>The second half of the double opt-in. Confirming twice changes nothing.</summary>
    public async Task ConfirmAsync(Contact contact, Guid listId, string formUrl)
    {
        var proof = $"{formUrl} – {contact.ConfirmationSentTime:u} – {Clock.Now:u}";
        if (contact.Status == ContactStatus.Unconfirmed) contact.SetStatus(ContactStatus.Active);
        contact.Pause(null);
        await manager.GrantAsync(contact, ConsentPurpose.Information, ConsentMethod.FormConfirmed, proof, FormTextVersion);
        if (listId != Guid.Empty && await lists.AnyAsync(l => l.Id == listId)) await JoinAsync(contact, listId);
    }

    /// <summary>Leaves what the letter was for; the notices that the statutes require go on.</summary>
    /// <returns>What was left; null = all of it.</returns>
    public async Task<ConsentPurpose?> UnsubscribeAsync(Contact contact, Guid campaignId)
    {
        var purpose = (await campaigns.FindAsync(campaignId))?.Purpose ?? ConsentPurpose.Information;
        ConsentPurpose? left = purpose == ConsentPurpose.Statutory ? null : purpose;
        await manager.WithdrawAsync(contact, left);
        return left;
    }

    /// <summary>Leaves all that a person may leave.</summary>
    public Task UnsubscribeFromAllAsync(Contact contact) => manager.WithdrawAsync(contact, null);

    public async Task ResubscribeAsync(Contact contact, Guid campaignId)
    {
        var purpose = (await campaigns.FindAsync(campaignId))?.Purpose ?? ConsentPurpose.Information;
        if (purpose == ConsentPurpose.Statutory) purpose = ConsentPurpose.Information;
        contact.Pause(null);
        await manager.GrantAsync(contact, purpose, ConsentMethod.Preferences, proof: null, FormTextVersion);
    }

    /// <summary>For one of <see cref="ContactConsts.PauseMonths"/>; anything else ends the pause.</summary>
    public void ChoosePause(Contact contact, int months) => contact.Pause(ContactConsts.PauseMonths.Contains(months) ? Clock.Now.AddMonths(months) : null);

    public async Task ChooseListsAsync(Contact contact, IReadOnlyCollection<Guid> wished)
    {
        foreach (var (list, isIn) in await GetChoicesAsync(contact))
        {
            if (wished.Contains(list.Id) && !isIn) await JoinAsync(contact, list.Id);
            else if (!wished.Contains(list.Id) && isIn) (await members.GetAsync(m => m.ListId == list.Id && m.ContactId == contact.Id)).Leave(Clock.Now);
        }
    }

    /// <summary>The lists that a person may choose: the public ones, and those they are in.</summary>
    public async Task<List<(MailingList List, bool IsIn)>> GetChoicesAsync(Contact contact)
    {
        var own = (await members.GetListAsync(m => m.ContactId == contact.Id && m.LeftTime == null)).Select(m => m.ListId).ToHashSet();
        var all = await lists.GetListAsync(l => l.IsPublic || own.Contains(l.Id));
        return [.. all.OrderBy(l => l.NormalizedName, StringComparer.Ordinal).Select(l => (l, own.Contains(l.Id)))];
    }

    /// <summary>News, and the other purposes that the person ever agreed to: no list of things that the association does not do.</summary>
    public async Task<List<(ConsentPurpose Purpose, bool IsIn)>> GetPurposesAsync(Contact contact)
    {
        var rows = await consents.GetListAsync(k => k.ContactId == contact.Id);
        return [.. Enum.GetValues<ConsentPurpose>()
            .Where(p => p == ConsentPurpose.Information || (p != ConsentPurpose.Statutory && p.IsOfLetters() && rows.Exists(k => k.Purpose == p && k.WasGiven)))
            .Select(p => (p, rows.Exists(k => k.Purpose == p && k.IsActive)))];
    }

    /// <summary>Each purpose for itself: leaving one leaves no other.</summary>
    public async Task ChoosePurposesAsync(Contact contact, IReadOnlyCollection<ConsentPurpose> wished)
    {
        foreach (var (purpose, isIn) in await GetPurposesAsync(contact))
        {
            if (wished.Contains(purpose) && !isIn) await manager.GrantAsync(contact, purpose, ConsentMethod.Preferences, proof: null, FormTextVersion);
            else if (!wished.Contains(purpose) && isIn) await manager.WithdrawAsync(contact, purpose);
        }
    }

    private async Task JoinAsync(Contact contact, Guid listId)
    {
        var row = await members.FindAsync(m => m.ListId == listId && m.ContactId == contact.Id);
        if (row is { LeftTime: null }) return;
        if (row is not null) row.Return();
        else await members.InsertAsync(new ListMember(listId, contact.Id, Clock.Now), autoSave: true);
        contact.Touch(Clock.Now);
    }

    /// <summary>The oldest public list: « Actualités », unless the space made another choice.</summary>
    private async Task<Guid> NewsListIdAsync()
    {
        var open = await lists.GetListAsync(l => l.IsPublic);
        return open.OrderBy(l => l.CreationTime).Select(l => l.Id).FirstOrDefault();
    }
}
