namespace CapaCitoyenne.Sites.Agenda;

/// <summary>How often whoever signed up is told that somebody signs them up again: once a day. Anybody may type anybody's address into the form.</summary>
internal sealed class KnownRegistrationLimit : ISingletonDependency, IDisposable
{
    private readonly KeyedLimit<Guid> _limit = new(1, TimeSpan.FromDays(1));

    public bool TryTake(Guid registrationId) => _limit.TryTake(registrationId);

    public void Dispose() => _limit.Dispose();
}
