using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Learning.Lessons;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>A course in a list.</summary>
public class CourseListItemDto : EntityDto<Guid>
{
    public string Title { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Summary { get; set; } = "";

    public CourseStatus Status { get; set; }

    public int LessonCount { get; set; }

    /// <summary>Of all lessons together.</summary>
    public int Minutes { get; set; }

    public DateTime? LastModificationTime { get; set; }
}

/// <summary>A course with the outline of its lessons.</summary>
public class CourseDto : AuditedEntityDto<Guid>
{
    public string Title { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>BCP 47: <c>fr</c>.</summary>
    public string Language { get; set; } = "fr";

    public CourseStatus Status { get; set; }

    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>In order.</summary>
    public List<LessonListItemDto> Lessons { get; set; } = [];
}

public class CreateCourseInput
{
    [Required, StringLength(CourseConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>Made from the title when empty.</summary>
    [StringLength(CourseConsts.MaxSlugLength), RegularExpression(CourseConsts.SlugPattern)]
    public string? Slug { get; set; }

    [StringLength(CourseConsts.MaxSummaryLength)]
    public string Summary { get; set; } = "";

    [Required, StringLength(CourseConsts.MaxLanguageLength, MinimumLength = 2)]
    public string Language { get; set; } = "fr";
}

public class UpdateCourseInput : CreateCourseInput
{
    /// <summary>The stamp that was read; an older one gives 409.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";
}
