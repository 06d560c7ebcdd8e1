using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>
/// Asks the machine's name servers, or those of the setting <c>Dns:Servers</c> (<c>address:port</c>, separated by commas), without a cache of its own:
/// people wait for what they have just typed at their registrar.
/// </summary>
internal sealed class DnsResolver(IConfiguration configuration, ILogger<DnsResolver> logger) : IDnsResolver, ISingletonDependency
{
    private readonly Lazy<LookupClient> _client = new(() =>
    {
        var servers = (configuration["Dns:Servers"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var options = servers.Length == 0 ? new LookupClientOptions() : new LookupClientOptions([.. servers.Select(IPEndPoint.Parse)]);
        options.UseCache = false;
        options.Timeout = TimeSpan.FromSeconds(4);
        options.Retries = 1;
        return new LookupClient(options);
    });

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
