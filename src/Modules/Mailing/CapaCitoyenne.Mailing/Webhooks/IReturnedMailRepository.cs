using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>A day on which an address could not be written to for a reason that may pass.</summary>
internal sealed class SoftBounce : Entity, IMultiTenant
{
    private SoftBounce() { }

    public SoftBounce(Guid contactId, DateOnly day)
    {
        ContactId = contactId;
        Day = day;
    }

    public Guid? TenantId { get; private set; }

    public Guid ContactId { get; private set; }

    public DateOnly Day { get; private set; }

    public override object?[] GetKeys() => [ContactId, Day];
}

internal sealed record SoftBounceNews(Guid ContactId, DateOnly Day);

/// <summary>What returned mail does to the address book of the current space: in sets, and without harm when repeated.</summary>
internal interface IReturnedMailRepository
{
    Task SuppressAsync(IReadOnlyCollection<Guid> contactIds, SuppressionReason reason, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Withdraws every consent of these contacts.</summary>
    Task WithdrawAsync(IReadOnlyCollection<Guid> contactIds, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Notes soft bounces, one a day at most.</summary>
    /// <returns>Who of them has bounced on <see cref="ReturnedMail.MaxSoftBounceDays"/> days without a delivery in between.</returns>
    Task<List<Guid>> CountSoftBouncesAsync(IReadOnlyCollection<SoftBounceNews> news, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>The address works.</summary>
    Task ForgetSoftBouncesAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    /// <summary>Who complained about mail of the hub itself is written to by no space any more. On the host side.</summary>
    Task SuppressOnHubAsync(IReadOnlyCollection<string> emails, DateTime now, CancellationToken cancellationToken = default);
}

internal static class ReturnedMail
{
    /// <summary>Days with a soft bounce after which an address is given up.</summary>
    public const int MaxSoftBounceDays = 4;

    /// <summary>Days after which a soft bounce does not count any more.</summary>
    public const int SoftBounceMemoryDays = 60;
}
