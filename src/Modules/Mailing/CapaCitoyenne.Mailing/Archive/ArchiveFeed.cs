using System.Globalization;
using System.Text;
using System.Xml;

namespace CapaCitoyenne.Mailing.Archive;

/// <summary>The archive as Atom (RFC 4287).</summary>
internal static class ArchiveFeed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="author">The association: all entries are its own (§4.1.2).</param>
    public static byte[] Write(string title, string author, string url, string language, IReadOnlyList<LetterPage> pages)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, language);
            xml.WriteElementString("title", Atom, Clean(title));
            xml.WriteElementString("id", Atom, url + "/lettre/archives");
            xml.WriteElementString("updated", Atom, Time(pages.Select(page => page.Time).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
            Link(xml, "self", url + "/lettre/archives/atom.xml");
            Link(xml, "alternate", url + "/lettre/archives");
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, Clean(author));
            xml.WriteEndElement();
            foreach (var page in pages)
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("title", Atom, Clean(page.Title));
                xml.WriteElementString("id", Atom, "urn:uuid:" + page.Id.ToString("D"));
                xml.WriteElementString("published", Atom, Time(page.Time));
                xml.WriteElementString("updated", Atom, Time(page.Time));
                Link(xml, "alternate", url + page.Path);
                if (page.Summary is { } summary) xml.WriteElementString("summary", Atom, Clean(summary));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string text) => string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
