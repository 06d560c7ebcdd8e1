using System.Text.Json.Serialization;

namespace CapaCitoyenne.Learning.Questions.Scoring;

/// <summary>What a learner answered. Nothing answered is null, which is not the same as wrong.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ChoiceResponse), "choice")]
[JsonDerivedType(typeof(BooleanResponse), "boolean")]
[JsonDerivedType(typeof(TextResponse), "text")]
public abstract record Response;

/// <param name="Selected">Indexes into <see cref="ChoiceQuestion.Choices"/>, in ascending order: not the positions on the screen.</param>
public sealed record ChoiceResponse(IReadOnlyList<int> Selected) : Response;

public sealed record BooleanResponse(bool Value) : Response;

public sealed record TextResponse(string Value) : Response
{
    /// <summary>In characters; the rest is cut off.</summary>
    public const int MaxLength = 500;

    internal static TextResponse? Read(IReadOnlyList<string> values)
    {
        var text = values.Count == 0 ? "" : QuestionText.Clean(values[0]);
        return text.Length == 0 ? null : new TextResponse(text.Length <= MaxLength ? text : text[..MaxLength]);
    }
}
