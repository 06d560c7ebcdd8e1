using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CapaCitoyenne.TestBase;

/// <summary>A name server (RFC 1035) on a loopback port that knows what a test wrote into it: TXT, CNAME and A records. Nothing but one question a packet.</summary>
public sealed class TestNameServer : IDisposable
{
    private const int Txt = 16;
    private const int A = 1;
    private const int Cname = 5;
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));

    public TestNameServer() => _ = Task.Run(ServeAsync);

    public ConcurrentDictionary<string, string[]> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentDictionary<string, IPAddress> Addresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentDictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers with a failure of the server instead.</summary>
    public bool Fails { get; set; }

    public string Endpoint => _socket.Client.LocalEndPoint!.ToString()!;

    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync();
                var answer = Answer(question.Buffer);
                await _socket.SendAsync(answer, answer.Length, question.RemoteEndPoint);
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private byte[] Answer(byte[] packet)
    {
        var labels = new List<string>();
        var at = 12;
        for (; packet[at] != 0; at += packet[at] + 1) labels.Add(Encoding.ASCII.GetString(packet, at + 1, packet[at]));
        var end = at + 5;
        var name = string.Join('.', labels);
        var type = BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(at + 1));
        byte[][] data = type switch
        {
            Txt => [.. Texts.GetValueOrDefault(name, []).Select(text => (byte[])[(byte)text.Length, .. Encoding.ASCII.GetBytes(text)])],
            Cname => Aliases.TryGetValue(name, out var alias) ? [[.. alias.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0]] : [],
            A => Addresses.TryGetValue(name, out var address) ? [address.GetAddressBytes()] : [],
            _ => [],
        };
        var isKnown = Texts.ContainsKey(name) || Addresses.ContainsKey(name) || Aliases.ContainsKey(name);
        var answer = new MemoryStream();
        answer.Write(packet.AsSpan(0, 2));
        answer.Write([0x81, (byte)(0x80 | (Fails ? 2 : isKnown ? 0 : 3)), 0, 1, 0, (byte)(Fails ? 0 : data.Length), 0, 0, 0, 0]);
        answer.Write(packet.AsSpan(12, end - 12));
        foreach (var record in Fails ? [] : data)
        {
            answer.Write([0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 60, (byte)(record.Length >> 8), (byte)record.Length]);
            answer.Write(record);
        }
        return answer.ToArray();
    }
}
