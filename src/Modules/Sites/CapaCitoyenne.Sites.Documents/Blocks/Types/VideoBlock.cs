using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>
/// A film on another site. Nothing of it is fetched: a picture of the space's own stands there until somebody opens the
/// <c>details</c>, and only then the browser loads the frame.
/// </summary>
internal sealed class VideoBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Video,
    [
        new("url", FieldKind.Video) { Required = true, NeededToPublish = true, MaxLength = 2000 },
        new("title", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 200 },
        new("poster", FieldKind.Media),
        new("transcript", FieldKind.Markdown),
    ]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (VideoAddress.TryParse(block.Text("url")) is not { } video) return;
        writer.Open("figure", block);
        if (writer.Context is { Target: WriterTarget.Web, ShowsFrames: true }) WriteFrame(block, video, writer);
        else WriteLink(block, video, writer);
        if (block.Text("transcript") is { } transcript && !string.IsNullOrWhiteSpace(transcript)) WriteTranscript(transcript, writer);
        // HTML wants the caption first or last.
        if (writer.Context.ShowsFrames && block.Text("title") is { } title && !string.IsNullOrWhiteSpace(title)) writer.Raw("<figcaption>").Text(title).Raw("</figcaption>");
        writer.Raw("</figure>\n");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
        => VideoAddress.TryParse(block.Text("url")) is not { } video
            ? ""
            : PlainTextWriter.Lines(writer.WithAddress(block.Text("title"), video.PageUrl), writer.Markdown(block.Text("transcript")));

    private static void WriteFrame(Block block, VideoAddress video, HtmlWriter writer)
    {
        var (title, words) = (block.Text("title"), writer.Context.Words);
        writer.Tag("details", "video").Raw("<summary>");
        if (writer.Picture(block.Text("poster")) is { } poster) writer.Picture(poster, "", "(min-width: 46em) 42em, 100vw");
        writer.Tag("span", "video-play").Text(words.PlayVideo + (string.IsNullOrWhiteSpace(title) ? "" : " : " + title)).Raw("</span> ");
        writer.Tag("span", "video-note").Text(words.VideoFrom(video.Host)).Raw("</span></summary>");
        writer.Tag("div", "video-frame").Raw("<iframe").Attr("src", video.FrameUrl).Attr("title", string.IsNullOrWhiteSpace(title) ? words.PlayVideo : title);
        // The players need their own origin and to know who shows them; they may not lead this page elsewhere.
        writer.Raw(" loading=\"lazy\" allow=\"picture-in-picture; encrypted-media\" allowfullscreen referrerpolicy=\"strict-origin-when-cross-origin\""
            + " sandbox=\"allow-scripts allow-same-origin allow-presentation allow-popups\"></iframe></div></details>");
    }

    private static void WriteLink(Block block, VideoAddress video, HtmlWriter writer)
    {
        var title = string.IsNullOrWhiteSpace(block.Text("title")) ? video.PageUrl : block.Text("title")!;
        writer.OpenLink(video.PageUrl);
        if (writer.Picture(block.Text("poster")) is { } poster) writer.Picture(poster, "", "(min-width: 46em) 42em, 100vw").Raw("<br>");
        writer.Text(title).Raw("</a>");
        if (title != video.PageUrl) writer.Spelled(video.PageUrl);
    }

    private static void WriteTranscript(string transcript, HtmlWriter writer)
    {
        if (writer.Context.Target != WriterTarget.Web)
        {
            writer.Markdown(transcript);
            return;
        }
        writer.Tag("details", "transcript").Raw("<summary>").Text(writer.Context.Words.Transcript).Raw("</summary>");
        writer.Tag("div", "transcript-text").Markdown(transcript).Raw("</div></details>");
    }
}
