using System.Text.Json;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Architecture.Tests;

public sealed class HouseRuleTests
{
    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines_without_saying_why()
    {
        var files = new[] { "src", "test", "etc" }.SelectMany(folder => Repository.Files(Path.Combine(Repository.Root, folder), "*.cs"))
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal));
        var long_ = files.Where(file => File.ReadLines(file).Count() > 300 && !File.ReadLines(file).Any(line => line.Contains("Long because", StringComparison.Ordinal)));
        long_.Select(Repository.Relative).ShouldBeEmpty("Give a part of it a room of its own, or say 'Long because …' in a comment.");
    }

    [Fact]
    public void The_foundation_stays_under_four_thousand_lines()
    {
        var lines = Repository.Files(Path.Combine(Repository.Root, "src", "Foundation"), "*.cs").SelectMany(File.ReadLines)
            .Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal));
        lines.ShouldBeLessThan(4000);
    }

    [Fact]
    public void A_decision_record_has_at_most_twenty_five_lines()
    {
        var long_ = Directory.GetFiles(Path.Combine(Repository.Root, "etc", "decisions"), "0*.md").Where(file => File.ReadLines(file).Count() > 25);
        long_.Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void French_and_English_have_the_same_keys()
    {
        foreach (var french in Repository.Files(Path.Combine(Repository.Root, "src"), "fr.json").Where(file => file.Contains("/Localization/", StringComparison.Ordinal)))
        {
            var english = Path.Combine(Path.GetDirectoryName(french)!, "en.json");
            Keys(english).ShouldBe(Keys(french), ignoreOrder: true, Repository.Relative(french));
        }
    }

    [Fact]
    public void Every_error_code_has_its_text()
    {
        foreach (var module in Repository.Modules)
        {
            var folder = Path.Combine(Repository.ModuleFolder(module), $"CapaCitoyenne.{module}.Contracts");
            foreach (var codes in Directory.GetFiles(folder, "*ErrorCodes.cs"))
            {
                var keys = Keys(Path.Combine(folder, "Localization", module, "fr.json"));
                var used = Regex.Matches(File.ReadAllText(codes), $"\"({module}:[A-Za-z0-9.:]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
                used.Except(keys).ShouldBeEmpty($"{module}: codes without a text");
            }
        }
    }

    [Fact]
    public void The_product_names_nothing_that_its_users_do_not_have()
    {
        var patterns = new[] { "../" + "shared", "." + "library/" };
        var files = new[] { "src", "test", "etc", "angular-free-ui/src" }.SelectMany(folder => Repository.Files(Path.Combine(Repository.Root, folder), "*.*"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".ts" or ".vue" or ".sh" or ".json" or ".cshtml");
        files.Where(file => patterns.Any(File.ReadAllText(file).Contains)).Select(Repository.Relative).ShouldBeEmpty();
    }

    private static List<string> Keys(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.GetProperty("texts").EnumerateObject().Select(text => text.Name)];
    }
}
