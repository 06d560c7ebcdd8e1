using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Cards of what another module has, named by URN; title, summary and length come from there. What is not there any more is left out.</summary>
internal abstract class CardsBlock(string type, string scheme) : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(type,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 12, Items = [new(scheme, FieldKind.Reference) { Required = true, NeededToPublish = true, Values = [scheme] }],
        },
    ]);

    public override bool HasContent(Block block, WriterContext context) => Cards(block, context).Any();

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
        => WriteList(writer, "cards", "card", Cards(block, writer.Context).Select<ResolvedLink, Action>(card => () =>
        {
            var address = writer.Context.Absolute(card.Url);
            writer.Tag(heading, "card-title").OpenLink(address).Text(card.Title).Raw("</a>").Spelled(address).Close(heading);
            writer.Element("p", "card-text", card.Summary);
            if (card.Minutes is { } minutes) writer.Element("p", "card-meta", writer.Context.Words.Minutes(minutes));
        }));

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => Cards(block, writer.Context).SelectMany(card => new[]
        {
            writer.Item(writer.WithAddress(card.Title + (card.Minutes is { } minutes ? " (" + writer.Context.Words.Minutes(minutes) + ")" : ""), writer.Context.Absolute(card.Url))),
            string.IsNullOrEmpty(card.Summary) ? null : "  " + card.Summary,
        });

    private IEnumerable<ResolvedLink> Cards(Block block, WriterContext context)
    {
        foreach (var item in block.Items())
        {
            if (item.Text(scheme) is { } urn && urn.StartsWith(scheme + ":", StringComparison.Ordinal) && LinkPolicy.Classify(urn) == LinkKind.Reference
                && context.References.Link(urn) is { Title.Length: > 0 } card)
                yield return card;
        }
    }
}

internal sealed class CoursesBlock() : CardsBlock(BlockTypes.Courses, "course");

internal sealed class GuidesBlock() : CardsBlock(BlockTypes.Guides, "guide");
