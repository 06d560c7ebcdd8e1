namespace CapaCitoyenne.Learning.Courses;

/// <summary>Limits, in characters unless said otherwise.</summary>
public static class CourseConsts
{
    public const int MaxTitleLength = 120;
    public const int MaxSlugLength = 80;
    public const int MaxSummaryLength = 300;
    public const int MaxLanguageLength = 10;

    /// <summary>Lower-case ASCII words joined by hyphens.</summary>
    public const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>Lessons in one course.</summary>
    public const int MaxLessons = 50;

    /// <summary>Courses that one page of courses shows.</summary>
    public const int MaxListed = 200;
}

/// <summary>Whether visitors see the course.</summary>
public enum CourseStatus
{
    Draft,
    Published,
}
