using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>A form of the space on its own pages; where nothing can be filled in, a link to it. Its fields come from <see cref="WriterContext.Form"/>.</summary>
internal sealed class FormBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Form, [new("form", FieldKind.Reference) { Required = true, NeededToPublish = true, Values = ["form"] }]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (Form(block) is not { } urn) return;
        if (writer.Context.Target == WriterTarget.Web && writer.Context.Form(urn) is { } form)
        {
            writer.Open("div", block).Raw(form).Raw("</div>\n");
            return;
        }
        if (writer.Context.References.Link(urn) is not { Title.Length: > 0 } link) return;
        var address = writer.Context.Absolute(link.Url);
        writer.Open("p", block).OpenLink(address).Text(link.Title).Raw("</a>").Spelled(address).Raw("</p>\n");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
        => Form(block) is { } urn && writer.Context.References.Link(urn) is { } link ? writer.WithAddress(link.Title, writer.Context.Absolute(link.Url)) : "";

    private static string? Form(Block block)
        => block.Text("form") is { } urn && urn.StartsWith("form:", StringComparison.Ordinal) && Prose.LinkPolicy.Classify(urn) == Prose.LinkKind.Reference ? urn : null;
}
