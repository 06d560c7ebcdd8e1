using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>One thing to do. A button that leads nowhere, as to a page that is not online yet, only puzzles readers: it is left out.</summary>
internal sealed class ButtonBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Button,
    [
        new("label", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 120 },
        new("target", FieldKind.Link) { Required = true, NeededToPublish = true, MaxLength = 2000 },
        new("emphasis", FieldKind.Choice) { Values = ["primary", "secondary"] },
    ]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (writer.Resolve(block.Text("target")) is not { } address) return;
        writer.Open("p", block).OpenLink(address, IsSecondary(block) ? "button button-secondary" : "button").Text(block.Text("label")).Raw("</a>");
        writer.Spelled(address).Raw("</p>\n");
    }

    public override void WriteEmail(Block block, HtmlWriter writer)
    {
        if (writer.Resolve(block.Text("target")) is not { } address) return;
        var accent = writer.AccentColor;
        var style = "display:inline-block;padding:12px 24px;border:2px solid " + accent + ";text-decoration:none;font-weight:bold;"
            + (IsSecondary(block) ? "color:" + accent : "background:" + accent + ";color:#ffffff");
        writer.Raw("<a").Attr("href", address).Attr("style", style).Raw(">").Text(block.Text("label")).Raw("</a>");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
        => writer.Resolve(block.Text("target")) is { } address ? PlainTextWriter.WithAddress(block.Text("label"), address) : "";

    private static bool IsSecondary(Block block) => block.Text("emphasis") == "secondary";
}
