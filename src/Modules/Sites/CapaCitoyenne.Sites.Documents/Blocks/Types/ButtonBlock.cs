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
        var (ground, ink) = IsSecondary(block) ? ("transparent", accent) : (accent, "#ffffff");
        // Outlook knows no padding of links: the cell has it there, and its colour everywhere.
        writer.Raw("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px\"><tr><td")
            .Attr("class", IsSecondary(block) ? "button-secondary" : "button")
            .Attr("style", "padding:0;border:2px solid " + accent + ";border-radius:6px;background-color:" + ground + ";mso-padding-alt:12px 24px");
        writer.Raw("><a").Attr("class", IsSecondary(block) ? null : "button").Attr("href", address)
            .Attr("style", "display:inline-block;padding:12px 24px;font-weight:bold;text-decoration:none;color:" + ink).Raw(">").Text(block.Text("label"));
        writer.Raw("</a></td></tr></table>");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
        => writer.Resolve(block.Text("target")) is { } address ? writer.WithAddress(block.Text("label"), address) : "";

    private static bool IsSecondary(Block block) => block.Text("emphasis") == "secondary";
}
