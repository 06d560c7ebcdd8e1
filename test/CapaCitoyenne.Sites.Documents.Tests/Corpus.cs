namespace CapaCitoyenne.Sites.Documents.Tests;

/// <summary>The Markdown texts that the workspace's editor is tested with too: one dialect, one corpus.</summary>
internal static class Corpus
{
    public static IEnumerable<(string Name, string Markdown)> All
        => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.md").Order().Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    public static string Text(string name) => All.Single(c => c.Name.Contains(name, StringComparison.Ordinal)).Markdown;
}
