namespace CapaCitoyenne.Learning.Tasks;

/// <summary>
/// An exercise in the real tool that a module can check from its own state. It looks at outcomes, not at names: whatever the page is
/// called and whenever it was published, it counts. Implementations are found by convention (<c>…TaskCheck</c>).
/// </summary>
[CollectedService]
public interface ITaskCheck : ITransientDependency
{
    /// <summary>Stable, module first: <c>sites.home-page-published</c>. See <see cref="TaskNames"/>.</summary>
    string Name { get; }

    /// <summary>Called with the space as current tenant. Reads only; a query or two.</summary>
    Task<TaskCheckResult> CheckAsync(Guid tenantId);
}

/// <summary>The answer of a check.</summary>
/// <param name="Findings">What is missing, in the order in which to do it. Empty when it passed.</param>
public record TaskCheckResult(bool Passed, IReadOnlyList<TaskCheckFinding> Findings);

/// <summary>One thing that is missing.</summary>
/// <param name="Message">Localized: "La page d’accueil n’a pas encore de titre."</param>
/// <param name="Link">The very screen where it is done, relative to <c>/espace/{slug}/</c>, without a leading slash.</param>
public record TaskCheckFinding(string Message, string? Link);
