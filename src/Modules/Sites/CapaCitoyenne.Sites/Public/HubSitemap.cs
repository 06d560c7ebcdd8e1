using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Public;

/// <summary>The sitemap and <c>robots.txt</c> of the hub itself, made every ten minutes at most: anybody may ask for them.</summary>
internal sealed class HubSitemap(IServiceScopeFactory scopes, SiteAddresses addresses, TimeProvider time) : ISingletonDependency, IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (byte[] Bytes, DateTimeOffset Until)? _kept;

    public void Dispose() => _gate.Dispose();

    public byte[] Robots() => Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /api/\nDisallow: /espace/\nSitemap: {addresses.HubUrl}{SitemapWriter.Path}\n");

    public async Task<byte[]> GetAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_kept is not { } kept || kept.Until < time.GetUtcNow()) _kept = kept = (await WriteAsync(), time.GetUtcNow() + KeptFor);
            return kept.Bytes;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<byte[]> WriteAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        using var hub = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(null);
        await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        var paths = new List<(string Path, DateTime Changed)>();
        foreach (var provider in scope.ServiceProvider.GetServices<IHubPageProvider>())
            paths.AddRange((await provider.GetAsync(SitemapWriter.MaxUrls - 1 - paths.Count)).Select(page => (page.Path, page.Changed)));
        await unitOfWork.CompleteAsync();
        paths.Insert(0, ("/", paths.Select(page => page.Changed).DefaultIfEmpty(time.GetUtcNow().UtcDateTime).Max()));
        return SitemapWriter.Write(addresses.HubUrl, paths, null)!;
    }
}
