using System.Globalization;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Where something is: the address in words, and a link to OpenStreetMap. No tile of another server is loaded.</summary>
internal sealed class MapBlock : SectionBlock
{
    private const int DefaultZoom = 17;

    public override BlockDefinition Definition { get; } = new(BlockTypes.Map,
    [
        Title,
        new("address", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 300 },
        new("lat", FieldKind.Decimal) { Min = -90, Max = 90 },
        new("lon", FieldKind.Decimal) { Min = -180, Max = 180 },
        new("zoom", FieldKind.Integer) { Min = 1, Max = 19 },
    ]);

    public override bool HasContent(Block block, WriterContext context) => !string.IsNullOrWhiteSpace(block.Text("address"));

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        var link = MapUrl(block);
        writer.Tag("div", "map-card").Tag("address", "map-address").Text(block.Text("address")).Raw("</address>");
        writer.Tag("p", "map-link").OpenLink(link).Text(writer.Context.Words.OpenMap).Raw("</a>").Spelled(link).Raw("</p></div>");
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer) => [block.Text("address"), writer.Context.WordsOnly ? null : writer.WithAddress(writer.Context.Words.OpenMap, MapUrl(block))];

    /// <summary>A mark at the point when it is known, else a search for the address.</summary>
    private static string MapUrl(Block block)
    {
        if (Number(block.Fields["lat"], 90) is not { } lat || Number(block.Fields["lon"], 180) is not { } lon)
            return "https://www.openstreetmap.org/search?query=" + Uri.EscapeDataString(block.Text("address") ?? "");
        var zoom = Math.Clamp(block.Number("zoom") ?? DefaultZoom, 1, 19);
        return string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map={zoom}/{lat}/{lon}");
    }

    private static decimal? Number(JsonNode? node, int limit)
        => node is JsonValue value && value.TryGetValue(out decimal number) && Math.Abs(number) <= limit ? Math.Round(number, 6) : null;
}
