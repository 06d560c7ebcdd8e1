using System.Text.Json;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>A lesson's questions in order, as one text: what is put online beside what is written.</summary>
internal sealed record QuestionSet(string Json, int Count)
{
    public static QuestionSet Of(IEnumerable<LessonQuestion> rows)
    {
        var contents = rows.OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => row.Content).ToList();
        return new("[" + string.Join(',', contents) + "]", contents.Count);
    }

    public static List<Question> Read(string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(content => QuestionJson.ReadQuestion(content.GetRawText()))];
    }
}
