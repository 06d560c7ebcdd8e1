using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>People, with what they do.</summary>
internal sealed class TeamBlock : SectionBlock
{
    private const int EmailWidth = 120;

    public override BlockDefinition Definition { get; } = new(BlockTypes.Team,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 40,
            Items =
            [
                new("name", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 120 },
                new("role", FieldKind.Text) { MaxLength = 120 },
                new("media", FieldKind.Media),
                new("alt", FieldKind.Alt),
                new("text", FieldKind.Text) { MaxLength = 1000 },
                new("email", FieldKind.Email) { MaxLength = 254 },
            ],
        },
    ]);

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
        => WriteList(writer, "team", "team-member", block.Items().Select<JsonObject, Action>(item => () =>
        {
            if (writer.Picture(item.Text("media")) is { } media) writer.Picture(media, item.Alt() ?? "", "8em", EmailWidth);
            writer.Element(heading, "team-name", item.Text("name"));
            writer.Element("p", "team-role", item.Text("role"));
            writer.Element("p", "team-text", item.Text("text"));
            if (Email(item.Text("email")) is { } email)
                writer.Tag("p", "team-email").Raw("<a").Attr("href", "mailto:" + email).Raw(">").Text(email).Raw("</a></p>");
        }));

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select(item => writer.Item(string.Join(", ", new[] { item.Text("name"), item.Text("role"), item.Text("text"), Email(item.Text("email")) }.Where(w => !string.IsNullOrWhiteSpace(w)))));

    private static string? Email(string? address) => LinkPolicy.IsEmail(address) ? address : null;
}
