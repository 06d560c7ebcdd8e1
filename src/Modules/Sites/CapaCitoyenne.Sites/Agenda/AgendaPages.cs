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
    private const string PagePart = "/page/";
    private const string MonthPrefix = Event.Folder + "/mois/";
    private const string PlacesPath = Event.Folder + "/lieux";
    private const string OverPath = Event.Folder + "/passes";
    private const string CategoryPrefix = Event.Folder + "/categorie/";
    private const string CalendarEnding = ".ics";
    private const int PerPage = 30;
    private const int MaxPages = 10_000;
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
        var (number, at) = (1, path.LastIndexOf(PagePart, StringComparison.Ordinal));
        if (at >= 0)
        {
            if (!int.TryParse(path[(at + PagePart.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 2 or > MaxPages) return null;
            path = path[..at];
        }
        // A site whose module sleeps has no agenda, and an old page may have its address.
        if (path == Event.Folder) return await events.AnyAsync(e => e.IsPublished) ? await PageAsync(await UpcomingAsync(), number) : null;
        if (path == PlacesPath) return await PageAsync(await PlacesAsync(), number);
        if (After(path, CategoryPrefix) is { } category && !category.EndsWith(CalendarEnding, StringComparison.Ordinal))
            return await CategoryAsync(category) is { } shelf ? await PageAsync(shelf, number) : null;
        return number == 1 ? await SingleAsync(site, path) : null;
    }

    /// <summary>What has no further pages.</summary>
    private async Task<StoredAnswer?> SingleAsync(Site site, string path)
    {
        if (path == CalendarPath) return await CalendarAsync(site, null);
        if (path == OverPath) return await OverAsync(Today.Year);
        if (After(path, OverPath + "/") is { } year) return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted < Today.Year ? await OverAsync(wanted) : null;
        if (After(path, MonthPrefix) is { } month) return DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? await MonthAsync(first) : null;
        if (After(path, CategoryPrefix) is { } category) return await CalendarAsync(site, category[..^CalendarEnding.Length]);
        var slug = path[(Event.Folder.Length + 1)..];
        var isCalendar = slug.EndsWith(CalendarEnding, StringComparison.Ordinal);
        if (isCalendar) slug = slug[..^CalendarEnding.Length];
        if (await events.FindAsync(e => e.Slug == slug) is not { IsPublished: true } found) return null;
        if (isCalendar) return Calendar(found.Title, [found]);
        var (model, head) = await eventPage.WriteAsync(found, site, _url);
        return await ViewAsync("PublicEvent", model, found.Path, found.Title, DescriptionOf(found, model), head);
    }

    /// <summary>Paths, and when what is there last changed.</summary>
    public async Task<IEnumerable<(string Path, DateTime Changed)>> SitemapAsync()
    {
        var all = await events.GetUpcomingAsync(Today, onlyPublished: true);
        return all.Count == 0 ? [] : all.Select(one => (one.Path, one.ChangeTime)).Prepend((Event.Folder, all.Max(one => one.ChangeTime)));
    }

    /// <summary>What is to come within a year, as one address lists it page by page.</summary>
    private sealed record Shelf(
        string Path, string Title, IEnumerable<(Event Event, Occurrence Occurrence)> Items, Func<IEnumerable<(Event Event, Occurrence Occurrence)>, List<PublicEventGroup>> Group,
        IReadOnlyList<PublicLink> Categories, string? Calendar, string Back = "Agenda:Sooner", string On = "Agenda:Later");

    private async Task<StoredAnswer?> PageAsync(Shelf shelf, int number)
    {
        var items = shelf.Items.Skip((number - 1) * PerPage).Take(PerPage + 1).ToList();
        if (items.Count == 0 && number > 1) return null;
        var model = new PublicAgendaModel(
            shelf.Title, Views(shelf.Path), shelf.Group(items.Take(PerPage)), localizer["Agenda:Empty"],
            number == 1 ? null : new PublicLink(localizer[shelf.Back], PathOf(number - 1)), items.Count > PerPage ? new PublicLink(localizer[shelf.On], PathOf(number + 1)) : null,
            shelf.Categories, shelf.Calendar, shelf.Calendar is null ? null : WebCal(shelf.Calendar));
        return await ViewAsync("PublicAgenda", model, PathOf(number), shelf.Title, null);

        string PathOf(int page) => page == 1 ? shelf.Path : shelf.Path + PagePart + page.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<Shelf> UpcomingAsync() => new(Event.Folder, localizer["Agenda:Title"], await ToComeAsync(), ByMonth, await CategoriesAsync(), CalendarPath);

    private async Task<Shelf?> CategoryAsync(string slug)
    {
        if ((await events.GetCategoriesAsync(onlyPublished: true)).Find(category => category.Slug == slug) is not { Name: { } name }) return null;
        var items = (await ToComeAsync()).FindAll(pair => pair.Event.CategorySlug == slug);
        return new(CategoryPrefix + slug, localizer["Agenda:CategoryTitle", name], items, ByMonth, await CategoriesAsync(), CategoryPrefix + slug + CalendarEnding);
    }

    private async Task<Shelf> PlacesAsync()
    {
        var items = (await ToComeAsync()).OrderBy(pair => pair.Event.PlaceName ?? pair.Event.PlaceAddress ?? "\uffff", StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(pair => pair.Event.PlaceAddress, StringComparer.CurrentCultureIgnoreCase);
        return new(PlacesPath, localizer["Agenda:PlacesTitle"], items, ByPlace, [], null, "Agenda:PreviousPage", "Agenda:NextPage");
    }

    private async Task<List<(Event Event, Occurrence Occurrence)>> ToComeAsync() => Times(await events.GetUpcomingAsync(Today, onlyPublished: true), Today, Today.AddYears(1));

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
        var name = (await tenants.FindAsync(site.TenantId!.Value))?.Name ?? "";
        if (category is null) return Calendar(name, all);
        // Who follows a category has a file, be it empty, as long as anything in it was ever online.
        return await events.FirstOrDefaultAsync(e => e.CategorySlug == category && e.PublishedTime != null) is { } one
            ? Calendar(name + " – " + one.Category, all.FindAll(e => e.CategorySlug == category)) : null;
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

    private List<PublicEventGroup> ByPlace(IEnumerable<(Event Event, Occurrence Occurrence)> items)
        => [.. items.GroupBy(pair => (pair.Event.PlaceName, pair.Event.PlaceAddress)).Select(group => new PublicEventGroup(
            group.Key.PlaceName ?? group.Key.PlaceAddress ?? localizer["Agenda:Online"], group.Key.PlaceName is null ? null : group.Key.PlaceAddress,
            group.Key.PlaceAddress is { } address ? new PublicLink(localizer["Agenda:OnMap"], EventPageWriter.MapUrl(address)) : null,
            [.. group.Select(pair => ToItem(pair.Event, pair.Occurrence))]))];

    private PublicEventItem ToItem(Event one, Occurrence occurrence, bool isShort = false) => new(
        one.Title, one.Path, isShort ? occurrence.Times.StartTime is { } time ? wording.Hour(time) : "" : wording.When(occurrence.Times), EventPageWriter.Start(occurrence.Times),
        one.PlaceName ?? one.PlaceAddress ?? (one.RemoteUrl is null ? null : localizer["Agenda:Online"].Value), one.Category, one.IsCancelled || occurrence.IsCancelled,
        one.IsCancelled ? one.CancellationReason : occurrence.Change?.Reason);

    private List<PublicLink> Views(string own) =>
    [
        .. new PublicLink[]
        {
            new(localizer["Agenda:View:List"], Event.Folder), new(localizer["Agenda:View:Month"], MonthPath(Today)), new(localizer["Agenda:View:Places"], PlacesPath),
            new(localizer["Agenda:View:Over"], OverPath),
        }.Where(link => link.Url != own),
    ];

    private async Task<IReadOnlyList<PublicLink>> CategoriesAsync()
        => [.. (await events.GetCategoriesAsync(onlyPublished: true)).Select(category => new PublicLink(category.Name, CategoryPrefix + category.Slug))];

    private string WebCal(string path) => "webcal://" + _url[(_url.IndexOf("://", StringComparison.Ordinal) + 3)..] + path;

    private string? DescriptionOf(Event one, PublicEventModel model)
        => descriptions.ToText(one) is { Length: > 0 } text ? DocumentInsight.Excerpt(descriptions.ToDocument(one, "fr")) is { Length: > 0 } excerpt ? excerpt : text : model.When;

    private static string MonthPath(DateOnly day) => MonthPrefix + day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string? After(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;
}
