using System.Xml.Linq;

namespace CapaCitoyenne.Architecture.Tests;

/// <summary>The source tree, found from the test's own folder: modules are discovered, never listed.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src", "Modules")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static string ModuleFolder(string module) => Path.Combine(Root, "src", "Modules", module);

    /// <summary>The names of the projects that a project file references.</summary>
    public static IReadOnlyList<string> References(string projectFile) =>
        [.. XDocument.Load(projectFile).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    public static IEnumerable<string> Projects(string folder) => Files(folder, "*.csproj");

    public static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CapaCitoyenne.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
