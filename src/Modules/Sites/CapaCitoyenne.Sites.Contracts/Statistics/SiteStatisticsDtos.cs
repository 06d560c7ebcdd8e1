namespace CapaCitoyenne.Sites.Statistics;

public enum StatisticsPeriod
{
    /// <summary>The last 30 days, day by day.</summary>
    Days,

    /// <summary>The last 12 months, this one included.</summary>
    Months,
}

public static class StatisticsConsts
{
    public const int Days = 30;
    public const int Months = 12;

    /// <summary>What came fewer times is not shown: it could point to one person.</summary>
    public const int AtLeast = 5;
}

public class GetSiteStatisticsInput
{
    public StatisticsPeriod Period { get; set; }
}

/// <summary>Days are Paris days; a visit is a page shown to a person.</summary>
public class SiteStatisticsDto
{
    /// <summary>Pages shown in the last seven days, today included.</summary>
    public int ThisWeek { get; set; }

    /// <summary>Pages shown in the seven days before.</summary>
    public int WeekBefore { get; set; }

    public IReadOnlyList<StatisticsPointDto> Points { get; set; } = [];

    /// <summary>The most read pages, at most 20.</summary>
    public IReadOnlyList<StatisticsRowDto> Pages { get; set; } = [];

    /// <summary>Hosts of other sites that led here at least <see cref="StatisticsConsts.AtLeast"/> times, counted in steps of as many.</summary>
    public IReadOnlyList<StatisticsRowDto> Referrers { get; set; } = [];

    /// <summary>Paths that lead nowhere and were asked for at least <see cref="StatisticsConsts.AtLeast"/> times. Send them to a page with <c>POST /api/sites/former-address</c>.</summary>
    public IReadOnlyList<MissingPathDto> Missing { get; set; } = [];
}

/// <param name="ProposedTarget">The page or post that is called nearly so, <c>page:…</c>; null when none is.</param>
public record MissingPathDto(string Path, int Visits, string? ProposedTarget, string? ProposedTitle);

/// <param name="Day">The day, or the first of the month.</param>
public record StatisticsPointDto(DateOnly Day, int Visits);

/// <param name="Key">Path or host.</param>
/// <param name="Title">Of the page that is there today; null when there is none.</param>
public record StatisticsRowDto(string Key, string? Title, int Visits);
