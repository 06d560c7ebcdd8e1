using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Learning.Pages.Formations;

/// <summary>A lesson: the text, its questions as a plain form, its exercise.</summary>
public sealed class LessonModel(ICatalogueAppService catalogue) : FormationPageModel
{
    /// <summary>Where a question's answers stand in the form: <c>q1</c>, <c>q2</c>…</summary>
    public const string FieldPrefix = "q";

    public LessonPageDto LessonPage { get; private set; } = new();

    /// <summary>The marks, right after answering.</summary>
    public MarkedSheetDto? Marked { get; private set; }

    /// <summary>The questions were changed while the learner answered.</summary>
    [BindProperty(SupportsGet = true, Name = "questions")]
    public string? Notice { get; set; }

    /// <summary>The exercise was taken away while the learner did it.</summary>
    [BindProperty(SupportsGet = true, Name = "exercice")]
    public string? TaskNotice { get; set; }

    public CatalogueLessonDto? Previous => LessonPage.Course.Lessons.ElementAtOrDefault(Index - 1);

    public CatalogueLessonDto? Next => LessonPage.Course.Lessons.ElementAtOrDefault(Index + 1);

    private string Address => AddressOf(LessonPage.Course, LessonPage.Lesson);

    private int Index => LessonPage.Course.Lessons.FindIndex(lesson => lesson.Id == LessonPage.Lesson.Id);

    public async Task<IActionResult> OnGetAsync(string slug, string lesson) =>
        await ShowAsync(slug, lesson) is PageResult page ? IsHere(Address) ? page : LocalRedirectPermanent(Address) : NotFound();

    /// <summary>Marks the questions.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string slug, string lesson, Guid attempt, string version)
    {
        if (await ShowAsync(slug, lesson, attempt) is not PageResult page) return NotFound();
        if (LessonPage.Questions.Version != version) return LocalRedirect(Address + "?questions=nouvelles#questions");
        var input = new AnswerSheetInput
        {
            AttemptId = attempt,
            Version = version,
            Answers = LessonPage.Questions.Questions.ConvertAll(question => new SheetAnswerInput
            {
                Number = question.Number,
                Values = [.. Request.Form[FieldPrefix + question.Number].OfType<string>().Take(QuestionConsts.MaxAnswers)],
            }),
        };
        Marked = await catalogue.AnswerAsync(LessonPage.Lesson.Id, input);
        if (Marked.IsDone)
        {
            LessonPage.Lesson.IsDone = true;
            if (!IsLearner) Cookie.MarkDone(LessonPage.Lesson.Id, Marked.Available == 0 ? 1 : Marked.Mark / Marked.Available);
        }

        return page;
    }

    /// <summary>"I have finished this lesson."</summary>
    public async Task<IActionResult> OnPostCompleteAsync(string slug, string lesson)
    {
        if (await ShowAsync(slug, lesson) is not PageResult) return NotFound();
        if (IsLearner) await catalogue.CompleteAsync(LessonPage.Lesson.Id);
        else if (LessonPage.Lesson.QuestionCount == 0) Cookie.MarkDone(LessonPage.Lesson.Id, 1);
        return LocalRedirect(Address);
    }

    /// <summary>Has the exercise checked in one of the learner's spaces.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug, string lesson, Guid space)
    {
        if (!IsLearner) return Challenge();
        if (await ShowAsync(slug, lesson) is not PageResult) return NotFound();
        if (LessonPage.Task is null) return LocalRedirect(Address + "?exercice=retire#exercice");
        if (!LessonPage.Task.Spaces.Exists(own => own.Id == space)) return Forbid();
        await catalogue.CheckTaskAsync(LessonPage.Lesson.Id, new CheckTaskInput { SpaceId = space });
        return LocalRedirect(Address + "#exercice");
    }

    /// <summary>What became of the answer to a question; null before answering.</summary>
    public MarkedQuestionDto? Mark(SheetQuestionDto question) => Marked?.Questions.Find(marked => marked.Number == question.Number);

    private async Task<IActionResult> ShowAsync(string slug, string lesson, Guid? attempt = null)
    {
        try
        {
            LessonPage = await catalogue.GetLessonAsync(slug, lesson, attempt);
        }
        catch (EntityNotFoundException)
        {
            return NotFound();
        }

        AddProgress(LessonPage.Course);
        LessonPage.Lesson = LessonPage.Course.Lessons.Find(candidate => candidate.Id == LessonPage.Lesson.Id)!;
        return Page();
    }
}
