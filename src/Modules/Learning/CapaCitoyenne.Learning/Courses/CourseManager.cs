using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>Rules of courses that need other rows.</summary>
internal sealed class CourseManager(IRepository<Course, Guid> courses, IAssociationIntegrationService associations) : DomainService
{
    public async Task<Course> CreateAsync(string? slug, string title, string summary, string language)
    {
        slug = string.IsNullOrEmpty(slug) ? Slug.From(title, CourseConsts.MaxSlugLength) : slug;
        await CheckSlugAsync(slug, except: null);
        return new Course(GuidGenerator.Create(), slug, title, summary, language);
    }

    public async Task DescribeAsync(Course course, string? slug, string title, string summary, string language)
    {
        slug = string.IsNullOrEmpty(slug) ? course.Slug : slug;
        if (slug != course.Slug) await CheckSlugAsync(slug, course.Id);
        course.Describe(slug, title, summary, language);
    }

    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.EmailNotConfirmed"/>: nobody answers for the space yet.</exception>
    public async Task EnsureMayPublishAsync()
    {
        if (CurrentTenant.Id is { } space && !await associations.IsConfirmedAsync(space)) throw new BusinessException(LearningErrorCodes.EmailNotConfirmed);
    }

    /// <summary>An address made from a title; with a number when it is taken.</summary>
    public async Task<string> FindFreeSlugAsync(string title)
    {
        var slug = Slug.From(title, CourseConsts.MaxSlugLength - 5);
        var taken = (await AsyncExecuter.ToListAsync((await courses.GetQueryableAsync()).Where(course => course.Slug.StartsWith(slug)).Select(course => course.Slug))).ToHashSet();
        var free = slug;
        for (var number = 2; taken.Contains(free); number++) free = $"{slug}-{number}";
        return free;
    }

    private async Task CheckSlugAsync(string slug, Guid? except)
    {
        if (await courses.AnyAsync(course => course.Slug == slug && course.Id != except))
            throw new BusinessException(LearningErrorCodes.CourseSlugTaken).WithData("Slug", slug);
    }
}
