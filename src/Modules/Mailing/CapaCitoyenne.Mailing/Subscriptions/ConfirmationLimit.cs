namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>
/// How many messages that ask to confirm one address gets from the whole hub: three a day. Anybody may type anybody's address into the forms of as many
/// spaces as there are.
/// </summary>
internal sealed class ConfirmationLimit : ISingletonDependency, IDisposable
{
    public const int PerDay = 3;

    private readonly KeyedLimit<Guid> _limit = new(PerDay, TimeSpan.FromDays(1));

    /// <param name="emailKey">See <see cref="Contacts.EmailAddress.Key"/>.</param>
    public bool TryTake(Guid emailKey) => _limit.TryTake(emailKey);

    public void Dispose() => _limit.Dispose();
}
