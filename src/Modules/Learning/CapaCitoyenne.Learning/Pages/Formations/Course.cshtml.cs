using CapaCitoyenne.Learning.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace CapaCitoyenne.Learning.Pages.Formations;

/// <summary>A course: what one learns, and where one is.</summary>
public sealed class CourseModel(ICatalogueAppService catalogue) : FormationPageModel
{
    public CatalogueCourseDto Course { get; private set; } = new();

    /// <summary>The lesson behind the main button: where one was, or the first that is not done.</summary>
    public CatalogueLessonDto? Next { get; private set; }

    public bool HasBegun => Course.ResumeSlug is not null || Course.Lessons.Exists(lesson => lesson.IsDone);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        try
        {
            Course = await catalogue.GetCourseAsync(slug);
        }
        catch (EntityNotFoundException)
        {
            return NotFound();
        }

        if (!IsHere(Course.Path)) return LocalRedirectPermanent(Course.Path);
        AddProgress(Course);
        var resume = Course.Lessons.Find(lesson => lesson.Slug == Course.ResumeSlug && !lesson.IsDone);
        Next = resume ?? Course.Lessons.Find(lesson => !lesson.IsDone || (lesson.HasTask && !lesson.IsTaskDone)) ?? Course.Lessons.FirstOrDefault();
        return Page();
    }
}
