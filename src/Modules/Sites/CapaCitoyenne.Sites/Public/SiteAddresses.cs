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
    }

    /// <summary>What follows the slug and a dot.</summary>
    public string Domain { get; }

    public string HubHost => _hub.Host;

    /// <summary>Without a final slash.</summary>
    public string HubUrl => _hub.GetLeftPart(UriPartial.Authority);

    public string GetUrl(string slug) => _hub.Scheme + "://" + slug + "." + Domain + (_hub.IsDefaultPort ? "" : ":" + _hub.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async Task<string> GetUrlAsync(Guid tenantId)
    {
        await using var scope = _services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(tenantId) ?? throw new EntityNotFoundException(typeof(Sites.Site), tenantId);
        return GetUrl(tenant.NormalizedName);
    }
}
