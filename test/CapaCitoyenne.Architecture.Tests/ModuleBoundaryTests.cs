using System.Reflection;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Architecture.Tests;

/// <summary>The table of arrows stands in etc/decisions/module-arrows.md; these tests read it.</summary>
public sealed class ModuleBoundaryTests
{
    public static TheoryData<string> AllModules => [.. Repository.Modules];

    private static Dictionary<string, string[]> AllowedArrows { get; } = File
        .ReadAllLines(Path.Combine(Repository.Root, "etc", "decisions", "module-arrows.md"))
        .Select(line => Regex.Match(line, @"^\| (\w+) \| ([\w, –-]+) \|", RegexOptions.None, TimeSpan.FromSeconds(1)))
        .Where(match => match.Success && match.Groups[1].Value != "Module")
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Split(", ", StringSplitOptions.TrimEntries));

    /// <summary>Pure libraries of modules that others may use too: the second table.</summary>
    private static string[] OpenLibraries { get; } = [.. File
        .ReadAllLines(Path.Combine(Repository.Root, "etc", "decisions", "module-arrows.md"))
        .Select(line => Regex.Match(line, @"^\| `(CapaCitoyenne\.[\w.]+)` \|", RegexOptions.None, TimeSpan.FromSeconds(1)))
        .Where(match => match.Success).Select(match => match.Groups[1].Value)];

    [Fact]
    public void A_library_that_is_open_to_all_modules_knows_nothing_of_the_product()
    {
        OpenLibraries.ShouldNotBeEmpty();
        foreach (var library in OpenLibraries)
        {
            var project = Repository.Projects(Path.Combine(Repository.Root, "src", "Modules")).Single(file => Path.GetFileNameWithoutExtension(file) == library);
            Repository.References(project).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_module_has_its_line_in_the_table_of_arrows() => AllowedArrows.Keys.Order().ShouldBe(Repository.Modules);

    [Theory, MemberData(nameof(AllModules))]
    public void A_module_references_only_the_contracts_that_the_table_allows(string module)
    {
        foreach (var project in Repository.Projects(Repository.ModuleFolder(module)))
        {
            var foreign = Repository.References(project).Where(name => name.StartsWith("CapaCitoyenne.", StringComparison.Ordinal)
                && !name.StartsWith("CapaCitoyenne.Abp", StringComparison.Ordinal) && name.Split('.')[1] != module && !OpenLibraries.Contains(name));
            foreach (var reference in foreign)
            {
                reference.ShouldEndWith(".Contracts", customMessage: $"{Repository.Relative(project)} may ask other modules only through their Contracts.");
                AllowedArrows[module].ShouldContain(reference.Split('.')[1], $"Draw the arrow {module} → {reference} in etc/decisions/module-arrows.md, or do without it.");
            }
        }
    }

    [Theory, MemberData(nameof(AllModules))]
    public void Contracts_are_leaves(string module)
    {
        var project = Path.Combine(Repository.ModuleFolder(module), $"CapaCitoyenne.{module}.Contracts", $"CapaCitoyenne.{module}.Contracts.csproj");
        Repository.References(project).ShouldBe(["CapaCitoyenne.Abp.Abstractions"], $"{module}.Contracts may reference only the foundation's abstractions.");
    }

    [Theory, MemberData(nameof(AllModules))]
    public void An_implementation_shows_only_its_module_class_its_model_and_its_pages(string module)
    {
        var assembly = Assembly.Load($"CapaCitoyenne.{module}");
        var unexpected = assembly.GetExportedTypes().Where(type => !type.IsNested
            && type.Name != $"{module}Module"
            && type.Name != $"{module}DbContextModelCreatingExtensions"
            && !typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(type)
            && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type)
            && !typeof(Microsoft.AspNetCore.Mvc.ControllerBase).IsAssignableFrom(type)
            && !type.Namespace!.Contains(".Pages", StringComparison.Ordinal)
            && !type.Name.StartsWith("Use", StringComparison.Ordinal)
            && !type.Name.EndsWith("ApplicationBuilderExtensions", StringComparison.Ordinal));
        unexpected.Select(type => type.FullName).ShouldBeEmpty("Make these internal, or move what other modules need to Contracts.");
    }

    [Theory, MemberData(nameof(AllModules))]
    public void A_module_has_a_readme_of_at_most_sixty_lines(string module)
    {
        var readme = Path.Combine(Repository.ModuleFolder(module), "README.md");
        File.Exists(readme).ShouldBeTrue($"{module} needs a README.md.");
        File.ReadAllLines(readme).Length.ShouldBeLessThanOrEqualTo(60);
    }

    [Fact]
    public void The_domain_knows_no_database_no_web_and_no_dto()
    {
        var layers = new Regex("(AppService|Mapper|Controller|Job|Worker|Handler|Provider|Middleware|Module|Extensions|Contributor|Renderer|Store|Cache|Filter|Check|Writer|Reader|Resolver|Transport|Service|Page|Model)$", RegexOptions.None, TimeSpan.FromSeconds(1));
        foreach (var file in Repository.Modules.SelectMany(module => Repository.Files(Path.Combine(Repository.ModuleFolder(module), $"CapaCitoyenne.{module}"), "*.cs")))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var text = File.ReadAllText(file);
            var isDomain = Regex.IsMatch(text, @":\s*(FullAudited|Audited|CreationAudited|Basic)?(AggregateRoot|Entity)<|: DomainService", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (isDomain && !layers.IsMatch(name) && !name.StartsWith("EfCore", StringComparison.Ordinal))
            {
                text.ShouldNotContain("Microsoft.EntityFrameworkCore", Case.Sensitive, Repository.Relative(file));
                text.ShouldNotContain("Microsoft.AspNetCore", Case.Sensitive, Repository.Relative(file));
                Regex.IsMatch(text, @"\b\w+Dto\b", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse($"{Repository.Relative(file)} names a DTO.");
            }
        }
    }

    [Fact]
    public void App_services_reach_the_database_only_through_repositories()
    {
        var files = Repository.Modules.SelectMany(module => Repository.Files(Repository.ModuleFolder(module), "*AppService.cs"));
        files.Where(file => File.ReadAllText(file).Contains("using Microsoft.EntityFrameworkCore", StringComparison.Ordinal)).Select(Repository.Relative)
            .ShouldBeEmpty("Move the query to an EfCore…Repository.");
    }
}
