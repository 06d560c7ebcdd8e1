namespace CapaCitoyenne.Associations.Accounts;

/// <summary>
/// Keeps the hub from being made to flood a mailbox: whoever asks for mails names an address that need not be theirs. Limits per client address are
/// apart (<see cref="AnonymousRateLimits"/>).
/// </summary>
internal sealed class MailBrake : ISingletonDependency, IDisposable
{
    /// <summary>Links that one address is sent in an hour, whatever asks for them.</summary>
    public const int LinksPerHour = 6;

    /// <summary>Invitations that one space sends in a day.</summary>
    public const int InvitationsPerDay = 100;

    private readonly KeyedLimit<string> _links = new(LinksPerHour, TimeSpan.FromHours(1));
    private readonly KeyedLimit<Guid> _invitations = new(InvitationsPerDay, TimeSpan.FromDays(1));

    public bool MayWriteTo(string email) => _links.TryTake(email.Trim().ToUpperInvariant());

    public bool MayInvite(Guid tenantId) => _invitations.TryTake(tenantId);

    public void Dispose()
    {
        _links.Dispose();
        _invitations.Dispose();
    }
}
