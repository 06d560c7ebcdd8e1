using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>A small SMTP server in this process that takes mail, and can refuse, delay or hang up on single recipients.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _sessions;

    public SmtpSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentBag<string> Received { get; } = [];

    public int Sessions => _sessions;

    /// <summary>Answer to RCPT by address; without one, 250.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answer to the message itself, by address; it is not taken then.</summary>
    public ConcurrentDictionary<string, string> AnswersAfterData { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answer to MAIL; without one, 250.</summary>
    public string AnswerToSender { get; init; } = "250 ok";

    private readonly ConcurrentBag<TcpClient> _clients = [];

    /// <summary>Ends all connections without a word, as a router does with those that are silent.</summary>
    public void HangUp()
    {
        while (_clients.TryTake(out var client)) client.Dispose();
    }

    /// <summary>Addresses whose message is taken and whose answer never comes.</summary>
    public ConcurrentDictionary<string, bool> HangUpAfterData { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _sessions);
                _clients.Add(client);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var recipient = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
            {
                recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                await writer.WriteLineAsync(Answers.GetValueOrDefault(recipient, "250 ok"));
            }
            else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } data && data != ".") { }
                if (AnswersAfterData.TryGetValue(recipient, out var refusal))
                {
                    await writer.WriteLineAsync(refusal);
                    continue;
                }

                Received.Add(recipient);
                if (HangUpAfterData.ContainsKey(recipient)) return;
                await writer.WriteLineAsync("250 ok");
            }
            else if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase)) await writer.WriteLineAsync(AnswerToSender);
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) return;
            else await writer.WriteLineAsync("250 ok");
        }
    }
}
