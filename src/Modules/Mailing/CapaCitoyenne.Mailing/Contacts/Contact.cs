namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>A person in the address book of one space. The address is what makes them one and the same; it does not change.</summary>
internal sealed class Contact : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private static readonly TimeSpan ConfirmationInterval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ConfirmationLife = TimeSpan.FromDays(ContactConsts.ConfirmationDays);

    private Contact() { }

    public Contact(Guid id, EmailAddress email, string source) : base(id)
    {
        Email = email.Value;
        NormalizedEmail = email.Normalized;
        EmailKey = email.Key;
        Source = Check.NotNullOrWhiteSpace(source, nameof(source), ContactConsts.MaxSourceLength);
    }

    public Guid? TenantId { get; private set; }

    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";

    /// <summary>See <see cref="EmailAddress.Key"/>; joins to suppressions.</summary>
    public Guid EmailKey { get; private set; }

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string SearchFirstName { get; private set; } = "";

    public string SearchLastName { get; private set; } = "";

    public string? Language { get; private set; }

    public string? Notes { get; private set; }

    public string Source { get; private set; } = "";

    public ContactStatus Status { get; private set; } = ContactStatus.Active;

    /// <summary>When the last message that asks to confirm was sent.</summary>
    public DateTime? ConfirmationSentTime { get; private set; }

    /// <summary>UTC; see <see cref="Pause"/>.</summary>
    public DateTime? PausedUntil { get; private set; }

    public Contact SetNames(string? firstName, string? lastName)
    {
        FirstName = Clean(firstName, ContactConsts.MaxNameLength);
        LastName = Clean(lastName, ContactConsts.MaxNameLength);
        SearchFirstName = SearchText.Of(FirstName);
        SearchLastName = SearchText.Of(LastName);
        return this;
    }

    public Contact SetDetails(string? language, string? notes)
    {
        Language = Clean(language, ContactConsts.MaxLanguageLength);
        Notes = Clean(notes, ContactConsts.MaxNotesLength);
        return this;
    }

    public void SetStatus(ContactStatus status) => Status = status;

    /// <summary>The person's own wish: until then nothing is sent to them but what the statutes require. It ends by itself.</summary>
    /// <param name="until">UTC; null ends it now.</param>
    public void Pause(DateTime? until) => PausedUntil = until;

    public bool IsPausedAt(DateTime now) => PausedUntil > now;

    /// <summary>The last message that asks to confirm is not too recent.</summary>
    public bool MayBeAskedAt(DateTime now) => !(ConfirmationSentTime > now - ConfirmationInterval);

    public void AskToConfirm(DateTime now) => ConfirmationSentTime = now;

    /// <summary>
    /// The person changed what hangs on it: a colleague's page that was read before, and would take them out of the list that they have just joined, is
    /// refused by its stamp.
    /// </summary>
    public void Touch(DateTime now) => LastModificationTime = now;

    /// <summary>The link of the last message that asks to confirm still counts.</summary>
    public bool MayConfirmAt(DateTime now) => ConfirmationSentTime > now - ConfirmationLife;

    /// <summary>This contact and another were one: what the other was asked can still be answered.</summary>
    public void FollowConfirmation(DateTime? sentTime)
    {
        if (sentTime > (ConfirmationSentTime ?? DateTime.MinValue)) ConfirmationSentTime = sentTime;
    }

    private static string? Clean(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        return text.Length <= maxLength ? text : text[..maxLength];
    }
}

internal static class ContactSources
{
    public const string Manual = "manual";
    public const string Import = "import";
    public const string Form = "form";
}
