using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.SendingDomains;

/// <summary>The name system, as far as sending domains need it. Null: nobody answered, which proves nothing; empty: there is no such line.</summary>
internal interface IDnsLookup
{
    Task<IReadOnlyList<string>?> FindAliasesAsync(string name, CancellationToken cancellationToken = default);

    Task<IReadOnlyList<string>?> FindTextsAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>Asks the machine's name servers, or those of <c>Dns:Servers</c>, without a cache: people wait for what they have just typed.</summary>
internal sealed class DnsLookup(IConfiguration configuration, ILogger<DnsLookup> logger) : IDnsLookup, ISingletonDependency
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

    public async Task<IReadOnlyList<string>?> FindAliasesAsync(string name, CancellationToken cancellationToken = default) =>
        await AskAsync(name, QueryType.CNAME, cancellationToken) is { } records ? [.. records.OfType<CNameRecord>().Select(r => r.CanonicalName.Value.TrimEnd('.').ToLowerInvariant())] : null;

    public async Task<IReadOnlyList<string>?> FindTextsAsync(string name, CancellationToken cancellationToken = default) =>
        await AskAsync(name, QueryType.TXT, cancellationToken) is { } records ? [.. records.OfType<TxtRecord>().Select(r => string.Concat(r.Text))] : null;

    private async Task<IReadOnlyList<DnsResourceRecord>?> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, type, cancellationToken: cancellationToken);
            return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain ? null : answer.Answers;
        }
        catch (Exception e) when (e is DnsResponseException or System.Net.Sockets.SocketException or OperationCanceledException or ArgumentException or InvalidOperationException)
        {
            logger.LogInformation(e, "The name system did not answer for {Type} {Name}", type, name);
            return null;
        }
    }
}
