namespace CapaCitoyenne.Associations.Integration;

/// <summary>A module's next steps for a space, computed from its real state; shown at the space's home.</summary>
[CollectedService]
public interface IFirstStepProvider
{
    /// <summary>Called with the space as current tenant. Keep it to a query or two.</summary>
    Task<IReadOnlyList<FirstStep>> GetAsync(Guid tenantId);
}

/// <summary>One step.</summary>
/// <param name="Name">Stable name, module first: <c>sites.home-page-published</c>.</param>
/// <param name="Title">Localized, an invitation to act.</param>
/// <param name="Link">Where it is done, relative to <c>/espace/{slug}/</c>, without a leading slash.</param>
/// <param name="LessonLink">The five-minute lesson on the hub, starting with a slash, when there is one.</param>
/// <param name="Order">10, 20, 30…: lower comes first.</param>
public record FirstStep(string Name, string Title, bool Done, string Link, string? LessonLink, int Order);
