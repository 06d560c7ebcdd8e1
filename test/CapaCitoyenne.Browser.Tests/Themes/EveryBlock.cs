using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests.Themes;

/// <summary>An association with a page on which every block of the catalogue stands (<c>etc/samples/every-block.json</c>), a post, a form, an event to sign up for and pictures.</summary>
internal sealed class EveryBlock(Visitor editor, string slug)
{
    public const string Path = "/tous-les-blocs";

    public Visitor Editor { get; } = editor;

    public string Slug { get; } = slug;

    /// <summary>What the hub itself draws around the texts: lists, forms and what a search finds.</summary>
    public IReadOnlyList<string> OtherPaths { get; private set; } = [];

    public static async Task<EveryBlock> OnTheSiteOfAsync(BrowserHub hub, string association, string email)
    {
        var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, association, email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.PublishesTheirHomePageAsync();
        var site = new EveryBlock(lea, slug);
        await site.FillAsync(hub);
        return site;
    }

    /// <summary>Asks the API as the signed-in editor does.</summary>
    public async Task<JsonNode> CallAsync(string method, string path, object? body = null, IFormData? form = null)
    {
        var cookies = await Editor.Page.Context.CookiesAsync();
        var response = await Editor.Page.Context.APIRequest.FetchAsync(path, new APIRequestContextOptions
        {
            Method = method, DataObject = body, Multipart = form,
            Headers = new Dictionary<string, string>
            {
                ["__tenant"] = Slug, ["X-XSRF-TOKEN"] = Uri.UnescapeDataString(cookies.Single(cookie => cookie.Name == "XSRF-TOKEN").Value),
            },
        });
        var text = await response.TextAsync();
        response.Ok.ShouldBeTrue($"{method} {path} → {response.Status}\n{text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    private async Task FillAsync(BrowserHub hub)
    {
        var document = await File.ReadAllTextAsync(Samples.EveryBlock);
        foreach (var (name, file, type) in new[] { ("jardin", Samples.Garden, "image/jpeg"), ("salle", Samples.Hall, "image/jpeg") })
            document = document.Replace("media:" + name + "\"", await UploadAsync(await File.ReadAllBytesAsync(file), name + ".jpg", type) + "\"", StringComparison.Ordinal);
        document = document.Replace("media:statuts\"", await UploadAsync(SmallPdf, "statuts.pdf", "application/pdf") + "\"", StringComparison.Ordinal);
        var form = await AFormAsync();
        document = document.Replace("form:contact\"", "form:" + form + "\"", StringComparison.Ordinal);
        await hub.RunJobsAsync();
        await PublishAsync("page", "Tous les blocs", document);
        await PublishAsync("post", "La serre est montée", """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Douze personnes, deux perceuses et un gâteau au potimarron."}]}""");
        OtherPaths = ["/actualites", "/actualites/la-serre-est-montee", "/agenda", await AnEventAsync(), "/formulaire/" + form, "/recherche?q=serre"];
    }

    private async Task PublishAsync(string kind, string title, string document)
    {
        var made = await CallAsync("POST", $"/api/sites/{kind}", new { title, document });
        await CallAsync("POST", $"/api/sites/{kind}/{made["id"]}/publish");
    }

    private async Task<string> UploadAsync(byte[] bytes, string name, string type)
    {
        var form = Editor.Page.Context.APIRequest.CreateFormData();
        form.Set("file", new FilePayload { Name = name, MimeType = type, Buffer = bytes });
        return (await CallAsync("POST", "/api/sites/media", form: form))["urn"]!.GetValue<string>();
    }

    private async Task<string> AFormAsync()
    {
        var form = await CallAsync("POST", "/api/sites/form", new { template = "Contact" });
        return form["id"]!.GetValue<string>();
    }

    private async Task<string> AnEventAsync()
    {
        var day = DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var made = await CallAsync("POST", "/api/sites/event", new
        {
            title = "Atelier semis", markdown = "Apportez **un pot**.", placeName = "Le jardin", placeAddress = "12 rue des Cascades, 75020 Paris", hasRegistration = true, seats = 12,
            times = new { startDay = day, startTime = "14:00:00", endDay = day, endTime = "17:00:00" }, recurrence = new { kind = "Weekly" },
        });
        return (await CallAsync("POST", $"/api/sites/event/{made["id"]}/publish"))["path"]!.GetValue<string>();
    }

    private static byte[] SmallPdf => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
        + "trailer<</Root 1 0 R>>\n%%EOF\n");
}
