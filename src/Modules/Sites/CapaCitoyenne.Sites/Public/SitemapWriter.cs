using System.Globalization;

namespace CapaCitoyenne.Sites.Public;

/// <summary>The sitemap (sitemaps.org 0.9): one file, or parts and their list where there is too much for one.</summary>
internal static class SitemapWriter
{
    public const string Path = "/sitemap.xml";

    /// <summary>What the format allows in one file.</summary>
    public const int MaxUrls = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string PartPrefix = "/sitemap-";
    private const string PartSuffix = ".xml";

    /// <summary>Of <c>/sitemap-2.xml</c>: 2.</summary>
    public static int? NumberOf(string path)
        => path.StartsWith(PartPrefix, StringComparison.Ordinal) && path.EndsWith(PartSuffix, StringComparison.Ordinal)
            && int.TryParse(path.AsSpan(PartPrefix.Length, path.Length - PartPrefix.Length - PartSuffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 ? number : null;

    /// <param name="paths">Paths and when what is there last changed (UTC).</param>
    /// <param name="part">From 1; null: the whole when it fits into one file, otherwise the list of parts.</param>
    /// <returns>Null: there is no such part.</returns>
    public static byte[]? Write(string url, IReadOnlyList<(string Path, DateTime Changed)> paths, int? part, int maxUrls = MaxUrls)
    {
        var parts = paths.Chunk(maxUrls).ToArray();
        if (part is { } number) return parts.Length > 1 && number <= parts.Length ? WriteUrls(url, parts[number - 1]) : null;
        return parts.Length > 1 ? WriteList(url, parts) : WriteUrls(url, paths);
    }

    private static byte[] WriteUrls(string url, IEnumerable<(string Path, DateTime Changed)> paths) => FeedWriter.Xml(xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var (path, changed) in paths)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, url + path);
            xml.WriteElementString("lastmod", Namespace, FeedWriter.Rfc3339(changed));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static byte[] WriteList(string url, (string Path, DateTime Changed)[][] parts) => FeedWriter.Xml(xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        for (var i = 0; i < parts.Length; i++)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, FormattableString.Invariant($"{url}{PartPrefix}{i + 1}{PartSuffix}"));
            xml.WriteElementString("lastmod", Namespace, FeedWriter.Rfc3339(parts[i].Max(path => path.Changed)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });
}
