using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CapaCitoyenne.Web;

/// <summary>
/// Traces and metrics for an operator who has a collector. Its address is <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, in the environment or in a settings file, with the other
/// names of the OpenTelemetry specification (« OTLP Exporter »). Without it nothing is traced or measured: it would cost each public page a tenth of its time.
/// </summary>
internal static class HubTelemetry
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddHubTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[Collector])) return;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpRequest = (activity, _) => LeaveOut(activity, "url.path"))
                .AddHttpClientInstrumentation(options => options.EnrichWithHttpRequestMessage = (activity, _) => LeaveOut(activity, "url.full")))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>Links in letters are keys: who holds one unsubscribes, or signs in. The route and the status say enough.</summary>
    private static void LeaveOut(Activity activity, string tag) => activity.SetTag(tag, null);
}
