using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Public;

/// <summary>A post as feeds show it: whole, with absolute addresses.</summary>
internal sealed record FeedEntry(Post Post, string Html, string Summary);

/// <summary>Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.</summary>
internal static class FeedWriter
{
    public const string AtomPath = "/feed.atom";
    public const string RssPath = "/feed.rss";
    public const string JsonPath = "/feed.json";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    public static byte[] WriteAtom(string name, string url, string lang, IReadOnlyList<FeedEntry> entries) => Xml(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, lang);
        xml.WriteElementString("title", Atom, Clean(name));
        xml.WriteElementString("id", Atom, url + "/");
        xml.WriteElementString("updated", Atom, Rfc3339(entries.Select(e => e.Post.PublishedChangeTime!.Value).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
        Link(xml, "self", url + AtomPath);
        Link(xml, "alternate", url + "/");
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(name));
        xml.WriteEndElement();
        foreach (var entry in entries)
        {
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("title", Atom, Clean(entry.Post.PublishedTitle!));
            // Stays when the address of the post, or of the whole site, changes.
            xml.WriteElementString("id", Atom, "urn:uuid:" + entry.Post.Id.ToString("D"));
            xml.WriteElementString("published", Atom, Rfc3339(entry.Post.PublishedTime!.Value));
            xml.WriteElementString("updated", Atom, Rfc3339(entry.Post.PublishedChangeTime!.Value));
            Link(xml, "alternate", url + entry.Post.Path);
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

    public static byte[] WriteRss(string name, string url, string lang, IReadOnlyList<FeedEntry> entries) => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Clean(name));
        xml.WriteElementString("link", url + "/");
        xml.WriteElementString("description", Clean(name));
        xml.WriteElementString("language", lang);
        foreach (var entry in entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(entry.Post.PublishedTitle!));
            xml.WriteElementString("link", url + entry.Post.Path);
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

    public static byte[] WriteJson(string name, string url, string lang, IReadOnlyList<FeedEntry> entries)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", name);
            json.WriteString("home_page_url", url + "/");
            json.WriteString("feed_url", url + JsonPath);
            json.WriteString("language", lang);
            json.WriteStartArray("items");
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("id", "urn:uuid:" + entry.Post.Id.ToString("D"));
                json.WriteString("url", url + entry.Post.Path);
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
