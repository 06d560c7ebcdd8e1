namespace CapaCitoyenne.Learning;

/// <summary>Error codes; each is a localization key. Those of single questions and of GIFT files stand with the question engine.</summary>
public static class LearningErrorCodes
{
    public const string CourseSlugTaken = "Learning:CourseSlugTaken";
    public const string LessonSlugTaken = "Learning:LessonSlugTaken";
    public const string TooManyLessons = "Learning:TooManyLessons";
    public const string TooManyQuestions = "Learning:TooManyQuestions";
    /// <summary>The course is public and would be empty.</summary>
    public const string LastLessonOnline = "Learning:LastLessonOnline";

    public const string CourseHasNoLesson = "Learning:CourseHasNoLesson";

    /// <summary>No admin of the space has confirmed an e-mail address yet.</summary>
    public const string EmailNotConfirmed = "Learning:EmailNotConfirmed";

    /// <summary>The lesson can be saved, and not read by others yet: a picture is not described, a button leads nowhere.</summary>
    public const string LessonNotPublishable = "Learning:LessonNotPublishable";

    public const string QuestionNotUsable = "Learning:QuestionNotUsable";
    public const string DocumentNotValid = "Learning:DocumentNotValid";

    /// <summary>The questions were changed between showing and answering; the learner sees the new ones.</summary>
    public const string QuestionsChanged = "Learning:QuestionsChanged";

    public const string LessonHasNoTask = "Learning:LessonHasNoTask";
    public const string TaskUnknown = "Learning:TaskUnknown";

    /// <summary>An archive has no outline, <c>course.json</c>, or none that can be read.</summary>
    public const string ArchiveWithoutCourse = "Learning:ArchiveWithoutCourse";

    /// <summary>A question of an archive cannot be read. Data: File, Line, Reason.</summary>
    public const string ArchiveQuestionsInvalid = "Learning:ArchiveQuestionsInvalid";

    /// <summary>The learner does not belong to the space that is to be checked.</summary>
    public const string NotMemberOfSpace = "Learning:NotMemberOfSpace";
}
