using System.Globalization;
using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Sites.Integration;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>Writes what the site has into the document of a letter: its news with picture, excerpt and link, then the calendar.</summary>
internal sealed class GazetteWriter(IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    private const int MaxAltLength = 300;

    /// <summary>Where the site has all its news.</summary>
    private const string NewsPath = "/actualites";

    /// <param name="intro">Markdown; null for a greeting.</param>
    /// <param name="inShort">News below the others for which there is no room; null when there is.</param>
    /// <returns>A page/1 document.</returns>
    public string Write(string language, string? intro, IReadOnlyList<SiteNews> news, IReadOnlyList<SiteEvent> events, NewsInShort? inShort = null)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var blocks = new JsonArray { Block("intro", "text", ("markdown", intro ?? localizer["Mailing:Gazette:Intro"].Value)) };
            for (var i = 0; i < news.Count; i++) AddNews(blocks, news[i], i + 1);
            if (inShort is not null) blocks.Add(Block("short", "text", ("markdown", Titles(inShort))));
            if (events.Count > 0) blocks.Add(Block("agenda", "text", ("markdown", Calendar(events))));
            return new JsonObject { ["schema"] = "page/1", ["lang"] = language, ["blocks"] = blocks }.ToJsonString();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private void AddNews(JsonArray blocks, SiteNews news, int number)
    {
        var id = "n" + number.ToString(CultureInfo.InvariantCulture);
        if (news.PictureUrn is { } picture)
        {
            var image = Block(id + "image", "image", ("media", picture), ("link", news.Urn));
            image["alt"] = string.IsNullOrWhiteSpace(news.PictureAlt)
                ? new JsonObject { ["kind"] = "decorative" }
                : new JsonObject { ["kind"] = "text", ["text"] = news.PictureAlt[..Math.Min(news.PictureAlt.Length, MaxAltLength)] };
            blocks.Add(image);
        }

        blocks.Add(Block(id + "text", "text", ("markdown", $"## {MarkdownText.Escape(news.Title)}\n\n{MarkdownText.Escape(news.Excerpt)}")));
        blocks.Add(Block(id + "link", "button", ("label", localizer["Mailing:Gazette:Read"].Value), ("target", news.Urn), ("emphasis", "secondary")));
    }

    private string Titles(NewsInShort news)
    {
        var titles = string.Join('\n', news.Titles.Select(one => $"- [{MarkdownText.Escape(one.Title)}]({one.Urn})"));
        var others = news.Others == 0 ? "" : $"\n\n[{localizer[news.Others == 1 ? "Mailing:Gazette:OneOther" : "Mailing:Gazette:Others", news.Others].Value}]({NewsPath})";
        return $"## {localizer["Mailing:Gazette:InShort"].Value}\n\n{titles}{others}";
    }

    private string Calendar(IReadOnlyList<SiteEvent> events) => $"## {localizer["Mailing:Gazette:Events"].Value}\n\n" + string.Join(
        '\n', events.Select(one => $"- **[{MarkdownText.Escape(one.Title)}]({one.Path})**  \n  {MarkdownText.Escape(string.Join(", ", new[] { one.When, one.Place }.Where(w => !string.IsNullOrWhiteSpace(w))))}"));

    private static JsonObject Block(string id, string type, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var block = new JsonObject { ["id"] = id, ["type"] = type, ["v"] = 1 };
        foreach (var (name, value) in fields) block[name] = value;
        return block;
    }
}

/// <param name="Titles">Shown by their titles.</param>
/// <param name="Others">How many more there are on the site.</param>
internal sealed record NewsInShort(IReadOnlyList<SiteNews> Titles, int Others);
