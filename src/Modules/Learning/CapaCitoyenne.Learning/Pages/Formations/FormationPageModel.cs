using System.Globalization;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Localization;
using CapaCitoyenne.Learning.Progress;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Learning.Pages.Formations;

/// <summary>What the pages of the courses share: the visitor's progress, kept in their browser or in their account.</summary>
public abstract class FormationPageModel : PageModel
{
    private protected ProgressCookie Cookie => HttpContext.RequestServices.GetRequiredService<ProgressCookie>();

    /// <summary>Somebody is signed in.</summary>
    public bool IsLearner => User.Identity?.IsAuthenticated == true;

    /// <summary>The first page that is opened after signing in takes the browser's progress into the account.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpContext.RequestServices.GetRequiredService<ICurrentUser>().Id is { } learner && Cookie.Read() is { Count: > 0 } done)
        {
            await HttpContext.RequestServices.GetRequiredService<ProgressJoiner>().JoinAsync(learner, done.Keys);
            Cookie.Delete();
        }

        await next();
    }

    /// <summary>"3 leçons, 20 minutes", and "1 leçon" where there is one.</summary>
    public static string SizeOf(CatalogueCourseDto course, IStringLocalizer<LearningResource> texts) =>
        texts[course.Lessons.Count == 1 ? "Formations:LessonsAndMinutes:1" : "Formations:LessonsAndMinutes", course.Lessons.Count, course.Minutes];

    /// <summary>Address of a lesson on the hub.</summary>
    public static string AddressOf(CatalogueCourseDto course, CatalogueLessonDto lesson) => $"{course.Path}/{lesson.Slug}";

    /// <summary>False when the space has another address now: the reader came by a former one.</summary>
    private protected bool IsHere(string path) => Request.Path == path;

    /// <summary>The course's language, when the reader's words are in another: for <c>lang</c>, which is left out otherwise.</summary>
    public static string? ForeignLanguage(CatalogueCourseDto course) =>
        course.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? null : course.Language;

    /// <summary>Adds what the browser knows of a visitor.</summary>
    private protected void AddProgress(CatalogueCourseDto course)
    {
        if (IsLearner) return;
        var done = Cookie.Read();
        foreach (var lesson in course.Lessons.Where(lesson => done.ContainsKey(lesson.Id)))
        {
            lesson.IsDone = true;
            lesson.BestRatio = done[lesson.Id];
        }
    }
}
