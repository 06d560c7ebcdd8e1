namespace CapaCitoyenne.Learning.Lessons;

/// <summary>Limits, in characters unless said otherwise.</summary>
public static class LessonConsts
{
    public const int MaxTitleLength = 120;
    public const int MaxSlugLength = 80;
    public const int MaxAimLength = 300;
    public const int MaxDocumentLength = 262_144;
    public const int MaxTaskNameLength = 100;
    public const int MaxTaskTextLength = 500;

    /// <summary>Minutes.</summary>
    public const int MaxMinutes = 60;
}

/// <summary>What learners have of a lesson, beside what its author writes.</summary>
public enum LessonState
{
    /// <summary>Its course is not public.</summary>
    Draft,

    /// <summary>The course is public; this lesson was added since and waits.</summary>
    New,

    /// <summary>Learners read an earlier text, or answer earlier questions.</summary>
    Changed,

    /// <summary>Learners have what is written.</summary>
    Online,
}

/// <summary>When a lesson counts as done. The learner reads the rule in plain words.</summary>
public enum CompletionRule
{
    /// <summary>The best attempt at the questions reaches the lesson's threshold.</summary>
    Passed,

    /// <summary>The learner says so, or answers the questions whatever the mark.</summary>
    Completed,
}
