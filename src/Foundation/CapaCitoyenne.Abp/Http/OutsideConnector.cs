using System.Net;
using System.Net.Sockets;

namespace CapaCitoyenne.Abp.Http;

/// <summary>
/// Connections to hosts that somebody typed, for what is not HTTP. Public, though ABP has no such type: modules that speak another protocol take it.
/// </summary>
public interface IOutsideConnector
{
    /// <param name="ports">The ports that the protocol is known by; any other is refused.</param>
    /// <exception cref="OutsideAddressRefusedException">An address of this machine or its network, or another port.</exception>
    Task<Socket> ConnectAsync(string host, int port, IReadOnlyCollection<int> ports, CancellationToken cancellationToken);
}

/// <summary>
/// Looks a name up and connects to the very addresses that it checked, so that a name which changes its mind in between leads nowhere. Each
/// redirect is a connection and is checked alike.
/// </summary>
internal sealed class OutsideConnector : IOutsideConnector
{
    private static readonly int[] WebPorts = [80, 443];

    /// <summary>How names are looked up; tests have their own.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>A server of a test. Not a setting: nothing but a test's own code can open this door.</summary>
    internal ICollection<IPEndPoint> AllowedForTests { get; } = [];

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = await ConnectAsync(context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port, WebPorts, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async Task<Socket> ConnectAsync(string host, int port, IReadOnlyCollection<int> ports, CancellationToken cancellationToken)
    {
        var addresses = await Resolve(host, cancellationToken);
        // One forbidden address among good ones is an attempt.
        if (addresses.Length == 0 || !addresses.All(address => IsAllowed(address, port, ports))) throw new OutsideAddressRefusedException(host, port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address, int port, IReadOnlyCollection<int> ports)
        => AllowedForTests.Contains(new IPEndPoint(address, port)) || (ports.Contains(port) && OutsideAddresses.Contain(address));
}

public sealed class OutsideAddressRefusedException(string host, int port) : Exception($"{host}:{port} is not outside.");

/// <summary>The addresses of the public internet. IANA's registries of special-purpose addresses (RFC 6890) are the rest.</summary>
internal static class OutsideAddresses
{
    private static readonly IPNetwork[] Inside = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(text => IPNetwork.Parse(text))];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (address.ScopeId != 0 || !GlobalUnicast.Contains(address))) return false;
        return !Inside.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
