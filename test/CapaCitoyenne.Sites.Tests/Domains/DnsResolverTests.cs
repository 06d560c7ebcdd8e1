using System.Net;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapaCitoyenne.Sites.Domains;

public sealed class DnsResolverTests : IDisposable
{
    private readonly TestNameServer _server = new();
    private readonly DnsResolver _resolver;

    public DnsResolverTests() => _resolver = new DnsResolver(
        new ConfigurationBuilder().AddInMemoryCollection([new("Dns:Servers", _server.Endpoint)]).Build(), NullLogger<DnsResolver>.Instance);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Texts_and_addresses_of_a_name_are_read_from_a_real_name_server()
    {
        _server.Texts["_capacitoyenne.jardins.fr"] = ["v=spf1 -all", "capacitoyenne=abc"];
        _server.Addresses["jardins.fr"] = IPAddress.Parse("192.0.2.7");
        (await _resolver.FindTextsAsync("_capacitoyenne.jardins.fr", TestContext.Current.CancellationToken)).ShouldBe(["v=spf1 -all", "capacitoyenne=abc"]);
        (await _resolver.FindAddressesAsync("jardins.fr", TestContext.Current.CancellationToken)).ShouldBe(["192.0.2.7"]);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_an_answer_and_a_server_that_fails_is_none()
    {
        (await _resolver.FindTextsAsync("personne.fr", TestContext.Current.CancellationToken)).ShouldBeEmpty();
        _server.Fails = true;
        (await _resolver.FindTextsAsync("personne.fr", TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
