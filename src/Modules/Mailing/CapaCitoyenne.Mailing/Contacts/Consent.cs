namespace CapaCitoyenne.Mailing.Contacts;

internal static class ConsentPurposes
{
    /// <summary>What a person may agree to or refuse to be written to for; the statutes ask nobody.</summary>
    public static readonly ConsentPurpose[] Choices =
        [.. Enum.GetValues<ConsentPurpose>().Where(purpose => purpose.IsOfLetters() && purpose != ConsentPurpose.Statutory)];

    /// <summary>Whether one may be written to for it. What is agreed to or refused otherwise says nothing about letters.</summary>
    public static bool IsOfLetters(this ConsentPurpose purpose) => purpose != ConsentPurpose.Measurement;

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.MeasurementIsTheirs"/>.</exception>
    public static ConsentPurpose EnsureOfLetters(this ConsentPurpose purpose) =>
        purpose.IsOfLetters() ? purpose : throw new BusinessException(MailingErrorCodes.MeasurementIsTheirs);
}

/// <summary>
/// One consent of one person for one purpose, from the day it was given to the day it was withdrawn. Rows are never changed but to be
/// closed: together they are the history that proves who agreed to what.
/// </summary>
internal sealed class Consent : Entity<Guid>, IMultiTenant
{
    private Consent() { }

    public Consent(Guid id, Guid contactId, ConsentPurpose purpose, ConsentMethod method, DateTime grantedTime, string? proof, string? textVersion = null)
        : base(id)
    {
        if (purpose == ConsentPurpose.Statutory) throw new ArgumentException("Statutory letters need no consent.", nameof(purpose));
        ContactId = contactId;
        Purpose = purpose;
        Method = method;
        GrantedTime = grantedTime;
        Proof = Check.Length(proof, nameof(proof), ContactConsts.MaxProofLength);
        TextVersion = Check.Length(textVersion, nameof(textVersion), ContactConsts.MaxTextVersionLength);
    }

    public Guid? TenantId { get; private set; }

    public Guid ContactId { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public ConsentMethod Method { get; private set; }

    public DateTime GrantedTime { get; private set; }

    public DateTime? WithdrawnTime { get; private set; }

    public string? TextVersion { get; private set; }

    public string? Proof { get; private set; }

    public bool IsActive => WithdrawnTime is null;

    /// <summary>It was agreed to once; otherwise it is a <see cref="Refusal"/> out of the blue.</summary>
    public bool WasGiven => WithdrawnTime != GrantedTime;

    /// <summary>Somebody who never agreed says no all the same: a row that was closed as it was opened.</summary>
    public static Consent Refusal(Guid id, Guid contactId, ConsentPurpose purpose, ConsentMethod method, DateTime now) =>
        new(id, contactId, purpose, method, now, proof: null) { WithdrawnTime = now };

    /// <summary>Two contacts were one person: what they said is kept with the one that goes on.</summary>
    public void MoveTo(Guid contactId) => ContactId = contactId;

    public void Withdraw(DateTime now) => WithdrawnTime ??= now;
}
