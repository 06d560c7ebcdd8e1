using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Sites.Public;

namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>The catalogue in the hub's sitemap; lessons are found from their courses.</summary>
internal sealed class CourseHubPageProvider(IRepository<Course, Guid> courses, IAsyncQueryableExecuter executer) : IHubPageProvider
{
    public async Task<IReadOnlyList<HubPage>> GetAsync(int max)
    {
        var published = await executer.ToListAsync((await courses.GetQueryableAsync()).Where(course => course.Status == CourseStatus.Published && course.PublishedAt != null)
            .OrderByDescending(course => course.PublishedAt).Take(max - 1).Select(course => new { course.Slug, course.PublishedAt }));
        return published.Count == 0
            ? []
            : [new HubPage(CourseAddresses.Hub, published[0].PublishedAt!.Value), .. published.Select(course => new HubPage(CourseAddresses.Hub + "/" + course.Slug, course.PublishedAt!.Value))];
    }
}
