using CapaCitoyenne.Library.Commons;

namespace CapaCitoyenne.Library.Integration;

internal sealed class GuideIntegrationService(ICommonsGuideRepository commons) : LibraryAppService, IGuideIntegrationService
{
    public async Task<List<GuideLink>> GetListAsync(Guid[] ids)
        => (await commons.GetListAsync(guide => ids.Contains(guide.Id) && guide.WithdrawnTime == null)).ConvertAll(ToLink);

    public async Task<GuideLink?> FindBySlugAsync(string slug)
        => await commons.FirstOrDefaultAsync(guide => guide.Slug == slug && guide.IsCurrent && guide.WithdrawnTime == null) is { } guide ? ToLink(guide) : null;

    private static GuideLink ToLink(CommonsGuide guide) => new(guide.Id, guide.Content.Title, guide.Path);
}
