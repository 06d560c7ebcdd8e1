using System.Text.Json;

namespace CapaCitoyenne.Learning.Data;

/// <summary>One folder of the starter catalogue: <c>course.json</c>, and a <c>.md</c> and a <c>.gift</c> file a lesson.</summary>
internal sealed record StarterCourse(string Title, string Summary, string Language, IReadOnlyList<StarterCourseLesson> Lessons)
{
    public static StarterCourse Read(string slug) =>
        JsonSerializer.Deserialize<StarterCourse>(StarterLesson.ReadFile($"{slug}/course.json"), JsonSerializerOptions.Web)!;
}

internal sealed record StarterCourseLesson(string Slug, string Title, string Aim, int Minutes, string? TaskName, string? TaskText);
