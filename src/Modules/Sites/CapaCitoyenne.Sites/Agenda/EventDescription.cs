using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>An event's picture and text as a block document, so that the one library writes them everywhere.</summary>
internal sealed class EventDescription(SiteDocuments documents) : ISingletonDependency
{
    public PageDocument ToDocument(Event one, string language)
    {
        var blocks = new JsonArray();
        if (one.ImageId is { } image)
        {
            var alt = one.ImageIsDecorative ? new JsonObject { ["kind"] = "decorative" } : new JsonObject { ["kind"] = "text", ["text"] = one.ImageAlt };
            blocks.Add(new JsonObject { ["id"] = "image", ["type"] = "image", ["v"] = 1, ["media"] = Urn.Of("media", image), ["alt"] = alt });
        }
        if (one.Markdown is { } markdown) blocks.Add(new JsonObject { ["id"] = "texte", ["type"] = "text", ["v"] = 1, ["markdown"] = markdown });
        return documents.Read(new JsonObject { ["schema"] = "page/1", ["lang"] = language, ["blocks"] = blocks }.ToJsonString());
    }

    /// <summary>Plain text, for calendars and descriptions; links to pages of the site become their words.</summary>
    public string ToText(Event one) => Write(one, wordsOnly: false);

    /// <summary>The words alone, without addresses and marks, for search.</summary>
    public string ToWords(Event one) => Write(one, wordsOnly: true);

    private string Write(Event one, bool wordsOnly)
        => one.Markdown is null ? "" : DocumentWriter.Write(ToDocument(one, "fr"), new WriterContext { Target = WriterTarget.Text, WordsOnly = wordsOnly }).Trim();
}
