using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Pages.Public;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What the page of one event shows, and says of itself.</summary>
internal sealed class EventPageWriter(
    EventDescription descriptions, EventWording wording, DocumentRenderer renderer, PageHeadMaker heads, IRegistrationRepository registrations, VisitorFormGuard guard, ITenantStore tenants,
    IClock clock) : ITransientDependency
{
    private const int MaxDates = 12;

    public async Task<(PublicEventModel Model, PageHead Head)> WriteAsync(Event one, Site site, string url)
    {
        var dates = Dates(one);
        // Whoever looks for it by machine is sent to a time at which it is held.
        var next = Upcoming(one).FirstOrDefault(date => !date.IsCancelled) ?? dates.FirstOrDefault() ?? new Occurrence(one.Times.StartDay, one.Times, null);
        var document = descriptions.ToDocument(one, site.Language);
        var when = wording.When(one);
        var name = (await tenants.FindAsync(site.TenantId!.Value))?.Name ?? "";
        var head = await heads.MakeAsync(
            url, ShareContent.CardPath(one.Id, PictureLook.Of(site), one.Title, when, name), document, isArticle: false, image => Json(one, next, url, descriptions.ToText(one), image));
        return (new PublicEventModel(
            one.Title, when, Start(next.Times), one.Category, one.CategorySlug is null ? null : new PublicLink(one.Category!, Event.Folder + "/categorie/" + one.CategorySlug),
            one.IsCancelled, one.CancellationReason, await renderer.RenderAsync(document, new(WriterTarget.Web)), one.PlaceName, one.PlaceAddress, one.PlaceAddress is { } address ? MapUrl(address) : null, one.RemoteUrl,
            one.Recurrence is null ? [] : [.. dates.Select(date => new PublicEventItem(one.Title, one.Path, wording.When(date.Times), Start(date.Times), null, null, date.IsCancelled, date.Change?.Reason))],
            one.Path + ".ics", await FindFormAsync(one)), head);
    }

    /// <summary>The form to sign up; null when nobody can.</summary>
    public async Task<RegistrationFormModel?> FindFormAsync(Event one, RegistrationAnswers? answers = null, IReadOnlyDictionary<string, string>? errors = null, bool isSecond = false, bool offersWaiting = false)
    {
        var open = Dates(one).Where(date => one.IsOpen(date.Day, clock.Now)).ToList();
        if (open.Count == 0) return null;
        var taken = one.Seats is null ? [] : (await registrations.SumByDayAsync(one.Id, open[0].Times.StartDay))
            .Where(sum => sum.State == RegistrationState.Confirmed).ToDictionary(sum => sum.Day, sum => sum.Persons);
        return new RegistrationFormModel(
            one.Id, guard.CreateToken(one.Id, isSecond), one.Title,
            [.. open.Select(date => new RegistrationChoice(date.Day.ToString("O", CultureInfo.InvariantCulture), wording.When(date.Times), taken.GetValueOrDefault(date.Day) >= one.Seats))],
            one.LargestParty, one.RetentionDays, one.Seats, answers ?? new RegistrationAnswers(), errors ?? new Dictionary<string, string>(), offersWaiting);
    }

    public static string MapUrl(string address) => "https://www.openstreetmap.org/search?query=" + Uri.EscapeDataString(address.ReplaceLineEndings(" "));

    /// <summary>For <c>datetime</c>: a day, or an instant with Paris's distance from UTC.</summary>
    public static string Start(EventTimes times) => times.IsAllDay ? times.StartDay.ToString("O", CultureInfo.InvariantCulture) : Iso(times.StartUtc);

    private List<Occurrence> Dates(Event one) => [.. Upcoming(one).Take(MaxDates)];

    private IEnumerable<Occurrence> Upcoming(Event one)
    {
        var today = SiteDay.Of(clock.Now);
        return one.Occurrences(today, one.Recurrence is null ? DateOnly.MaxValue : today.AddYears(1));
    }

    /// <summary>schema.org's Event, of the next time. The encoder leaves nothing that could end a script element.</summary>
    private static string Json(Event one, Occurrence next, string url, string description, string image)
    {
        var times = next.Times;
        var planned = Start(one.Times.On(next.Day));
        var isMoved = Start(times) != planned;
        var places = new JsonArray();
        if (one.PlaceName is not null || one.PlaceAddress is not null)
            places.Add(new JsonObject { ["@type"] = "Place", ["name"] = one.PlaceName ?? one.PlaceAddress, ["address"] = one.PlaceAddress ?? one.PlaceName });
        if (one.RemoteUrl is not null) places.Add(new JsonObject { ["@type"] = "VirtualLocation", ["url"] = one.RemoteUrl });
        var mode = (places.Count, one.RemoteUrl) switch { ( > 1, _) => "Mixed", (_, not null) => "Online", _ => "Offline" };
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org", ["@type"] = "Event", ["name"] = one.Title, ["url"] = url + one.Path, ["startDate"] = Start(times),
            ["endDate"] = times.IsAllDay ? times.EndDay.ToString("O", CultureInfo.InvariantCulture) : Iso(times.EndUtc),
            ["eventStatus"] = "https://schema.org/" + (one.IsCancelled || next.IsCancelled ? "EventCancelled" : isMoved ? "EventRescheduled" : "EventScheduled"),
            ["eventAttendanceMode"] = $"https://schema.org/{mode}EventAttendanceMode", ["location"] = places, ["image"] = image,
        };
        if (isMoved) json["previousStartDate"] = planned;
        if (description.Length > 0) json["description"] = description;
        return json.ToJsonString(JsonSerializerOptions.Web);
    }

    private static string Iso(DateTime utc) => SiteDay.ToOffset(utc).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
