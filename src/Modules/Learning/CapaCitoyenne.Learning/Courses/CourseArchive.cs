using System.Text.Json;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Localization;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Questions.Gift;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.Sites.Media;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>A course in files that last: see <see cref="CourseFile"/>, and the pictures of its lessons. It is sent while it is read, and read back.</summary>
internal sealed class CourseArchive(
    ILessonRepository lessons, IRepository<LessonQuestion, Guid> questions, QuestionImporter importer, CourseManager manager, ICourseAppService courseService,
    ILessonAppService lessonService, IPageDocumentIntegrationService documents, IMediaIntegrationService media, IGuidGenerator guids, IStringLocalizer<LearningResource> texts)
    : ITransientDependency
{
    private const int MaxOutlineBytes = 500_000;

    // A character takes two bytes at most in French and its neighbours; the twin is shorter than the document.
    private const int MaxLessonBytes = 2 * LessonConsts.MaxDocumentLength;

    /// <summary>As it is written now, online or not.</summary>
    public async Task WriteAsync(Course course, Stream target, CancellationToken cancellationToken)
    {
        await using var archive = new MediaArchive(target, media);
        var (written, losses) = (new List<LessonFile>(), new List<GiftIssue>());
        foreach (var outline in await lessons.GetOutlineAsync([course.Id]))
        {
            var lesson = await lessons.GetAsync(outline.Id, cancellationToken);
            var file = LessonFile.Of(lesson);
            var path = file.PathAt(written.Count);
            await archive.AddAsync(path + ".md", documents.ToTwin(lesson.Document), cancellationToken);
            var rows = await questions.GetListAsync(question => question.LessonId == lesson.Id, cancellationToken);
            var gift = GiftWriter.Write(rows.OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => row.Read()));
            if (rows.Count > 0) await archive.AddAsync(path + ".gift", gift.Text, cancellationToken);
            losses.AddRange(gift.Losses);
            written.Add(file);
        }

        await archive.AddAsync(CourseFile.Name, new CourseFile(course.Title, course.Summary, course.Language, written).Write(), cancellationToken);
        if (losses.Count > 0) await archive.AddAsync(texts["Archive:LossesName"], string.Concat(losses.Select(loss => loss.ToText(texts) + "\n")), cancellationToken);
        await archive.AddMediaAsync(cancellationToken);
    }

    /// <summary>A new course of the current space, as a draft, at an address that is free.</summary>
    /// <exception cref="BusinessException">
    /// <see cref="LearningErrorCodes.ArchiveWithoutCourse"/>, <see cref="LearningErrorCodes.ArchiveQuestionsInvalid"/>; those of
    /// <see cref="MediaArchiveReader"/>, and of writing courses and lessons.
    /// </exception>
    public async Task<CourseDto> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var archive = MediaArchiveReader.Open(source);
        var file = Outline(await archive.ReadAsync(CourseFile.Name, MaxOutlineBytes, cancellationToken));
        var course = await courseService.CreateAsync(new CreateCourseInput
        {
            Title = file.Title, Summary = file.Summary, Language = file.Language, Slug = await manager.FindFreeSlugAsync(file.Title),
        });
        for (var position = 0; position < file.Lessons.Count; position++) await AddAsync(course.Id, file.Lessons[position], file.Lessons[position].PathAt(position), archive, cancellationToken);
        return await courseService.GetAsync(course.Id);
    }

    private async Task AddAsync(Guid courseId, LessonFile file, string path, MediaArchiveReader archive, CancellationToken cancellationToken)
    {
        var text = await archive.ReadAsync(path + ".md", MaxLessonBytes, cancellationToken);
        var lesson = await lessonService.CreateAsync(new CreateLessonInput
        {
            CourseId = courseId, Title = file.Title, Slug = file.Slug, Aim = file.Aim, Minutes = file.Minutes, TaskName = file.TaskName, TaskText = file.TaskText,
            CompletionRule = file.CompletionRule, PassRatio = file.PassRatio,
            Document = text is null ? null : documents.FromTwin(await archive.BringMediaAsync(text, media, cancellationToken)),
        });
        if (await archive.ReadAsync(path + ".gift", GiftReader.MaxLength, cancellationToken) is not { } gift) return;
        var read = GiftReader.Read(gift);
        if (read.Issues.FirstOrDefault(issue => issue.Code != GiftErrorCodes.QuestionRepeated) is { } issue)
            throw new BusinessException(LearningErrorCodes.ArchiveQuestionsInvalid).WithData("File", path + ".gift").WithData("Line", issue.Line).WithData("Reason", issue.ToText(texts));
        var first = await importer.FindPlaceAsync(lesson.Id, read.Questions.Count);
        await questions.InsertManyAsync(read.Questions.Select((question, i) => new LessonQuestion(guids.Create(), courseId, lesson.Id, first + i, question.Question)), autoSave: true, cancellationToken);
    }

    private static CourseFile Outline(string? json)
    {
        try
        {
            return json is null ? throw new BusinessException(LearningErrorCodes.ArchiveWithoutCourse) : CourseFile.Read(json);
        }
        catch (JsonException exception)
        {
            throw new BusinessException(LearningErrorCodes.ArchiveWithoutCourse, innerException: exception);
        }
    }
}
