using CapaCitoyenne.Learning.Catalogue;

namespace CapaCitoyenne.Learning.Pages.Formations;

/// <summary>The catalogue.</summary>
public sealed class IndexModel(ICatalogueAppService catalogue) : FormationPageModel
{
    public IReadOnlyList<CatalogueCourseDto> Courses { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Courses = (await catalogue.GetListAsync()).Items;
        foreach (var course in Courses) AddProgress(course);
    }
}
