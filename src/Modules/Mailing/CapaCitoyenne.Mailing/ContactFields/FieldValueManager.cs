using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.ContactFields;

internal sealed class FieldValueManager(IRepository<ContactField, Guid> fields, IRepository<ContactFieldValue> values) : DomainService
{
    /// <summary>Changes the named fields of one contact; an empty value clears one.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.FieldUnknown"/>, <see cref="MailingErrorCodes.FieldValueInvalid"/>.</exception>
    public async Task SetAsync(Guid contactId, IReadOnlyDictionary<string, string?> given)
    {
        if (given.Count == 0) return;
        var known = (await fields.GetListAsync()).ToDictionary(f => f.Name);
        var today = SiteDay.Of(Clock.Now);
        var rows = await values.GetListAsync(v => v.ContactId == contactId);
        foreach (var (name, text) in given)
        {
            if (!known.TryGetValue(name, out var field)) throw new BusinessException(MailingErrorCodes.FieldUnknown).WithData("Field", name);
            var row = rows.Find(v => v.FieldId == field.Id);
            if (string.IsNullOrWhiteSpace(text))
            {
                if (row is not null) await values.DeleteAsync(row);
            }
            else if (row is null) await values.InsertAsync(new ContactFieldValue(field.Id, contactId, field.Parse(text, today)));
            // A choice that was taken away from the field stays where it is held, until it is changed.
            else if (row.Value != text.Trim()) row.Set(field.Parse(text, today));
        }
    }
}
