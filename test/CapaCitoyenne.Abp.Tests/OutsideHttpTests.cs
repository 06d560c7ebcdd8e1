using System.Net;
using System.Net.Sockets;
using System.Text;
using CapaCitoyenne.Abp.Http;

namespace CapaCitoyenne.Abp;

/// <summary>Requests to addresses that others choose.</summary>
public sealed class OutsideHttpTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly OutsideConnector _connector;
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _end = new();
    private int _lookups;

    public OutsideHttpTests()
    {
        _server.Start();
        _connector = new OutsideConnector
        {
            // Good at first sight, at home at the second.
            Resolve = (host, token) => host == "changeant.test" ? Task.FromResult<IPAddress[]>([Interlocked.Increment(ref _lookups) == 1 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")]) : Dns.GetHostAddressesAsync(host, token),
        };
        _connector.AllowedForTests.Add((IPEndPoint)_server.LocalEndpoint);
        _client = new HttpClient(OutsideHttp.NewHandler(_connector)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.20.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Addresses_of_this_machine_and_of_private_networks_are_inside(string address) => OutsideAddresses.Contain(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("9.9.9.9")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:9.9.9.9")]
    [InlineData("2a00:1450:4007:80e::2004")]
    public void Public_addresses_are_outside(string address) => OutsideAddresses.Contain(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://9.9.9.9:6379/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@9.9.9.9/")]
    public async Task An_address_inside_another_port_or_another_scheme_is_refused(string address)
        => (await Should.ThrowAsync<OutsideHttpException>(() => ReadAsync(new Uri(address)))).Failure.ShouldBe(OutsideHttpFailure.AddressRefused);

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    public async Task A_redirect_to_the_inside_is_refused(string target)
    {
        Answer($"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n");
        (await Should.ThrowAsync<OutsideHttpException>(() => ReadAsync(Address))).Failure.ShouldBe(OutsideHttpFailure.AddressRefused);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_second_time_is_refused()
    {
        var name = new UriBuilder(Address) { Host = "changeant.test" }.Uri;
        Answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        (await ReadAsync(name)).ShouldBe("ok"u8.ToArray());
        (await Should.ThrowAsync<OutsideHttpException>(() => ReadAsync(name))).Failure.ShouldBe(OutsideHttpFailure.AddressRefused);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off_at_the_limit()
    {
        Answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', 200_000));
        (await Should.ThrowAsync<OutsideHttpException>(() => ReadAsync(Address))).Failure.ShouldBe(OutsideHttpFailure.TooLarge);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up()
    {
        Answer("");
        (await Should.ThrowAsync<OutsideHttpException>(() => _client.GetBytesAsync(Address, 1000, TimeSpan.FromMilliseconds(300)))).Failure.ShouldBe(OutsideHttpFailure.TimedOut);
    }

    public void Dispose()
    {
        _client.Dispose();
        _end.Cancel();
        _end.Dispose();
        _server.Dispose();
    }

    private Task<byte[]> ReadAsync(Uri address) => _client.GetBytesAsync(address, 100_000, TimeSpan.FromSeconds(10));

    /// <summary>
    /// One answer to one request; an empty one keeps the line open. The client hangs up, or the test ends: a server that closes before everything was
    /// read takes back what it has said.
    /// </summary>
    private void Answer(string answer) => _ = Task.Run(async () =>
    {
        var end = _end.Token;
        using var client = await _server.AcceptTcpClientAsync(end);
        var stream = client.GetStream();
        using var request = new StreamReader(stream, Encoding.ASCII);
        while (await request.ReadLineAsync(end) is { Length: > 0 })
        {
            // On to the empty line at its end.
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), end);
        await request.ReadToEndAsync(end);
    });
}
