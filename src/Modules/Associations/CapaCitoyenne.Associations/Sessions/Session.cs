namespace CapaCitoyenne.Associations.Sessions;

/// <summary>
/// A browser that somebody is signed in with. The row is the session: a cookie without its row ends at its next check. Kept is what lets a person
/// recognise it, and nothing more: no IP address, no full user agent.
/// </summary>
internal sealed class Session : Entity<Guid>
{
    /// <summary>The cookie lives fourteen days from its last use; one more, since the last use is known to the hour.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(15);

    private static readonly TimeSpan SeenInterval = TimeSpan.FromHours(1);

    private Session() { }

    public Session(Guid id, Guid userId, BrowserName browser, DateTime now) : base(id)
    {
        UserId = userId;
        Browser = browser.Browser;
        System = browser.System;
        SignInTime = now;
        LastSeenTime = now;
    }

    public Guid UserId { get; private set; }

    /// <summary>« Firefox »; empty when it is not known.</summary>
    public string Browser { get; private set; } = "";

    /// <summary>« Android »; empty when it is not known.</summary>
    public string System { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SignInTime { get; private set; }

    /// <summary>UTC, to the hour.</summary>
    public DateTime LastSeenTime { get; private set; }

    /// <returns>True when it is worth a write: not at every check.</returns>
    public bool See(DateTime now)
    {
        if (LastSeenTime > now - SeenInterval) return false;
        LastSeenTime = now;
        return true;
    }
}
