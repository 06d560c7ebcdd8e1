using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Public;

/// <summary>The absolute addresses of sites: <c>http://{slug}.localhost:5000</c>, after the settings <c>App:SelfUrl</c> and <c>App:SiteDomain</c>.</summary>
internal sealed class SiteAddresses : ISingletonDependency
{
    private readonly IServiceProvider _services;
    private readonly Uri _hub;

    public SiteAddresses(IConfiguration configuration, IServiceProvider services)
    {
        _services = services;
        _hub = new Uri(configuration["App:SelfUrl"] ?? "http://localhost:5000");
        Domain = configuration["App:SiteDomain"] ?? "localhost";
        ProxySeconds = configuration.GetValue<int>("Proxy:PageSeconds") is > 0 and <= 60 and var seconds ? seconds : null;
        PublicAddresses = (configuration["App:PublicAddresses"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What follows the slug and a dot.</summary>
    public string Domain { get; }

    /// <summary>The hub's addresses on the internet, for names that cannot be an alias; setting <c>App:PublicAddresses</c>, separated by commas.</summary>
    public IReadOnlyList<string> PublicAddresses { get; }

    /// <summary>Seconds for which the operator's proxy may answer with a page by itself, 60 at most; null: it asks each time. Setting <c>Proxy:PageSeconds</c>.</summary>
    public int? ProxySeconds { get; }

    public string HubHost => _hub.Host;

    /// <summary>Without a final slash.</summary>
    public string HubUrl => _hub.GetLeftPart(UriPartial.Authority);

    public string GetHost(string slug) => slug + "." + Domain;

    /// <summary>The sub-domain.</summary>
    public string GetUrl(string slug) => UrlOf(GetHost(slug));

    /// <summary>Where readers are sent: the own domain when there is one.</summary>
    public string GetUrl(string slug, string? primaryDomain) => UrlOf(primaryDomain ?? GetHost(slug));

    private string UrlOf(string host) => _hub.Scheme + "://" + host + (_hub.IsDefaultPort ? "" : ":" + _hub.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The sub-domain of a space: always there, whatever happens to its own domain.</summary>
    public async Task<string> GetUrlAsync(Guid tenantId)
    {
        await using var scope = _services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(tenantId) ?? throw new EntityNotFoundException(typeof(Sites.Site), tenantId);
        return GetUrl(tenant.NormalizedName);
    }
}
