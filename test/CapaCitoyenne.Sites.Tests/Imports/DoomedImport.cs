using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using CapaCitoyenne.Sites.EntityFrameworkCore;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Hosting;
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
        var now = DateTimeOffset.Parse(Variable("DOOM_TIME"), CultureInfo.InvariantCulture);
        if (now > hub.Clock.GetUtcNow()) hub.Clock.SetUtcNow(now);
        await hub.InitializeAsync();
        var (tenantId, importId) = (Guid.Parse(Variable("DOOM_TENANT")), Guid.Parse(Variable("DOOM_IMPORT")));
        await using var scope = hub.Services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        await scope.ServiceProvider.GetRequiredService<SiteImporter>().RunAsync(importId);
        return 0;
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

    private sealed class Hub : HubFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("ConnectionStrings:Default", Variable("DOOM_CONNECTION")), new("Blobs:BasePath", Path.Combine(Variable("DOOM_FOLDER"), "blobs"))];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddTransient(provider => DeadlyImports.Around(provider.GetRequiredService<EfCoreSiteImportRepository>())));
        }

        public override ValueTask InitializeAsync()
        {
            _ = Server;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>The rows of imports; whoever reads the deadly one inside of its transaction dies with the change half made.</summary>
    [SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "The proxy is made as its subclass")]
    private class DeadlyImports : DispatchProxy
    {
        private ISiteImportRepository _inner = null!;
        private int _readings;

        public static ISiteImportRepository Around(ISiteImportRepository inner)
        {
            var proxy = Create<ISiteImportRepository, DeadlyImports>();
            ((DeadlyImports)(object)proxy)._inner = inner;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? method, object?[]? arguments)
        {
            // Read once to look at it, and once more to settle it.
            if (method!.Name == nameof(ISiteImportRepository.GetItemAsync) && arguments is [_, DeadlyThing, ..] && ++_readings == 2)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
            return method.Invoke(_inner, arguments);
        }
    }
}
