using System.Net;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The hub beside an old site, https://ancien.fr, whose pictures it can fetch.</summary>
public sealed class ImportHub : HubFixture
{
    public OldSite OldSite { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // Only the line to the old site is a test's own; every other address goes the real way.
        builder.ConfigureServices(services => services.AddHttpClient(OutsideHttp.ClientName).AddHttpMessageHandler(() => new Line(OldSite)));
    }

    private sealed class Line(OldSite site) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => request.RequestUri!.Host == "ancien.fr" ? Task.FromResult(site.Answer(request.RequestUri.AbsolutePath)) : base.SendAsync(request, cancellationToken);
    }
}

public sealed class OldSite
{
    private int _requests;

    public int Requests => _requests;

    public HttpResponseMessage Answer(string path)
    {
        Interlocked.Increment(ref _requests);
        return path.EndsWith(".jpg", StringComparison.Ordinal) && !path.EndsWith("perdue.jpg", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Photo(path)) }
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    /// <summary>Another picture for each name.</summary>
    public static byte[] Photo(string name)
    {
        var seed = name.Sum(c => c);
        using var image = Image.Black(64 + seed % 64, 48, 3) + new double[] { seed % 255, seed * 7 % 255, 90 };
        return image.Cast(Enums.BandFormat.Uchar).JpegsaveBuffer();
    }
}
