using System.Collections.Concurrent;
using System.Text;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CapaCitoyenne.Web.Tests;

public sealed class TelemetryTests(TelemetryTests.MeasuredHub measured, HubFixture hub) : IClassFixture<TelemetryTests.MeasuredHub>
{
    [Fact]
    public async Task A_collector_gets_traces_and_metrics_of_requests_but_no_link_of_a_letter()
    {
        const string key = "/lettre/preferences/cle-que-personne-ne-doit-lire";
        await measured.NewBrowser().Http.GetAsync(key);
        await measured.NewBrowser().Http.GetAsync("/bibliotheque?q=secret-de-recherche");
        measured.Services.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
        measured.Services.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();

        measured.Received("/v1/traces").ShouldContain("http.route");
        measured.Received("/v1/metrics").ShouldContain("http.server.request.duration");
        foreach (var path in new[] { "/v1/traces", "/v1/metrics" })
        {
            measured.Received(path).ShouldNotContain("cle-que-personne-ne-doit-lire");
            measured.Received(path).ShouldNotContain("secret-de-recherche");
        }
    }

    [Fact]
    public void Without_a_collector_nothing_is_traced() => hub.Services.GetService<TracerProvider>().ShouldBeNull();

    /// <summary>A hub with a collector, which keeps what it is sent (OTLP over HTTP).</summary>
    public sealed class MeasuredHub : HubFixture
    {
        private readonly ConcurrentQueue<(string Path, string Bytes)> _received = [];
        private readonly WebApplication _collector;

        public MeasuredHub()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _collector = builder.Build();
            _collector.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                _received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
            });
            _collector.Start();
        }

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Urls.Single()), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

        public string Received(string path) => string.Concat(_received.Where(r => r.Path == path).Select(r => r.Bytes));

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _collector.DisposeAsync();
        }
    }
}
