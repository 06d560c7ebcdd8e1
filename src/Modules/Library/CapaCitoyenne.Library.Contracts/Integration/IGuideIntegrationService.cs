namespace CapaCitoyenne.Library.Integration;

/// <summary>What other modules may ask about shared guides.</summary>
[IntegrationService]
public interface IGuideIntegrationService : IApplicationService
{
    /// <summary>Titles and paths of the shared guides with these ids; unknown and withdrawn ones are left out.</summary>
    Task<List<GuideLink>> GetListAsync(Guid[] ids);

    /// <summary>The shared guide with this slug; null when unknown or withdrawn.</summary>
    Task<GuideLink?> FindBySlugAsync(string slug);
}

/// <summary>A shared guide: id of its snapshot, title, path on the hub.</summary>
public sealed record GuideLink(Guid Id, string Title, string Path);
