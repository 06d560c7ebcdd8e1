using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Logos of those who help; the text alternative of a logo is the name.</summary>
internal sealed class PartnersBlock : SectionBlock
{
    private const int EmailWidth = 160;

    public override BlockDefinition Definition { get; } = new(BlockTypes.Partners,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 40,
            Items =
            [
                new("name", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 120 },
                new("media", FieldKind.Media),
                new("link", FieldKind.Link) { MaxLength = 2000 },
            ],
        },
    ]);

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
        => WriteList(writer, "partners", "partner", block.Items().Select<JsonObject, Action>(item => () =>
        {
            var name = item.Text("name") ?? "";
            var link = name.Length > 0 ? writer.Resolve(item.Text("link")) : null;
            if (link is not null) writer.OpenLink(link);
            if (writer.Picture(item.Text("media")) is { } logo) writer.Picture(logo, name, "10em", EmailWidth);
            else writer.Element("span", "partner-name", name);
            if (link is not null) writer.Raw("</a>").Spelled(link);
        }));

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select(item => writer.Item(writer.WithAddress(item.Text("name"), writer.Resolve(item.Text("link")))));
}
