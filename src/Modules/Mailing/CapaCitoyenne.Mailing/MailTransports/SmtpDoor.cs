using System.Net.Sockets;
using CapaCitoyenne.Abp.Http;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>Opens a connection to a mail server and signs in. A server that a space named must lie outside this machine and its network.</summary>
internal static class SmtpDoor
{
    private static readonly int[] MailPorts = [25, 465, 587, 2525];
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <exception cref="OutsideAddressRefusedException">The server lies inside.</exception>
    /// <exception cref="TimeoutException">No connection within 15 seconds.</exception>
    public static async Task OpenAsync(SmtpClient client, SmtpOptions server, IOutsideConnector? outside, CancellationToken cancellationToken)
    {
        var security = Enum.Parse<SecureSocketOptions>(server.Security, ignoreCase: true);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(ConnectTimeout);
        Socket? socket = null;
        try
        {
            if (server.IsOutsideOnly)
            {
                socket = await (outside ?? throw new OutsideAddressRefusedException(server.Host, server.Port)).ConnectAsync(server.Host, server.Port, MailPorts, time.Token);
            }
            else
            {
                socket = NewSocket();
                await socket.ConnectAsync(server.Host, server.Port, time.Token);
            }

            await client.ConnectAsync(socket, server.Host, server.Port, security, time.Token);
            if (server.UserName is { Length: > 0 } userName) await client.AuthenticateAsync(userName, server.Password ?? "", time.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            socket?.Dispose();
            throw new TimeoutException($"{server.Host}:{server.Port} did not answer within {ConnectTimeout.TotalSeconds} s.", e);
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }

    /// <summary>Without Nagle's algorithm: the end of each message would wait 40 ms for the acknowledgement of its beginning.</summary>
    private static Socket NewSocket() => new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
