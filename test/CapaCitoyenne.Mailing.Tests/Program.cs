using CapaCitoyenne.Mailing.Tests.Delivery;

namespace CapaCitoyenne.Mailing.Tests;

/// <summary>Runs the tests; or, started by a crash test, the engine in a process that may be killed.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [DoomedWorker.Command, ..]) return await DoomedWorker.RunAsync();
        return Array.Exists(args, arg => arg is "-automated" or "@@")
            ? await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
            : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
