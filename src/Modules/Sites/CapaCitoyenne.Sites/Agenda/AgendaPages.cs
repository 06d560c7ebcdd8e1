using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages.Public;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>The agenda of a public site. Made once for all readers; "to come" is as of the day, at the end of which answers are forgotten.</summary>
internal sealed class AgendaPages(
    IEventRepository events, EventPageWriter eventPage, EventDescription descriptions, EventWording wording, RazorViewWriter views, IStringLocalizer<SitesResource> localizer, ITenantStore tenants,
    IClock clock) : ITransientDependency
{
    public const string CalendarPath = Event.Folder + ".ics";
    private const string PagePrefix = Event.Folder + "/page/";
    private const string MonthPrefix = Event.Folder + "/mois/";
    private const string PlacesPath = Event.Folder + "/lieux";
    private const string OverPath = Event.Folder + "/passes";
    private const string CategoryPrefix = Event.Folder + "/categorie/";
    private const string CalendarEnding = ".ics";
    private const int PerPage = 30;
    private const int MaxEvents = 1000;
    private const int MonthsBack = 24;
    private const int MonthsAhead = 24;

    private string _url = "";

    private DateOnly Today => SiteDay.Of(clock.Now);

    public static bool Owns(string path) => path == Event.Folder || path == CalendarPath || path.StartsWith(Event.Folder + "/", StringComparison.Ordinal);

    /// <summary>Null when there is nothing at this path.</summary>
    /// <param name="url">Of the site, without a final slash.</param>
    public async Task<StoredAnswer?> AnswerAsync(Site site, string url, string path)
    {
        _url = url;
        if (path == CalendarPath) return await CalendarAsync(site, null);
        // A site whose module sleeps has no agenda, and an old page may have its address.
        if (path == Event.Folder) return await events.AnyAsync(e => e.IsPublished) ? await UpcomingAsync(1) : null;
        if (path == PlacesPath) return await PlacesAsync();
        if (path == OverPath) return await OverAsync(Today.Year);
        if (After(path, OverPath + "/") is { } year) return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted < Today.Year ? await OverAsync(wanted) : null;
        if (After(path, PagePrefix) is { } page) return int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? await UpcomingAsync(number) : null;
        if (After(path, MonthPrefix) is { } month) return DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? await MonthAsync(first) : null;
        if (After(path, CategoryPrefix) is { } category)
            return category.EndsWith(CalendarEnding, StringComparison.Ordinal) ? await CalendarAsync(site, category[..^CalendarEnding.Length]) : await CategoryAsync(category);
        var slug = path[(Event.Folder.Length + 1)..];
        var isCalendar = slug.EndsWith(CalendarEnding, StringComparison.Ordinal);
        if (isCalendar) slug = slug[..^CalendarEnding.Length];
        if (await events.FindAsync(e => e.Slug == slug) is not { IsPublished: true } found) return null;
        if (isCalendar) return Calendar(found.Title, [found]);
        var (model, head) = await eventPage.WriteAsync(found, site, url);
        return await ViewAsync("PublicEvent", model, found.Path, found.Title, DescriptionOf(found, model), head);
    }

    /// <summary>Paths, and when what is there last changed.</summary>
    public async Task<IEnumerable<(string Path, DateTime Changed)>> SitemapAsync()
    {
        var all = await events.GetUpcomingAsync(Today, onlyPublished: true);
        return all.Count == 0 ? [] : all.Select(one => (one.Path, one.ChangeTime)).Prepend((Event.Folder, all.Max(one => one.ChangeTime)));
    }

    private async Task<StoredAnswer?> UpcomingAsync(int number)
    {
        var all = Times(await events.GetUpcomingAsync(Today, onlyPublished: true), Today, Today.AddYears(1));
        var items = all.Skip((number - 1) * PerPage).Take(PerPage + 1).ToList();
        if (items.Count == 0 && number > 1) return null;
        string title = localizer["Agenda:Title"];
        var model = new PublicAgendaModel(
            title, Views(null), ByMonth(items.Take(PerPage)), localizer["Agenda:Empty"],
            number == 1 ? null : new PublicLink(localizer["Agenda:Sooner"], number == 2 ? Event.Folder : PagePrefix + (number - 1).ToString(CultureInfo.InvariantCulture)),
            items.Count > PerPage ? new PublicLink(localizer["Agenda:Later"], PagePrefix + (number + 1).ToString(CultureInfo.InvariantCulture)) : null,
            await CategoriesAsync(), CalendarPath, WebCal(CalendarPath));
        return await ViewAsync("PublicAgenda", model, number == 1 ? Event.Folder : PagePrefix + number.ToString(CultureInfo.InvariantCulture), title, null);
    }

    private async Task<StoredAnswer?> CategoryAsync(string slug)
    {
        if ((await events.GetCategoriesAsync(onlyPublished: true)).Find(category => category.Slug == slug) is not { Name: { } name }) return null;
        var upcoming = (await events.GetUpcomingAsync(Today, onlyPublished: true)).Where(e => e.CategorySlug == slug);
        var items = Times(upcoming, Today, Today.AddYears(1)).Take(PerPage * 2);
        var calendar = CategoryPrefix + slug + CalendarEnding;
        var model = new PublicAgendaModel(
            localizer["Agenda:CategoryTitle", name], Views(null), ByMonth(items), localizer["Agenda:Empty"], null, null, await CategoriesAsync(), calendar, WebCal(calendar));
        return await ViewAsync("PublicAgenda", model, CategoryPrefix + slug, model.Title, null);
    }

    private async Task<StoredAnswer?> PlacesAsync()
    {
        var all = Times(await events.GetUpcomingAsync(Today, onlyPublished: true), Today, Today.AddYears(1));
        string online = localizer["Agenda:Online"];
        var groups = all.Take(MaxEvents).GroupBy(pair => (pair.Event.PlaceName, pair.Event.PlaceAddress)).OrderBy(group => group.Key.PlaceName ?? group.Key.PlaceAddress ?? "\uffff", StringComparer.CurrentCultureIgnoreCase)
            .Select(group => new PublicEventGroup(
                group.Key.PlaceName ?? group.Key.PlaceAddress ?? online, group.Key.PlaceName is null ? null : group.Key.PlaceAddress,
                group.Key.PlaceAddress is { } address ? new PublicLink(localizer["Agenda:OnMap"], EventPageWriter.MapUrl(address)) : null,
                [.. group.Take(PerPage).Select(pair => ToItem(pair.Event, pair.Occurrence))]));
        var model = new PublicAgendaModel(localizer["Agenda:PlacesTitle"], Views(PlacesPath), [.. groups], localizer["Agenda:Empty"], null, null, [], null, null);
        return await ViewAsync("PublicAgenda", model, PlacesPath, model.Title, null);
    }

    private async Task<StoredAnswer?> OverAsync(int year)
    {
        var from = new DateOnly(Math.Max(year, DateOnly.MinValue.Year), 1, 1);
        var to = year == Today.Year ? Today.AddDays(-1) : new DateOnly(from.Year, 12, 31);
        var all = to < from ? [] : Times(await events.GetPublishedAsync(from, to, MaxEvents), from, to);
        var items = all.AsEnumerable().Where(pair => pair.Occurrence.Times.EndDay < Today).Reverse().ToList();
        var hasEarlier = await events.AnyAsync(e => e.IsPublished && e.Times.StartDay < from);
        if (items.Count == 0 && !hasEarlier && year != Today.Year) return null;
        var model = new PublicAgendaModel(
            localizer["Agenda:OverTitle", year], Views(OverPath), ByMonth(items), localizer["Agenda:EmptyOver"],
            hasEarlier ? new PublicLink(localizer["Agenda:OverTitle", year - 1], OverPath + "/" + (year - 1).ToString(CultureInfo.InvariantCulture)) : null, null, [], null, null);
        return await ViewAsync("PublicAgenda", model, year == Today.Year ? OverPath : OverPath + "/" + year.ToString(CultureInfo.InvariantCulture), model.Title, null);
    }

    private async Task<StoredAnswer?> MonthAsync(DateOnly first)
    {
        var current = new DateOnly(Today.Year, Today.Month, 1);
        if (first < current.AddMonths(-MonthsBack) || first > current.AddMonths(MonthsAhead)) return null;
        var last = first.AddMonths(1).AddDays(-1);
        var all = Times(await events.GetPublishedAsync(first, last, MaxEvents), first, last);
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var weeks = new List<IReadOnlyList<PublicMonthDay>>();
        for (var week = monday; week <= last; week = week.AddDays(7))
            weeks.Add([.. Enumerable.Range(0, 7).Select(week.AddDays).Select(day => day.Month != first.Month ? new PublicMonthDay("", "", false, []) : new PublicMonthDay(
                day.Day.ToString(CultureInfo.CurrentCulture), wording.Day(day), day == Today,
                [.. all.Where(pair => pair.Occurrence.Times.StartDay <= day && pair.Occurrence.Times.EndDay >= day).Select(pair => ToItem(pair.Event, pair.Occurrence, isShort: true))]))]);
        PublicLink? Link(DateOnly month) => month < current.AddMonths(-MonthsBack) || month > current.AddMonths(MonthsAhead) ? null : new PublicLink(EventWording.Month(month), MonthPath(month));
        string[] names = [.. Enumerable.Range(1, 7).Select(day => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7)))];
        var model = new PublicMonthModel(EventWording.Month(first), Views(MonthPath(current)), names, weeks, Link(first.AddMonths(-1)), Link(first.AddMonths(1)), all.Count == 0);
        return await ViewAsync("PublicAgendaMonth", model, MonthPath(first), localizer["Agenda:MonthTitle", model.Title], null);
    }

    private async Task<StoredAnswer?> CalendarAsync(Site site, string? category)
    {
        // What was until recently stays: a calendar that finds an event gone deletes it.
        var all = await events.GetPublishedAsync(Today.AddYears(-1), DateOnly.MaxValue, MaxEvents);
        if (category is not null) all = all.FindAll(e => e.CategorySlug == category);
        if (category is not null && all.Count == 0) return null;
        var name = (await tenants.FindAsync(site.TenantId!.Value))?.Name ?? "";
        return Calendar(category is null ? name : name + " – " + all[0].Category, all);
    }

    private StoredAnswer Calendar(string name, IEnumerable<Event> all) => StoredAnswer.Of(200, AgendaCalendar.ContentType, AgendaCalendar.Write(name, _url, all, descriptions.ToText));

    private async Task<StoredAnswer> ViewAsync(string view, object model, string path, string title, string? description, PageHead? head = null)
    {
        var data = new Dictionary<string, object?> { ["Title"] = title, ["Description"] = description, ["Canonical"] = _url + path, ["Head"] = head };
        return StoredAnswer.Of(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(await views.WriteAsync(view, model, path, data)));
    }

    private static List<(Event Event, Occurrence Occurrence)> Times(IEnumerable<Event> all, DateOnly from, DateOnly to)
        => [.. all.SelectMany(one => one.Occurrences(from, to).Select(occurrence => (one, occurrence)))
            .OrderBy(pair => pair.occurrence.Times.StartDay).ThenBy(pair => pair.occurrence.Times.StartTime).ThenBy(pair => pair.one.Title, StringComparer.CurrentCulture)];

    private List<PublicEventGroup> ByMonth(IEnumerable<(Event Event, Occurrence Occurrence)> items)
        => [.. items.GroupBy(pair => EventWording.Month(pair.Occurrence.Times.StartDay)).Select(group => new PublicEventGroup(group.Key, null, null, [.. group.Select(pair => ToItem(pair.Event, pair.Occurrence))]))];

    private PublicEventItem ToItem(Event one, Occurrence occurrence, bool isShort = false) => new(
        one.Title, one.Path, isShort ? occurrence.Times.StartTime is { } time ? wording.Hour(time) : "" : wording.When(occurrence.Times), EventPageWriter.Start(occurrence.Times),
        one.PlaceName ?? one.PlaceAddress ?? (one.RemoteUrl is null ? null : localizer["Agenda:Online"].Value), one.Category, one.IsCancelled || occurrence.IsCancelled,
        one.IsCancelled ? one.CancellationReason : occurrence.Change?.Reason);

    private List<PublicLink> Views(string? own) =>
    [
        .. new PublicLink[]
        {
            new(localizer["Agenda:View:List"], Event.Folder), new(localizer["Agenda:View:Month"], MonthPath(Today)), new(localizer["Agenda:View:Places"], PlacesPath),
            new(localizer["Agenda:View:Over"], OverPath),
        }.Where(link => link.Url != (own ?? Event.Folder)),
    ];

    private async Task<IReadOnlyList<PublicLink>> CategoriesAsync()
        => [.. (await events.GetCategoriesAsync(onlyPublished: true)).Select(category => new PublicLink(category.Name, CategoryPrefix + category.Slug))];

    private string WebCal(string path) => "webcal://" + _url[(_url.IndexOf("://", StringComparison.Ordinal) + 3)..] + path;

    private string? DescriptionOf(Event one, PublicEventModel model)
        => descriptions.ToText(one) is { Length: > 0 } text ? DocumentInsight.Excerpt(descriptions.ToDocument(one, "fr")) is { Length: > 0 } excerpt ? excerpt : text : model.When;

    private static string MonthPath(DateOnly day) => MonthPrefix + day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string? After(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;
}
