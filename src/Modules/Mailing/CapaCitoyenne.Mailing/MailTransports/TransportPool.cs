using System.Collections.Concurrent;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>The transports of accounts that were chosen on a screen: kept while they are used, with their connections, and let go of an hour later.</summary>
internal sealed class TransportPool(IOptions<MailingOptions> options, IOutsideConnector outside, IClock clock) : ISingletonDependency, IDisposable
{
    /// <summary>Longer than any call lasts, so that nothing is closed under a worker's hands.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Account, bool IsOfSpace), Entry> _entries = new();

    public IBulkMailTransport Get(MailAccount account)
    {
        var entry = _entries.GetOrAdd((account.Name, account.IsOfSpace), _ => new Entry(Create(account)));
        entry.LastUse = clock.Now;
        foreach (var (name, old) in _entries)
        {
            if (old.LastUse < clock.Now - Rest && _entries.TryRemove(name, out var removed)) removed.Dispose();
        }

        return entry.Transport;
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values) entry.Dispose();
    }

    private IBulkMailTransport Create(MailAccount account)
    {
        var mail = Options.Create(account.Options);
        return account.Options.Provider == MailProvider.SendGrid
            ? new SendGridTransport(mail, options, clock) { Name = account.Name }
            : new SmtpTransport(mail, options, clock, outside) { Name = account.Name };
    }

    private sealed class Entry(IBulkMailTransport transport) : IDisposable
    {
        public IBulkMailTransport Transport { get; } = transport;

        public DateTime LastUse { get; set; }

        public void Dispose() => (Transport as IDisposable)?.Dispose();
    }
}

/// <summary>
/// An account that the space does not use any more: nobody can be asked about what it was handed. Only events, which may still come for a day,
/// can end a doubt; asking another account would be a guess.
/// </summary>
internal sealed class GoneTransport(string name) : IBulkMailTransport
{
    public string Name => name;

    public MailProvider Provider => name.StartsWith(nameof(MailProvider.Smtp), StringComparison.Ordinal) ? MailProvider.Smtp : MailProvider.SendGrid;

    public int MaxRecipients => 1;

    public TimeSpan DoubtHorizon => TimeSpan.FromHours(24);

    public Task<HandOverPlan> PrepareAsync(CancellationToken cancellationToken) => throw new AbpException($"The mail account {name} is not in use any more.");

    public Task<BulkOutcome> SendAsync(BulkMessage message, CancellationToken cancellationToken) => throw new AbpException($"The mail account {name} is not in use any more.");

    public Task<AttemptVerdict> AskAsync(AttemptReference attempt, CancellationToken cancellationToken) => Task.FromResult(AttemptVerdict.Unknown);

    public Task ForgetAsync(AttemptReference attempt, CancellationToken cancellationToken) => Task.CompletedTask;
}
