using CapaCitoyenne.Library.Search;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Statistics;

[Authorize(SitesPermissions.Statistics.Default)]
internal sealed class SiteStatisticsAppService(IVisitRepository visits, IPageRepository pages, IPostRepository posts, AddressManager addresses, VisitCounter counter) : SitesAppService, ISiteStatisticsAppService
{
    private const int MaxRows = 20;
    private const int MaxCandidates = 1000;

    public async Task<SiteStatisticsDto> GetAsync(GetSiteStatisticsInput input)
    {
        await counter.FlushAsync();
        var today = SiteDay.Of(Clock.Now);
        var from = input.Period == StatisticsPeriod.Days ? today.AddDays(1 - StatisticsConsts.Days) : FirstOfMonth(today).AddMonths(1 - StatisticsConsts.Months);
        var days = await visits.GetDaysAsync(from < today.AddDays(-13) ? from : today.AddDays(-13));
        var top = await visits.GetTopAsync(VisitKind.Page, from, 1, MaxRows);
        var titles = await TitlesAsync(top.ConvertAll(page => page.Key));
        return new SiteStatisticsDto
        {
            ThisWeek = Sum(days, today.AddDays(-6), today),
            WeekBefore = Sum(days, today.AddDays(-13), today.AddDays(-7)),
            Points = input.Period == StatisticsPeriod.Days ? ByDay(days, from, today) : ByMonth(days, from, today),
            Pages = [.. top.Select(page => new StatisticsRowDto(page.Key, titles.GetValueOrDefault(page.Key), page.Count))],
            Referrers = await ReferrersAsync(from),
            Missing = await MissingAsync(from),
        };
    }

    /// <summary>In steps: of two periods, or of today and yesterday, the difference would be one reader.</summary>
    private async Task<IReadOnlyList<StatisticsRowDto>> ReferrersAsync(DateOnly from)
        => [.. (await visits.GetTopAsync(VisitKind.Referrer, from, StatisticsConsts.AtLeast, MaxRows))
            .Select(row => new StatisticsRowDto(row.Key, null, row.Count - row.Count % StatisticsConsts.AtLeast))];

    /// <summary>What has been given an address since, or sent to a page, is no longer missing.</summary>
    private async Task<IReadOnlyList<MissingPathDto>> MissingAsync(DateOnly from)
    {
        var rows = await visits.GetTopAsync(VisitKind.Missing, from, StatisticsConsts.AtLeast, MaxRows);
        if (rows.Count == 0) return [];
        var known = await addresses.GetFormerOwnersAsync(rows.ConvertAll(row => row.Key));
        var places = (await pages.GetSummariesAsync()).Where(page => page.PublishedTitle is not null && page.Kind != PageKind.Home)
            .Select(page => new Place(page.Slug, page.Path, Urn.Of("page", page.Id), page.PublishedTitle!))
            .Concat((await posts.GetPublishedSummariesAsync(MaxCandidates)).Select(post => new Place(post.Slug, Post.Folder + "/" + post.Slug, Urn.Of("post", post.Id), post.PublishedTitle!))).ToList();
        var paths = places.Select(place => place.Path).ToHashSet();
        return [.. rows.Where(row => !known.ContainsKey(row.Key) && !paths.Contains(row.Key)).Select(row =>
        {
            var near = Near(row.Key, places);
            return new MissingPathDto(row.Key, row.Count, near?.Urn, near?.Title);
        })];
    }

    /// <summary>Old systems put years and sections before the name, and an ending after it.</summary>
    private static Place? Near(string path, List<Place> places)
    {
        var name = Slug.FromTitle(Path.GetFileNameWithoutExtension(path.TrimEnd('/').Split('/')[^1]));
        if (name.Length == 0) return null;
        var slug = places.Exists(place => place.Slug == name) ? name : Spelling.Nearest(name, places.Select(place => place.Slug));
        return slug is null ? null : places.Find(place => place.Slug == slug);
    }

    private sealed record Place(string Slug, string Path, string Urn, string Title);

    private async Task<Dictionary<string, string>> TitlesAsync(List<string> paths)
    {
        var titles = (await pages.GetSummariesAsync()).Where(page => page.PublishedTitle is not null)
            .ToDictionary(page => page.Kind == PageKind.Home ? "/" : "/" + page.Slug, page => page.PublishedTitle!);
        var slugs = paths.Where(path => path.StartsWith(Post.Folder + "/", StringComparison.Ordinal)).Select(path => path[(Post.Folder.Length + 1)..]).ToList();
        foreach (var post in slugs.Count == 0 ? [] : await posts.GetListAsync(post => slugs.Contains(post.Slug) && post.PublishedTitle != null)) titles[post.Path] = post.PublishedTitle!;
        titles[Post.Folder] = L["PublicSite:News"];
        return titles;
    }

    private static List<StatisticsPointDto> ByDay(Dictionary<DateOnly, int> days, DateOnly from, DateOnly to)
        => [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(i => new StatisticsPointDto(from.AddDays(i), days.GetValueOrDefault(from.AddDays(i))))];

    private static List<StatisticsPointDto> ByMonth(Dictionary<DateOnly, int> days, DateOnly from, DateOnly to)
        => [.. Enumerable.Range(0, StatisticsConsts.Months).Select(from.AddMonths).Select(month => new StatisticsPointDto(month, Sum(days, month, month.AddMonths(1).AddDays(-1))))];

    private static int Sum(Dictionary<DateOnly, int> days, DateOnly from, DateOnly to) => days.Where(day => day.Key >= from && day.Key <= to).Sum(day => day.Value);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
