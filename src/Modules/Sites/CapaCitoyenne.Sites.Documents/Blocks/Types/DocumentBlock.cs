using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>One file to take away. The link says what it is and how large: « Statuts (PDF, 2 Mo) ».</summary>
internal sealed class DocumentBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Document,
    [
        new("media", FieldKind.Media) { Required = true, NeededToPublish = true },
        new("title", FieldKind.Text) { MaxLength = 200 },
    ]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (!IsFound(block.Fields, writer.Context)) return;
        writer.Open("p", block);
        WriteFile(block.Fields, writer);
        writer.Raw("</p>\n");
    }

    public override string WriteText(Block block, PlainTextWriter writer) => FileText(block.Fields, writer);

    internal static bool IsFound(JsonObject fields, WriterContext context) => Find(fields, context) is not null;

    /// <summary>The link to the file that <paramref name="fields"/> name.</summary>
    internal static void WriteFile(JsonObject fields, HtmlWriter writer)
    {
        if (Find(fields, writer.Context) is not { } media) return;
        var address = writer.Context.Absolute(media.Url);
        writer.OpenLink(address, "file").Tag("span", "file-title").Text(TitleOf(fields, media, writer.Context)).Raw("</span>");
        if (Info(media, writer.Context) is { Length: > 0 } info) writer.Raw(" ").Tag("span", "file-info").Text("(" + info + ")").Raw("</span>");
        writer.Raw("</a>").Spelled(address);
    }

    internal static string FileText(JsonObject fields, PlainTextWriter writer)
    {
        var context = writer.Context;
        if (Find(fields, context) is not { } media) return "";
        var info = Info(media, context);
        return writer.WithAddress(TitleOf(fields, media, context) + (info.Length > 0 ? " (" + info + ")" : ""), context.Absolute(media.Url));
    }

    private static ResolvedMedia? Find(JsonObject fields, WriterContext context) => context.References.Media(fields.Text("media") ?? "");

    private static string TitleOf(JsonObject fields, ResolvedMedia media, WriterContext context)
        => new[] { fields.Text("title"), media.Title, FileTypes.NameOf(media.ContentType), context.Words.Document }.First(title => !string.IsNullOrWhiteSpace(title))!;

    private static string Info(ResolvedMedia media, WriterContext context)
        => string.Join(", ", new[] { FileTypes.NameOf(media.ContentType), media.Size > 0 ? context.Words.FileSize(media.Size) : null }.OfType<string>());
}
