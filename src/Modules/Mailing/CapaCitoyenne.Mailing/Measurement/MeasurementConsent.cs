using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Settings;

namespace CapaCitoyenne.Mailing.Measurement;

/// <summary>
/// The person's own word on being counted (CNIL 2026-042): apart from the consent to letters, given by themselves only, taken back as easily. Asked for
/// only where the space measures.
/// </summary>
internal sealed class MeasurementConsent(ContactManager manager, IRepository<Consent, Guid> consents, ISettingProvider settings) : DomainService
{
    /// <summary>Version of the sentences that people read (<c>Mailing:Measure:Text</c> and <c>Ask</c>): change them together.</summary>
    public const string TextVersion = "2026-11";

    public Task<bool> IsAskedAsync() => settings.GetAsync(MailingSettings.MeasuresLetters, false);

    /// <returns>UTC; null when they do not agree.</returns>
    public async Task<DateTime?> FindSinceAsync(Contact contact)
        // Two contacts that became one may both have agreed.
        => (await consents.GetListAsync(k => k.ContactId == contact.Id && k.Purpose == ConsentPurpose.Measurement && k.WithdrawnTime == null))
            .Min(k => (DateTime?)k.GrantedTime);

    /// <summary>Nothing where the space does not measure: nobody agrees to what is not done.</summary>
    public async Task GrantAsync(Contact contact, ConsentMethod method, string? proof)
    {
        if (await IsAskedAsync()) await manager.GrantAsync(contact, ConsentPurpose.Measurement, method, proof, TextVersion);
    }

    public Task WithdrawAsync(Contact contact) => manager.WithdrawAsync(contact, ConsentPurpose.Measurement);
}
