using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Web.Tests;

/// <summary>The hub's own OpenAPI document, read as the list of its routes.</summary>
internal sealed class ApiDocument(JsonObject document)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static async Task<ApiDocument> ReadAsync(HubFixture hub)
        => new(JsonNode.Parse(await hub.NewBrowser().Http.GetStringAsync("/openapi/v1.json"))!.AsObject());

    public string Text => document.ToJsonString(Indented) + "\n";

    public IEnumerable<ApiRoute> Routes =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "delete" or "patch"
        select new ApiRoute(new HttpMethod(operation.Key.ToUpperInvariant()), path.Key, operation.Value!.AsObject());

    /// <summary>A body that fits the operation's schema, every id in it being <paramref name="id"/>.</summary>
    public JsonNode? Body(ApiRoute route, Guid id) => route.Operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Sample(schema, id, 0) : null;

    private JsonNode? Sample(JsonNode schema, Guid id, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return depth > 4 ? null : Sample(document["components"]!["schemas"]![reference.Split('/')[^1]]!, id, depth + 1);
        }

        if (schema["oneOf"] is JsonArray oneOf)
        {
            return Sample(oneOf.First(option => option!["type"]?.ToString() != "null")!, id, depth);
        }

        if (schema["enum"] is JsonArray values)
        {
            return values[0]!.DeepClone();
        }

        var type = schema["type"] is JsonArray types ? types.Select(t => t!.GetValue<string>()).First(t => t != "null") : schema["type"]?.GetValue<string>();
        return type switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? []).Select(property => KeyValuePair.Create(property.Key, Sample(property.Value!, id, depth + 1)))),
            "array" => new JsonArray(Sample(schema["items"]!, id, depth + 1)),
            "integer" or "number" => 1,
            "boolean" => true,
            "string" when schema["format"]?.ToString() == "uuid" => id.ToString(),
            "string" when schema["format"]?.ToString() == "date-time" => "2026-12-01T10:00:00Z",
            "string" when schema["format"]?.ToString() == "email" => "quelquun@exemple.fr",
            "string" => new string('a', schema["minLength"]?.GetValue<int>() ?? 3),
            _ => null,
        };
    }
}

internal sealed record ApiRoute(HttpMethod Method, string Path, JsonObject Operation)
{
    public bool IsAnonymous => Operation["description"]?.ToString() == "Anonymous.";

    /// <summary>The permissions that the route needs; "signed in" alone for routes about oneself.</summary>
    public IReadOnlyList<string> Permissions => Operation["description"]!.ToString().Replace("Permission: ", "", StringComparison.Ordinal).Split(", ", StringSplitOptions.RemoveEmptyEntries);

    public bool HasId => Path.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Module and noun: <c>/api/mailing/campaign</c>.</summary>
    public string Noun => string.Join('/', Path.Split('/').Take(4));

    /// <param name="space">The slug for routes that name the space themselves.</param>
    public string With(Guid id, string space = "personne") => System.Text.RegularExpressions.Regex.Replace(Path.Replace("{__tenant}", space, StringComparison.Ordinal), @"\{\w+\}", id.ToString(), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    public override string ToString() => $"{Method} {Path}";
}
