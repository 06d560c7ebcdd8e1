using CapaCitoyenne.Sites.Imports;

namespace CapaCitoyenne.Sites.Tests;

/// <summary>Runs the tests; or, started by one of them, an import in a process that may be killed.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [DoomedImport.Command, ..]) return await DoomedImport.RunAsync();
        return Array.Exists(args, arg => arg is "-automated" or "@@")
            ? await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
            : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
