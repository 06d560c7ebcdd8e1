using System.Reflection;
using System.Text.Json;
using CapaCitoyenne.Learning.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning.Tasks;

/// <summary>What an exercise needs: a check, somebody who says when to check again, and words in the workspace.</summary>
public class TaskNameTests(LearningHub hub)
{
    private static FieldInfo[] Constants => typeof(TaskNames).GetFields(BindingFlags.Public | BindingFlags.Static);

    public static TheoryData<string> Names() => [.. Constants.Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> Identifiers() => [.. Constants.Select(field => field.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task It_has_a_check(string name) =>
        (await hub.InAsync(null, null, services => Task.FromResult(services.GetServices<ITaskCheck>().Select(check => check.Name).ToList()))).ShouldContain(name);

    [Theory, MemberData(nameof(Names))]
    public void It_has_its_words_in_both_languages(string name)
    {
        foreach (var language in new[] { "fr", "en" })
        {
            var path = Path.Combine(StarterCatalogueTests.RepositoryRoot(), "angular-free-ui", "src", "locales", language, "learning.json");
            JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!.ShouldContainKey("learning.task." + name);
        }
    }

    [Theory, MemberData(nameof(Identifiers))]
    public void Somebody_says_when_it_may_pass(string identifier)
    {
        var modules = Path.Combine(StarterCatalogueTests.RepositoryRoot(), "src", "Modules");
        Directory.EnumerateFiles(modules, "*.cs", SearchOption.AllDirectories)
            .ShouldContain(file => File.ReadAllText(file).Contains($"TaskName = TaskNames.{identifier} }}", StringComparison.Ordinal));
    }
}
