using System.Collections.Concurrent;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>A name system that says what a test wrote into it.</summary>
internal sealed class WrittenNames : IDnsResolver
{
    public ConcurrentDictionary<string, string[]> Texts { get; } = new();

    public ConcurrentDictionary<string, string[]> Addresses { get; } = new();

    /// <summary>Nobody answers any more.</summary>
    public bool IsDown { get; set; }

    public Task<IReadOnlyList<string>?> FindTextsAsync(string name, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyList<string>?>(IsDown ? null : Texts.GetValueOrDefault(name, []));

    public Task<IReadOnlyList<string>?> FindAddressesAsync(string name, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyList<string>?>(IsDown ? null : Addresses.GetValueOrDefault(name, []));
}

/// <summary>A hub whose name system is a test's, behind a proxy that answers with a page by itself for a second.</summary>
public sealed class DomainHub : HubFixture
{
    internal WrittenNames Names { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Proxy:PageSeconds", "1")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IDnsResolver>(Names)));
    }
}
