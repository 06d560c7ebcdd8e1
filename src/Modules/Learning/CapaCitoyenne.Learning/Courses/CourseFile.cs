using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CapaCitoyenne.Learning.Lessons;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>
/// The outline of a course in a folder of files, <c>course.json</c>. Beside it each lesson has a <c>.md</c> and, where it asks something, a
/// <c>.gift</c>, so that an author edits them with any editor.
/// </summary>
internal sealed record CourseFile(string Title, string Summary, string Language, IReadOnlyList<LessonFile> Lessons)
{
    public const string Name = "course.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">It is none.</exception>
    public static CourseFile Read(string json)
        => JsonSerializer.Deserialize<CourseFile>(json, Json) is { } file && file.Lessons.All(lesson => lesson is not null) ? file : throw new JsonException();

    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";
}

/// <summary>A lesson in the outline.</summary>
internal sealed record LessonFile(
    string Slug, string Title, string Aim, int Minutes, string? TaskName = null, string? TaskText = null, CompletionRule CompletionRule = CompletionRule.Passed, decimal PassRatio = 0.6m)
{
    public static LessonFile Of(Lesson lesson)
        => new(lesson.Slug, lesson.Title, lesson.Aim, lesson.Minutes, lesson.TaskName, lesson.TaskText, lesson.CompletionRule, lesson.PassRatio);

    /// <summary>The name of its files, without what they end with.</summary>
    /// <param name="position">From 0.</param>
    public string PathAt(int position) => $"{position + 1}-{Slug}";
}
