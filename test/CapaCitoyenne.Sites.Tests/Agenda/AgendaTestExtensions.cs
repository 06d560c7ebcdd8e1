using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What organisers and visitors of events do.</summary>
internal static class AgendaTestExtensions
{
    public static SaveEventInput Input(string title, DateOnly day) => new()
    {
        Title = title, Markdown = "Venez **nombreux**.", PlaceName = "Maison des associations", PlaceAddress = "12, rue de l’Église, 75010 Paris",
        Times = new() { StartDay = day, StartTime = new(19, 0), EndDay = day, EndTime = new(21, 0) },
    };

    public static Task<EventDto> AnEvent(this TestSpace space, string title, DateOnly day, RecurrenceDto? recurrence = null, Action<SaveEventInput>? change = null)
    {
        var input = Input(title, day);
        input.Recurrence = recurrence;
        change?.Invoke(input);
        return space.Admin.PostAsync<EventDto>("/api/sites/event", input);
    }

    public static Task<EventDto> Publishes(this TestSpace space, EventDto one) => space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/publish");

    /// <summary>Sends a form of a site as a browser does.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HubFixture hub, string slug, string path, IEnumerable<KeyValuePair<string, string>> fields, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Host = slug + ".localhost:5000";
        request.Headers.Add("Origin", $"http://{slug}.localhost:5000");
        change?.Invoke(request);
        return await hub.NewBrowser().Http.SendAsync(request);
    }

    /// <summary>The signed token of the form that a page shows.</summary>
    public static string TokenIn(string html) => WebUtility.HtmlDecode(Regex.Match(html, "name=\"jeton\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
}
