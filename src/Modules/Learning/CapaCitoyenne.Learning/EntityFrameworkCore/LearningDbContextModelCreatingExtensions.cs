using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Progress;
using CapaCitoyenne.Learning.Questions;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Learning.EntityFrameworkCore;

public static class LearningDbContextModelCreatingExtensions
{
    private const int MaxEnumLength = 20;

    /// <summary>The tables of the module Learning, prefixed with its name.</summary>
    public static void ConfigureLearning(this ModelBuilder builder)
    {
        builder.Entity<Course>(b =>
        {
            b.ToTable("LearningCourses");
            b.ConfigureByConvention();
            b.Property(x => x.Slug).HasMaxLength(CourseConsts.MaxSlugLength);
            b.Property(x => x.Title).HasMaxLength(CourseConsts.MaxTitleLength);
            b.Property(x => x.Summary).HasMaxLength(CourseConsts.MaxSummaryLength);
            b.Property(x => x.Language).HasMaxLength(CourseConsts.MaxLanguageLength);
            b.Property(x => x.Status).HasConversion<string>().HasMaxLength(MaxEnumLength);
            b.HasIndex(x => new { x.TenantId, x.Slug }).IsUnique();
        });
        builder.Entity<Lesson>(b =>
        {
            b.ToTable("LearningLessons");
            b.ConfigureByConvention();
            b.Property(x => x.Slug).HasMaxLength(LessonConsts.MaxSlugLength);
            b.Property(x => x.Title).HasMaxLength(LessonConsts.MaxTitleLength);
            b.Property(x => x.Aim).HasMaxLength(LessonConsts.MaxAimLength);
            b.Property(x => x.Document).HasMaxLength(LessonConsts.MaxDocumentLength);
            b.Property(x => x.PublishedDocument).HasMaxLength(LessonConsts.MaxDocumentLength);
            b.Property(x => x.CompletionRule).HasConversion<string>().HasMaxLength(MaxEnumLength);
            b.Property(x => x.PassRatio).HasPrecision(5, 4);
            b.Property(x => x.TaskName).HasMaxLength(LessonConsts.MaxTaskNameLength);
            b.Property(x => x.TaskText).HasMaxLength(LessonConsts.MaxTaskTextLength);
            b.HasIndex(x => new { x.CourseId, x.Slug }).IsUnique();
        });
        builder.Entity<LessonQuestion>(b =>
        {
            b.ToTable("LearningQuestions");
            b.ConfigureByConvention();
            b.Property(x => x.ExternalId).HasMaxLength(QuestionConsts.MaxExternalIdLength);
            b.Property(x => x.Hash).HasMaxLength(QuestionConsts.HashLength);
            b.Property(x => x.Content).HasMaxLength(QuestionConsts.MaxContentLength);
            b.HasIndex(x => new { x.CourseId, x.LessonId, x.Position });
            b.HasIndex(x => x.LessonId);
        });
        ConfigureProgress(builder);
    }

    private static void ConfigureProgress(ModelBuilder builder)
    {
        builder.Entity<Enrolment>(b =>
        {
            b.ToTable("LearningEnrolments");
            b.ConfigureByConvention();
            b.HasIndex(x => new { x.CourseId, x.LearnerId }).IsUnique();
            b.HasIndex(x => x.LearnerId);
        });
        builder.Entity<LessonProgress>(b =>
        {
            b.ToTable("LearningLessonProgress");
            b.ConfigureByConvention();
            b.Property(x => x.Reason).HasConversion<string>().HasMaxLength(MaxEnumLength);
            b.HasIndex(x => new { x.EnrolmentId, x.LessonId }).IsUnique();
        });
        builder.Entity<LessonAttempt>(b =>
        {
            b.ToTable("LearningAttempts");
            b.ConfigureByConvention();
            b.Property(x => x.Mark).HasPrecision(9, 4);
            b.Property(x => x.Available).HasPrecision(9, 4);
            b.HasIndex(x => new { x.EnrolmentId, x.LessonId, x.AnsweredAt });
        });
        builder.Entity<Practice>(b =>
        {
            b.ToTable("LearningPractices");
            b.ConfigureByConvention();
            b.Property(x => x.TaskName).HasMaxLength(LessonConsts.MaxTaskNameLength);
            b.HasIndex(x => new { x.EnrolmentId, x.LessonId }).IsUnique();
            b.HasIndex(x => new { x.SpaceId, x.TaskName });
        });
    }
}
