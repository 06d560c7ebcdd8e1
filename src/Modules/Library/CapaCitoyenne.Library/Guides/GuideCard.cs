using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CapaCitoyenne.Library.Guides;

/// <summary>The structured card; stored as JSON, so that a field can be added without a migration.</summary>
internal sealed record GuideCard
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // stored, never written into a page as it is
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public int? AudienceMin { get; init; }

    public int? AudienceMax { get; init; }

    public int? DurationMinutes { get; init; }

    public GuideDifficulty? Difficulty { get; init; }

    public decimal? CostEuros { get; init; }

    public IReadOnlyList<string> Material { get; init; } = [];

    public IReadOnlyList<GuideStep> Steps { get; init; } = [];

    public IReadOnlyList<string> Variants { get; init; } = [];

    public IReadOnlyList<string> Pitfalls { get; init; } = [];

    public static GuideCard Parse(string json) => json.Length == 0 ? new GuideCard() : JsonSerializer.Deserialize<GuideCard>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

internal sealed record GuideStep(string Text, int? Minutes);
