using System.Diagnostics;
using System.Globalization;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>The engine in a process of its own, on another one's database, that kills itself (SIGKILL) at a named step.</summary>
internal static class DoomedWorker
{
    public const string Command = "doomed-worker";
    private const string StepVariable = "DOOM_STEP";
    private const string ConnectionVariable = "DOOM_CONNECTION";
    private const string SettingsVariable = "DOOM_SETTINGS";
    private const string TimeVariable = "DOOM_TIME";

    /// <summary>Starts the process and waits for its death.</summary>
    /// <returns>Its exit code: 137 when it was killed, 0 when the step was never reached.</returns>
    public static async Task<int> StartAsync(
        DeliveryStep step, DateTimeOffset now, string connectionString, IEnumerable<KeyValuePair<string, string>> settings)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Command)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                [StepVariable] = step.ToString(),
                [TimeVariable] = now.ToString("O", CultureInfo.InvariantCulture),
                [ConnectionVariable] = connectionString,
                [SettingsVariable] = string.Join('\n', settings.Select(s => $"{s.Key}={s.Value}")),
            },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or 137)) throw new InvalidOperationException($"The worker failed:\n{await output}\n{await errors}");
        return process.ExitCode;
    }

    public static async Task<int> RunAsync()
    {
        await using var hub = new Hub();
        await hub.InitializeAsync();
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryEngine>().RunAsync();
        return 0;
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

    private sealed class Killer : IDeliveryProbe
    {
        private readonly DeliveryStep _step = Enum.Parse<DeliveryStep>(Variable(StepVariable));

        public void Reached(DeliveryStep step)
        {
            if (step != _step) return;
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private sealed class Hub() : HubFixture(DateTimeOffset.Parse(Variable(TimeVariable), CultureInfo.InvariantCulture))
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("ConnectionStrings:Default", Variable(ConnectionVariable)),
            .. Variable(SettingsVariable).Split('\n').Select(line => line.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1])),
        ];

        public override ValueTask InitializeAsync()
        {
            _ = Server;
            return ValueTask.CompletedTask;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IDeliveryProbe, Killer>()));
        }
    }
}
