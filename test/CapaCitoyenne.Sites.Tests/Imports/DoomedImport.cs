using System.Diagnostics;
using System.Globalization;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>An import in a process of its own, on another one's database and files, that is killed (SIGKILL) in the middle of its work.</summary>
internal static class DoomedImport
{
    public const string Command = "doomed-import";
    private const int DeadlyThing = 7;

    /// <summary>What it has done when it dies.</summary>
    public const int ThingsBeforeDeath = DeadlyThing - 1;

    /// <summary>Starts the process and waits for its death.</summary>
    /// <returns>Its exit code: 137 when it was killed, 0 when the import came to its end.</returns>
    public static async Task<int> StartAsync(HubFixture hub, Guid tenantId, Guid importId)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Command)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOOM_TENANT"] = tenantId.ToString(), ["DOOM_IMPORT"] = importId.ToString(), ["DOOM_FOLDER"] = hub.Folder, ["DOOM_TIME"] = hub.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                ["DOOM_CONNECTION"] = hub.Services.GetRequiredService<IConfiguration>().GetConnectionString("Default"),
            },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or 137)) throw new InvalidOperationException($"The import failed:\n{await output}\n{await errors}");
        return process.ExitCode;
    }

    public static async Task<int> RunAsync()
    {
        await using var hub = new Hub();
        await hub.InitializeAsync();
        var (tenantId, importId) = (Guid.Parse(Variable("DOOM_TENANT")), Guid.Parse(Variable("DOOM_IMPORT")));
        await using var scope = hub.Services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        await WatchedImports.Importer(scope.ServiceProvider, DieAtTheDeadlyThing).RunAsync(importId);
        return 0;
    }

    private static void DieAtTheDeadlyThing(int thing)
    {
        if (thing != DeadlyThing) return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

    private sealed class Hub() : HubFixture(DateTimeOffset.Parse(Variable("DOOM_TIME"), CultureInfo.InvariantCulture))
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("ConnectionStrings:Default", Variable("DOOM_CONNECTION")), new("Blobs:BasePath", Path.Combine(Variable("DOOM_FOLDER"), "blobs"))];

        public override ValueTask InitializeAsync()
        {
            _ = Server;
            return ValueTask.CompletedTask;
        }
    }
}
