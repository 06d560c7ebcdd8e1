using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Tags;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// Makes one contact of two that are the same person. What is missing is filled in; of consents and lists the stricter answer holds. The
/// ledger stays as it was written.
/// </summary>
internal sealed class ContactMerger(
    IContactRepository contacts, IRepository<Consent, Guid> consents, IRepository<ListMember> members, IRepository<TaggedContact> tagged,
    IRepository<ContactFieldValue> values, IRepository<MergedContact, Guid> merged, ContactManager manager) : DomainService
{
    /// <summary>Purposes that the person of two contacts agrees to: refused once is refused.</summary>
    public static List<ConsentPurpose> Agreed(IReadOnlyCollection<Consent> ofBoth) =>
        [.. ofBoth.GroupBy(k => k.Purpose).Where(g => !Refused(g)).Select(g => g.Key).Order()];

    /// <param name="kept">Its address goes on.</param>
    /// <param name="other">Is not there afterwards.</param>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.MergeNotesTooLong"/>: nothing of what was noted is cut off behind anybody's back.</exception>
    public async Task MergeAsync(Contact kept, Contact other)
    {
        if (NotesOf(kept, other) is { Length: > ContactConsts.MaxNotesLength })
            throw new BusinessException(MailingErrorCodes.MergeNotesTooLong).WithData("Max", ContactConsts.MaxNotesLength);
        kept.SetNames(kept.FirstName ?? other.FirstName, kept.LastName ?? other.LastName);
        kept.SetDetails(kept.Language ?? other.Language, NotesOf(kept, other));
        kept.FollowConfirmation(other.ConfirmationSentTime);
        if (other.PausedUntil is { } until && !(kept.PausedUntil > until)) kept.Pause(until);
        var saidNo = await MergeConsentsAsync(kept, other) | await MergeListsAsync(kept, other);
        await MergeTagsAndFieldsAsync(kept, other);
        foreach (var row in await merged.GetListAsync(m => m.ContactId == other.Id)) row.Follow(kept.Id);
        await merged.InsertAsync(new MergedContact(other.Id, kept.Id), autoSave: true);
        // Who said no under the other address must not be written to there again, whatever file brings it back.
        if (saidNo || other.Status is ContactStatus.Unsubscribed or ContactStatus.Suppressed) await manager.SuppressAsync(other, SuppressionReason.Manual);
        await contacts.DeleteAsync(other, autoSave: true);
        await manager.RefreshStatusAsync(kept);
        if (other.Status == ContactStatus.Active && kept.Status == ContactStatus.Unconfirmed) kept.SetStatus(ContactStatus.Active);
        await contacts.UpdateAsync(kept, autoSave: true);
    }

    public static string? NotesOf(Contact kept, Contact other) =>
        kept.Notes is null || other.Notes is null || kept.Notes == other.Notes ? kept.Notes ?? other.Notes : $"{kept.Notes}\n{other.Notes}";

    private static bool Refused(IEnumerable<Consent> ofOnePurpose) => ofOnePurpose.GroupBy(k => k.ContactId).Any(g => g.All(k => !k.IsActive));

    private async Task<bool> MergeConsentsAsync(Contact kept, Contact other)
    {
        var rows = await consents.GetListAsync(k => k.ContactId == kept.Id || k.ContactId == other.Id);
        var refused = rows.GroupBy(k => k.Purpose).Where(Refused).Select(g => g.Key).ToHashSet();
        var otherRefused = rows.Exists(k => k.ContactId == other.Id && !k.IsActive && k.Purpose.IsOfLetters());
        foreach (var row in rows)
        {
            if (refused.Contains(row.Purpose)) row.Withdraw(Clock.Now);
            if (row.ContactId == other.Id) row.MoveTo(kept.Id);
        }

        return otherRefused;
    }

    private async Task<bool> MergeListsAsync(Contact kept, Contact other)
    {
        var rows = await members.GetListAsync(m => m.ContactId == kept.Id || m.ContactId == other.Id);
        foreach (var theirs in rows.Where(m => m.ContactId == other.Id))
        {
            var own = rows.Find(m => m.ContactId == kept.Id && m.ListId == theirs.ListId);
            if (own is null) own = await members.InsertAsync(new ListMember(theirs.ListId, kept.Id, theirs.JoinedTime));
            if (theirs.LeftTime is { } left) own.Leave(left);
        }

        return rows.Exists(m => m.ContactId == other.Id && m.LeftTime != null);
    }

    private async Task MergeTagsAndFieldsAsync(Contact kept, Contact other)
    {
        var tags = await tagged.GetListAsync(t => t.ContactId == kept.Id || t.ContactId == other.Id);
        foreach (var id in tags.Select(t => t.TagId).Distinct().Where(id => !tags.Exists(t => t.TagId == id && t.ContactId == kept.Id)))
            await tagged.InsertAsync(new TaggedContact(id, kept.Id));
        var fields = await values.GetListAsync(v => v.ContactId == kept.Id || v.ContactId == other.Id);
        foreach (var value in fields.Where(v => v.ContactId == other.Id && !fields.Exists(o => o.ContactId == kept.Id && o.FieldId == v.FieldId)))
            await values.InsertAsync(new ContactFieldValue(value.FieldId, kept.Id, new FieldContent(value.Value, value.SearchValue, value.Number)));
    }
}
