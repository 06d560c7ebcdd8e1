using CapaCitoyenne.Mailing.MailTransports;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>The transport of the current space, and the one that an earlier attempt went through.</summary>
internal interface ITransportSelector
{
    Task<IBulkMailTransport> GetCurrentAsync();

    /// <param name="name">As the attempt has it. An account that is not the space's any more answers nothing.</param>
    Task<IBulkMailTransport> GetAsync(string name);
}

internal sealed class TransportSelector(IEnumerable<IBulkMailTransport> transports, MailAccounts accounts, TransportPool pool) : ITransportSelector, ITransientDependency
{
    public async Task<IBulkMailTransport> GetCurrentAsync()
    {
        var account = await accounts.GetCurrentAsync();
        return account.IsConfigured ? transports.First(t => t.Name == account.Name) : pool.Get(account);
    }

    public async Task<IBulkMailTransport> GetAsync(string name)
    {
        if (transports.FirstOrDefault(t => t.Name == name) is { } configured) return configured;
        var account = await accounts.GetCurrentAsync();
        return account.Name == name ? pool.Get(account) : new GoneTransport(name);
    }
}
