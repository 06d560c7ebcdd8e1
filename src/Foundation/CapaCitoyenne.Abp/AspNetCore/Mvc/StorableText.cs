using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc;

/// <summary>
/// Text with the character U+0000, which PostgreSQL cannot store, is a malformed request wherever it comes in: 400 here instead of
/// 500 at the database.
/// </summary>
internal sealed class StorableTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Check(reader.GetString());

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Check(reader.GetString())!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string? Check(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true ? throw new JsonException("U+0000") : text;
}

internal static class StorableText
{
    /// <summary>The same for values of route, query and form.</summary>
    public static void Check(ModelStateDictionary modelState)
    {
        if (modelState.Values.Any(entry => entry.AttemptedValue?.Contains('\0', StringComparison.Ordinal) == true))
        {
            throw new BadHttpRequestException("U+0000");
        }
    }
}
