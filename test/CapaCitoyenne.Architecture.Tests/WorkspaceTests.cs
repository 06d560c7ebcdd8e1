using System.Text.Json;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Architecture.Tests;

public sealed partial class WorkspaceTests
{
    [Fact]
    public void Every_address_that_the_workspace_calls_is_in_the_API_document_with_its_method()
    {
        var source = Path.Combine(Repository.Root, "angular-free-ui");
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(source, "api", "openapi.json")));
        var routes = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {Parameter().Replace(path.Name, "*")}")).ToHashSet();
        var calls = Repository.Files(Path.Combine(source, "src"), "api.ts")
            .SelectMany(file => Call().Matches(Unfolded(file)).Select(match => (File: Repository.Relative(file), Route: ToRoute(match))))
            .ToList();

        calls.Count.ShouldBeGreaterThan(50);
        calls.Where(call => !routes.Contains(call.Route)).Select(call => $"{call.File}: {call.Route}").ShouldBeEmpty();
    }

    // Addresses are written from a constant of the file: `const root = '/api/mailing'`; pages and posts share one set of calls.
    private static string Unfolded(string file)
    {
        var text = File.ReadAllText(file);
        var root = Root().Match(text).Groups["path"].Value;
        return text.Replace("${path}", "${root}/page", StringComparison.Ordinal).Replace("(path", "(`${root}/page`", StringComparison.Ordinal)
            .Replace("${root}", root, StringComparison.Ordinal);
    }

    private static string ToRoute(Match match)
        => $"{match.Groups["method"].Value} {Interpolation().Replace(match.Groups["path"].Value.Split('?')[0], "*")}";

    [GeneratedRegex(@"http\s*\.(?<method>get|post|put|delete)(<[^(]*>)?\(\s*['`](?<path>/api/[^'`]+)['`]", RegexOptions.None, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"const root = '(?<path>[^']+)'", RegexOptions.None, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
