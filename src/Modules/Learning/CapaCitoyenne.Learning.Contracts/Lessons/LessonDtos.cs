using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Learning.Courses;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>A lesson in the outline of its course.</summary>
public class LessonListItemDto : EntityDto<Guid>
{
    public string Title { get; set; } = "";

    public string Slug { get; set; } = "";

    /// <summary>What one can do afterwards, in a sentence.</summary>
    public string Aim { get; set; } = "";

    public int Minutes { get; set; }

    public int QuestionCount { get; set; }

    /// <summary>The exercise's check, when there is an exercise.</summary>
    public string? TaskName { get; set; }

    public LessonState State { get; set; }
}

/// <summary>A lesson as its author edits it.</summary>
public class LessonDto : LessonListItemDto
{
    public Guid CourseId { get; set; }

    /// <summary>A <c>page/1</c> document, as JSON.</summary>
    public string Document { get; set; } = "";

    public CompletionRule CompletionRule { get; set; }

    /// <summary>From 0 to 1, for <see cref="CompletionRule.Passed"/>.</summary>
    public decimal PassRatio { get; set; }

    /// <summary>What the learner is asked to do in the real tool.</summary>
    public string? TaskText { get; set; }

    public string ConcurrencyStamp { get; set; } = "";
}

public class SaveLessonInput
{
    [Required, StringLength(LessonConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>Made from the title when empty.</summary>
    [StringLength(LessonConsts.MaxSlugLength), RegularExpression(CourseConsts.SlugPattern)]
    public string? Slug { get; set; }

    [StringLength(LessonConsts.MaxAimLength)]
    public string Aim { get; set; } = "";

    [Range(1, LessonConsts.MaxMinutes)]
    public int Minutes { get; set; } = 5;

    /// <summary>A <c>page/1</c> document, as JSON; an empty one when missing.</summary>
    [StringLength(LessonConsts.MaxDocumentLength)]
    public string? Document { get; set; }

    public CompletionRule CompletionRule { get; set; }

    [Range(0, 1)]
    public decimal PassRatio { get; set; } = 0.6m;

    /// <summary>One of the names that <see cref="ILessonAppService.GetTasksAsync"/> lists; null for a lesson without exercise.</summary>
    [StringLength(LessonConsts.MaxTaskNameLength)]
    public string? TaskName { get; set; }

    [StringLength(LessonConsts.MaxTaskTextLength)]
    public string? TaskText { get; set; }
}

public class CreateLessonInput : SaveLessonInput
{
    public Guid CourseId { get; set; }
}

public class UpdateLessonInput : SaveLessonInput
{
    /// <summary>The stamp that was read; an older one gives 409.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";
}

public class MoveLessonInput
{
    /// <summary>From 0, the place in the course.</summary>
    [Range(0, CourseConsts.MaxLessons)]
    public int Position { get; set; }
}
