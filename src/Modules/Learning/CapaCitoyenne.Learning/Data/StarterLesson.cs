using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CapaCitoyenne.Learning.Courses;

namespace CapaCitoyenne.Learning.Data;

/// <summary>
/// The files of the starter catalogue, a folder a course, as <see cref="CourseFile"/> says.
/// <c>:::info Title</c> … <c>:::</c> is a callout; the rest is text.
/// </summary>
internal static class StarterLesson
{
    private const string Fence = ":::";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static CourseFile ReadCourse(string slug) => CourseFile.Read(ReadFile($"{slug}/{CourseFile.Name}"));

    public static string ReadFile(string path)
    {
        using var stream = typeof(StarterLesson).Assembly.GetManifestResourceStream($"Starter/{path}")
            ?? throw new FileNotFoundException("No such file in the starter catalogue.", path);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A lesson's Markdown as a <c>page/1</c> document.</summary>
    public static string ToDocument(string markdown, string language)
    {
        var (blocks, text, callout) = (new JsonArray(), new StringBuilder(), (JsonObject?)null);
        foreach (var line in markdown.Split('\n'))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
                continue;
            }

            Add(blocks, callout, text);
            var words = line[Fence.Length..].Trim().Split(' ', 2);
            callout = words[0].Length == 0 ? null : new JsonObject { ["type"] = "callout", ["kind"] = words[0], ["title"] = words.ElementAtOrDefault(1) ?? "" };
        }

        Add(blocks, callout, text);
        return new JsonObject { ["schema"] = "page/1", ["lang"] = language, ["blocks"] = blocks }.ToJsonString(Json);
    }

    private static void Add(JsonArray blocks, JsonObject? callout, StringBuilder text)
    {
        var markdown = text.ToString().Trim();
        text.Clear();
        if (markdown.Length == 0) return;
        var block = new JsonObject { ["id"] = $"b{blocks.Count + 1}", ["type"] = "text", ["v"] = 1 };
        foreach (var (name, value) in callout ?? []) block[name] = value?.DeepClone();
        block["markdown"] = markdown;
        blocks.Add((JsonNode)block);
    }
}
