using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.Pages;

/// <summary>Forms of the pages as a browser without script fills them in.</summary>
internal static partial class PageForms
{
    /// <summary>The fields of the page's own forms, as a browser would send them back.</summary>
    public static async Task<Dictionary<string, string>> OpenFormAsync(this HubClient browser, string path)
    {
        var html = await browser.Http.GetStringAsync(path);
        var form = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        return InputTag().Matches(form)
            .Select(tag => (Name: Attribute(tag.Value, "name"), Value: Attribute(tag.Value, "value")))
            .Where(field => field.Name.Length > 0)
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => field.Value);
    }

    /// <summary>Opens the page, fills in these fields of its form and sends it.</summary>
    /// <param name="handler">Of the page, for a form that is not its first.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(this HubClient browser, string path, string? handler = null, params (string Name, string Value)[] answers)
    {
        var fields = await browser.OpenFormAsync(path);
        foreach (var (name, value) in answers)
            fields[name] = value;
        return await browser.Http.PostAsync(handler is null ? path : $"{path}?handler={handler}", new FormUrlEncodedContent(fields));
    }

    /// <summary>The page's text, without the marks of HTML.</summary>
    public static async Task<string> ReadAsync(this HubClient browser, string path) => WebUtility.HtmlDecode(await browser.Http.GetStringAsync(path));

    public static async Task<string> ReadPageAsync(this HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex InputTag();
}
