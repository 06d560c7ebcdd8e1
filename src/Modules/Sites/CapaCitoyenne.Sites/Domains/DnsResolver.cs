using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>Asks the machine's name servers, without a cache of its own: people wait for what they have just typed at their registrar.</summary>
internal sealed class DnsResolver(ILogger<DnsResolver> logger) : IDnsResolver, ISingletonDependency
{
    private readonly Lazy<LookupClient> _client = new(() => new LookupClient(new LookupClientOptions { UseCache = false, Timeout = TimeSpan.FromSeconds(4), Retries = 1 }));

    public async Task<IReadOnlyList<string>?> FindTextsAsync(string name, CancellationToken cancellationToken = default)
        => await AskAsync(name, QueryType.TXT, cancellationToken) is { } records ? [.. records.OfType<TxtRecord>().Select(record => string.Concat(record.Text))] : null;

    public async Task<IReadOnlyList<string>?> FindAddressesAsync(string name, CancellationToken cancellationToken = default)
    {
        var four = await AskAsync(name, QueryType.A, cancellationToken);
        var six = await AskAsync(name, QueryType.AAAA, cancellationToken);
        return four is null && six is null ? null : [.. (four ?? []).Concat(six ?? []).OfType<AddressRecord>().Select(record => record.Address.ToString())];
    }

    private async Task<IReadOnlyList<DnsResourceRecord>?> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, type, cancellationToken: cancellationToken);
            // A name that does not exist is an answer; a server that fails is none.
            return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain ? null : answer.Answers;
        }
        catch (Exception exception) when (exception is DnsResponseException or System.Net.Sockets.SocketException or OperationCanceledException or ArgumentException or InvalidOperationException)
        {
            logger.LogInformation(exception, "The name system did not answer for {Type} {Name}.", type, name);
            return null;
        }
    }
}
