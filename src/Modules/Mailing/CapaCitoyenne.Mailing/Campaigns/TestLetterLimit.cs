namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// How often a space may write to single addresses of its choice (a letter as a test, the lines of a domain, the message by which one confirms): 20 times
/// an hour, whatever it is. They pass the grace, the ledger and the pace of what is really sent, so nobody may write to people by them.
/// </summary>
internal sealed class TestLetterLimit : ISingletonDependency, IDisposable
{
    public const int PerHour = 20;

    private readonly KeyedLimit<Guid> _limit = new(PerHour, TimeSpan.FromHours(1));

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TestTooMany"/>.</exception>
    public void Take(Guid tenantId)
    {
        if (!_limit.TryTake(tenantId)) throw new BusinessException(MailingErrorCodes.TestTooMany).WithData("Max", PerHour);
    }

    public void Dispose() => _limit.Dispose();
}
