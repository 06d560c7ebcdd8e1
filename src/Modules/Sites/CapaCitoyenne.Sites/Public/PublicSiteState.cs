using System.Collections.Concurrent;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Public;

/// <summary>A site that this process has served: its pages as they were at one version, on one day.</summary>
internal sealed class PublicSiteState(Guid tenantId, string slug)
{
    private const int MaxPages = 1000;
    private long _checkedAt = long.MinValue;
    private long _nextChange = long.MaxValue;

    public Guid TenantId { get; } = tenantId;

    public string Slug { get; } = slug;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public long Version { get; private set; } = -1;

    /// <summary>The own domain under which the site is read; null: the sub-domain.</summary>
    public string? PrimaryDomain { get; private set; }

    /// <summary>What the site speaks, whatever its readers' browsers ask for.</summary>
    public string Language { get; private set; } = SiteConsts.DefaultLanguage;

    public DateOnly Day { get; private set; }

    /// <summary>Replaced as a whole when the site changes: what is still being rendered for an older version ends in the older one.</summary>
    public ConcurrentDictionary<string, Lazy<Task<StoredAnswer>>> Pages { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long LastUsed { get; set; }

    public bool IsForgotten => Volatile.Read(ref _checkedAt) == long.MinValue;

    /// <summary>Whether the database was asked less than that long ago, and no scheduled change has come since.</summary>
    public bool IsFresh(long now, long milliseconds, IClock clock)
    {
        var checkedAt = Volatile.Read(ref _checkedAt);
        if (checkedAt == long.MinValue || now - checkedAt >= milliseconds) return false;
        var nextChange = Volatile.Read(ref _nextChange);
        return nextChange == long.MaxValue || clock.Now.Ticks < nextChange;
    }

    public void Forget() => Volatile.Write(ref _checkedAt, long.MinValue);

    /// <summary>Taken before the database is asked: what is forgotten while it answers stays forgotten.</summary>
    public void Checking(long now) => Volatile.Write(ref _checkedAt, now);

    /// <param name="nextChange">Until when the pages hold at most (UTC).</param>
    public void Checked(SiteMoment moment, DateOnly day, DateTime? nextChange)
    {
        Volatile.Write(ref _nextChange, nextChange?.Ticks ?? long.MaxValue);
        if (moment.Version != Version || day != Day || Pages.Count > MaxPages) Pages = new(StringComparer.Ordinal);
        Version = moment.Version;
        PrimaryDomain = moment.PrimaryDomain;
        Language = moment.Language;
        Day = day;
    }

    public void Empty() => Pages = new(StringComparer.Ordinal);
}
