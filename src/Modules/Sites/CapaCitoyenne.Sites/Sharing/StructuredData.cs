using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Sharing;

/// <summary>JSON-LD (schema.org) from what the hub knows, never from what somebody typed as code.</summary>
internal static class StructuredData
{
    // "<" becomes \u003C: no text can end the element that holds it.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Who publishes, and how to search the site.</summary>
    public static string OfHome(string url, string name, string? email, string lang) => Write(
        Organization(url, name, email),
        new JsonObject
        {
            ["@type"] = "WebSite", ["@id"] = url + "/#site", ["url"] = url + "/", ["name"] = name, ["inLanguage"] = lang, ["publisher"] = Reference(url),
            ["potentialAction"] = new JsonObject
            {
                ["@type"] = "SearchAction",
                ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = url + Search.SearchRoute.Path + "?q={search_term_string}" },
                ["query-input"] = "required name=search_term_string",
            },
        });

    /// <summary>The way from the home page to a page.</summary>
    public static string OfPage(string url, string home, params (string Title, string Path)[] way) => Write(Breadcrumb(url, home, way));

    public static string OfPost(string url, string home, string newsTitle, Post post, string title, string description, string? image, string lang) => Write(
        new JsonObject
        {
            ["@type"] = "Article", ["headline"] = title, ["description"] = description, ["url"] = url + post.Path, ["mainEntityOfPage"] = url + post.Path, ["inLanguage"] = lang,
            ["datePublished"] = Time(post.PublishedTime!.Value), ["dateModified"] = Time(post.PublishedChangeTime!.Value), ["image"] = image,
            ["author"] = post.PublishedAuthorName is { } author ? new JsonObject { ["@type"] = "Person", ["name"] = author } : Organization(url, home, null),
            ["publisher"] = Organization(url, home, null),
        },
        Breadcrumb(url, home, (newsTitle, Post.Folder), (title, post.Path)));

    private static JsonObject Breadcrumb(string url, string home, params (string Title, string Path)[] way)
    {
        var items = new JsonArray();
        foreach (var (title, path) in way.Prepend((home, "/")))
            items.Add(new JsonObject { ["@type"] = "ListItem", ["position"] = items.Count + 1, ["name"] = title, ["item"] = url + path });
        return new JsonObject { ["@type"] = "BreadcrumbList", ["itemListElement"] = items };
    }

    private static JsonObject Organization(string url, string name, string? email)
    {
        var organization = new JsonObject { ["@type"] = "NGO", ["@id"] = url + "/#association", ["name"] = name, ["url"] = url + "/" };
        if (email is not null) organization["email"] = email;
        return organization;
    }

    private static JsonObject Reference(string url) => new() { ["@id"] = url + "/#association" };

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Write(params JsonObject[] graph)
        => new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. graph]) }.ToJsonString(Options);
}
