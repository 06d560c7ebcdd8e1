using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Catalogue;

namespace CapaCitoyenne.Learning.Pages.Formations;

/// <summary>The hub's catalogue, or the courses of a space.</summary>
public sealed class IndexModel(ICatalogueAppService catalogue, IAssociationIntegrationService associations, ICurrentTenant currentTenant) : FormationPageModel
{
    public IReadOnlyList<CatalogueCourseDto> Courses { get; private set; } = [];

    /// <summary>Whose courses these are; null for the hub's own.</summary>
    public AssociationInfo? Space { get; private set; }

    public async Task OnGetAsync()
    {
        Courses = (await catalogue.GetListAsync()).Items;
        foreach (var course in Courses) AddProgress(course);
        if (currentTenant.Id is { } tenant) Space = (await associations.GetListAsync([tenant])).FirstOrDefault();
    }
}
