using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CapaCitoyenne.Learning.Questions.Attempts;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>Questions and attempts as JSON, the form in which they are stored. Equal questions give equal text.</summary>
public static class QuestionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ShortestDecimalConverter() },
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Write(Question question) => JsonSerializer.Serialize(question, Options);

    /// <exception cref="JsonException">The text is not a question of a known type.</exception>
    public static Question ReadQuestion(string json) => JsonSerializer.Deserialize<Question>(json, Options) ?? throw new JsonException();

    public static string Write(Attempt attempt) => JsonSerializer.Serialize(attempt, Options);

    /// <exception cref="JsonException">The text is not an attempt.</exception>
    public static Attempt ReadAttempt(string json) => JsonSerializer.Deserialize<Attempt>(json, Options) ?? throw new JsonException();

    /// <summary>64 hexadecimal digits that stand for the content: what is asked, its answers and their marks. Id, tags and category do not count.</summary>
    public static string Hash(Question question)
    {
        var content = Write(question with { ExternalId = null, Tags = [], Category = "" });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    // 0.50 and 0.5 are equal and must be written alike.
    private sealed class ShortestDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
