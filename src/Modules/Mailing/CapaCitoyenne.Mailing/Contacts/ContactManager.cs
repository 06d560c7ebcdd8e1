using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Lists;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>The rules of an address book that need more than one row: consents, suppressions, lists, erasure.</summary>
internal sealed class ContactManager(
    IContactRepository contacts, IRepository<Consent, Guid> consents, IRepository<Suppression, Guid> suppressions,
    IRepository<ListMember> members, IRepository<MailingList, Guid> lists, IDeliveryRepository deliveries,
    IDistributedEventBus eventBus) : DomainService
{
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ContactAlreadyExists"/>.</exception>
    public async Task<Contact> CreateAsync(EmailAddress email, string source)
    {
        if (await contacts.AnyAsync(c => c.NormalizedEmail == email.Normalized))
            throw new BusinessException(MailingErrorCodes.ContactAlreadyExists).WithData("Email", email.Value);
        var contact = new Contact(GuidGenerator.Create(), email, source);
        return await contacts.InsertAsync(contact, autoSave: true);
    }

    /// <summary>Writes a consent down. Giving one that stands already changes nothing.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ContactSuppressed"/>, <see cref="MailingErrorCodes.ConsentProofRequired"/>,
    /// <see cref="MailingErrorCodes.ConsentWithdrawn"/>: a colleague does not take back what the person withdrew, <see cref="MailingErrorCodes.MeasurementIsTheirs"/>.</exception>
    public async Task GrantAsync(Contact contact, ConsentPurpose purpose, ConsentMethod method, string? proof, string? textVersion = null)
    {
        if (purpose == ConsentPurpose.Statutory) return;
        if (method == ConsentMethod.Declared && string.IsNullOrWhiteSpace(proof)) throw new BusinessException(MailingErrorCodes.ConsentProofRequired);

        if (!purpose.IsOfLetters())
        {
            if (method is ConsentMethod.Declared or ConsentMethod.Imported) throw new BusinessException(MailingErrorCodes.MeasurementIsTheirs);
        }
        else if (method is ConsentMethod.FormConfirmed or ConsentMethod.Preferences)
        {
            // The person has just used this mailbox and asks for it: what the address did before does not count any more.
            await contacts.LiftSuppressionAsync(contact.EmailKey);
        }
        else if (await contacts.IsSuppressedAsync(contact.EmailKey))
        {
            throw new BusinessException(MailingErrorCodes.ContactSuppressed);
        }

        var rows = await consents.GetListAsync(k => k.ContactId == contact.Id && k.Purpose == purpose);
        if (!rows.Exists(k => k.IsActive))
        {
            if (rows.Count > 0 && method is ConsentMethod.Declared or ConsentMethod.Imported) throw new BusinessException(MailingErrorCodes.ConsentWithdrawn);
            await consents.InsertAsync(new Consent(GuidGenerator.Create(), contact.Id, purpose, method, Clock.Now, proof?.Trim(), textVersion), autoSave: true);
            // A colleague who writes an agreement down does the exercise; what people do on their own is not one.
            if (method == ConsentMethod.Declared)
                await eventBus.PublishAsync(new TaskStateChangedEto { TenantId = CurrentTenant.Id!.Value, TaskName = TaskNames.ContactsImported });
        }

        await RefreshStatusAsync(contact);
    }

    /// <param name="purpose">Null = all of them.</param>
    public async Task WithdrawAsync(Contact contact, ConsentPurpose? purpose)
    {
        var active = await consents.GetListAsync(k => k.ContactId == contact.Id && k.WithdrawnTime == null);
        foreach (var consent in active.Where(k => purpose is null || k.Purpose == purpose)) consent.Withdraw(Clock.Now);

        // Somebody who was only ever in the book without a consent says no all the same: that is kept too, and no file takes it for not having been asked.
        var known = (await consents.GetListAsync(k => k.ContactId == contact.Id)).Select(k => k.Purpose).ToHashSet();
        foreach (var refused in ConsentPurposes.Choices.Where(p => (purpose is null || p == purpose) && !known.Contains(p)))
            await consents.InsertAsync(Consent.Refusal(GuidGenerator.Create(), contact.Id, refused, ConsentMethod.Preferences, Clock.Now), autoSave: true);

        await RefreshStatusAsync(contact);
    }

    /// <summary>The same person under another address: what they refused and left stays refused and left, whatever file names the new one.</summary>
    public async Task KeepRefusalsAsync(Contact old, Contact contact)
    {
        var rows = await consents.GetListAsync(k => k.ContactId == old.Id && k.Purpose != ConsentPurpose.Measurement);
        foreach (var refused in rows.GroupBy(k => k.Purpose).Where(purpose => purpose.All(k => !k.IsActive)).Select(purpose => purpose.MaxBy(k => k.WithdrawnTime)!))
        {
            var refusal = new Consent(GuidGenerator.Create(), contact.Id, refused.Purpose, refused.Method, refused.GrantedTime, refused.Proof, refused.TextVersion);
            refusal.Withdraw(refused.WithdrawnTime!.Value);
            await consents.InsertAsync(refusal, autoSave: true);
        }

        foreach (var left in await members.GetListAsync(m => m.ContactId == old.Id && m.LeftTime != null))
        {
            var row = new ListMember(left.ListId, contact.Id, left.JoinedTime);
            row.Leave(left.LeftTime!.Value);
            await members.InsertAsync(row, autoSave: true);
        }
    }

    public async Task SuppressAsync(Contact contact, SuppressionReason reason)
    {
        await SuppressAsync(contact.EmailKey, reason);
        if (reason == SuppressionReason.Complaint) await WithdrawAsync(contact, null);
        await RefreshStatusAsync(contact);
    }

    private async Task SuppressAsync(Guid emailKey, SuppressionReason reason)
    {
        if (!await suppressions.AnyAsync(s => s.EmailKey == emailKey))
            await suppressions.InsertAsync(new Suppression(GuidGenerator.Create(), emailKey, reason, Clock.Now), autoSave: true);
    }

    /// <summary>Puts the contact into exactly these lists. By a colleague: lists that the person left themselves stay left.</summary>
    public async Task SetListsAsync(Contact contact, IReadOnlyCollection<Guid> listIds, bool byPerson = false)
    {
        var known = (await lists.GetListAsync(l => listIds.Contains(l.Id))).Select(l => l.Id).ToHashSet();
        var rows = await members.GetListAsync(m => m.ContactId == contact.Id);
        foreach (var row in rows.Where(m => !known.Contains(m.ListId)))
        {
            if (byPerson) row.Leave(Clock.Now);
            else if (row.LeftTime is null) await members.DeleteAsync(row);
        }

        foreach (var listId in known)
        {
            var row = rows.Find(m => m.ListId == listId);
            if (row is null) await members.InsertAsync(new ListMember(listId, contact.Id, Clock.Now));
            else if (byPerson) row.Return();
        }
    }

    /// <summary>Forgets the person, but not that they must be left alone.</summary>
    /// <param name="contact">Is not there afterwards.</param>
    /// <param name="byPerson">They asked for it themselves: no file brings them back.</param>
    public async Task EraseAsync(Contact contact, bool byPerson = false)
    {
        var saidNo = byPerson || contact.Status is ContactStatus.Unsubscribed or ContactStatus.Suppressed
            || await consents.AnyAsync(k => k.ContactId == contact.Id && k.Purpose != ConsentPurpose.Measurement && k.WithdrawnTime != null)
            || await members.AnyAsync(m => m.ContactId == contact.Id && m.LeftTime != null);
        var ids = await contacts.GetLedgerIdsAsync(contact.Id);
        if (saidNo)
        {
            await SuppressAsync(contact, SuppressionReason.Manual);
            // The addresses of contacts that became one with it, as far as letters were sent there: nobody brings the person back by those either.
            foreach (var address in await deliveries.GetAddressesAsync([.. ids.Where(id => id != contact.Id)])) await SuppressAsync(EmailAddress.KeyOf(address), SuppressionReason.Manual);
        }

        foreach (var id in ids) await deliveries.AnonymiseAsync(id);
        await contacts.DeleteAsync(contact, autoSave: true);
    }

    public async Task RefreshStatusAsync(Contact contact)
    {
        var rows = await consents.GetListAsync(k => k.ContactId == contact.Id && k.Purpose != ConsentPurpose.Measurement);
        contact.SetStatus(
            await contacts.IsSuppressedAsync(contact.EmailKey) ? ContactStatus.Suppressed
            : rows.Exists(k => k.IsActive) ? ContactStatus.Active
            : rows.Count > 0 ? ContactStatus.Unsubscribed
            : contact.Status == ContactStatus.Unconfirmed ? ContactStatus.Unconfirmed
            : ContactStatus.Active);
    }
}
