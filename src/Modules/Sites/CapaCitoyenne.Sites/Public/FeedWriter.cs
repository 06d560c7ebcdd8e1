using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Public;

/// <summary>A post as feeds show it: whole, with absolute addresses.</summary>
internal sealed record FeedEntry(Post Post, string Html, string Summary);

/// <summary>The latest posts of a site or of one of its categories.</summary>
/// <param name="Url">Of the site, without a final slash.</param>
/// <param name="Folder">Path of the page that lists them: <c>/categorie/vie-du-quartier</c>; empty for the site.</param>
internal sealed record Feed(string Name, string Url, string Folder, string Lang, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Address of the page for people.</summary>
    public string PageUrl => Url + (Folder.Length == 0 ? "/" : Folder);
}

/// <summary>Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.</summary>
internal static class FeedWriter
{
    public const string AtomPath = "/feed.atom";
    public const string RssPath = "/feed.rss";
    public const string JsonPath = "/feed.json";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <param name="format"><see cref="AtomPath"/>, <see cref="RssPath"/> or <see cref="JsonPath"/>.</param>
    public static StoredAnswer Write(string format, Feed feed)
    {
        var self = feed.Url + feed.Folder + format;
        return format switch
        {
            AtomPath => StoredAnswer.Of(200, "application/atom+xml; charset=utf-8", WriteAtom(feed, self)),
            RssPath => StoredAnswer.Of(200, "application/rss+xml; charset=utf-8", WriteRss(feed, self)),
            _ => StoredAnswer.Of(200, "application/feed+json; charset=utf-8", WriteJson(feed, self)),
        };
    }

    private static byte[] WriteAtom(Feed feed, string self) => Xml(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, feed.Lang);
        xml.WriteElementString("title", Atom, Clean(feed.Name));
        xml.WriteElementString("id", Atom, feed.PageUrl);
        xml.WriteElementString("updated", Atom, Rfc3339(feed.Entries.Select(e => e.Post.PublishedChangeTime!.Value).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
        Link(xml, "self", self);
        Link(xml, "alternate", feed.PageUrl);
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(feed.Name));
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("title", Atom, Clean(entry.Post.PublishedTitle!));
            // Stays when the address of the post, or of the whole site, changes.
            xml.WriteElementString("id", Atom, "urn:uuid:" + entry.Post.Id.ToString("D"));
            xml.WriteElementString("published", Atom, Rfc3339(entry.Post.PublishedTime!.Value));
            xml.WriteElementString("updated", Atom, Rfc3339(entry.Post.PublishedChangeTime!.Value));
            Link(xml, "alternate", feed.Url + entry.Post.Path);
            if (entry.Post.PublishedAuthorName is { } author)
            {
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, Clean(author));
                xml.WriteEndElement();
            }
            xml.WriteElementString("summary", Atom, Clean(entry.Summary));
            xml.WriteStartElement("content", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Clean(entry.Html));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static byte[] WriteRss(Feed feed, string self) => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Clean(feed.Name));
        xml.WriteElementString("link", feed.PageUrl);
        xml.WriteElementString("description", Clean(feed.Name));
        xml.WriteElementString("language", feed.Lang);
        Link(xml, "self", self);
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(entry.Post.PublishedTitle!));
            xml.WriteElementString("link", feed.Url + entry.Post.Path);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString("urn:uuid:" + entry.Post.Id.ToString("D"));
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", entry.Post.PublishedTime!.Value.ToString("R", CultureInfo.InvariantCulture));
            xml.WriteElementString("description", Clean(entry.Summary));
            xml.WriteElementString("encoded", Content, Clean(entry.Html));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static byte[] WriteJson(Feed feed, string self)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Name);
            json.WriteString("home_page_url", feed.PageUrl);
            json.WriteString("feed_url", self);
            json.WriteString("language", feed.Lang);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                json.WriteStartObject();
                json.WriteString("id", "urn:uuid:" + entry.Post.Id.ToString("D"));
                json.WriteString("url", feed.Url + entry.Post.Path);
                json.WriteString("title", entry.Post.PublishedTitle);
                json.WriteString("summary", entry.Summary);
                json.WriteString("content_html", entry.Html);
                json.WriteString("date_published", Rfc3339(entry.Post.PublishedTime!.Value));
                json.WriteString("date_modified", Rfc3339(entry.Post.PublishedChangeTime!.Value));
                if (entry.Post.PublishedAuthorName is { } author)
                {
                    json.WriteStartArray("authors");
                    json.WriteStartObject();
                    json.WriteString("name", author);
                    json.WriteEndObject();
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    internal static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) write(xml);
        return stream.ToArray();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    internal static string Rfc3339(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no place for control characters.</summary>
    private static string Clean(string text) => text.All(IsXml) ? text : new string([.. text.Where(IsXml)]);

    private static bool IsXml(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
