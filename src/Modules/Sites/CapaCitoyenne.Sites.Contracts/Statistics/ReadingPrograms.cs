namespace CapaCitoyenne.Sites.Statistics;

/// <summary>Who asks for a page without reading it; the same for all that is counted in the hub.</summary>
public static class ReadingPrograms
{
    private static readonly string[] Marks =
    [
        "bot", "crawl", "spider", "slurp", "preview", "curl", "wget", "python", "java/", "go-http", "httpclient", "okhttp", "node", "axios", "scrapy", "monitor", "uptime",
        "check", "feed", "archiv", "facebookexternalhit", "headless", "lighthouse", "scan", "fetch", "validator",
    ];

    /// <summary>Programs say who they are; browsers begin with "Mozilla/" or "Opera/". To be looked at, never stored.</summary>
    public static bool IsOne(string userAgent)
    {
        if (!userAgent.StartsWith("Mozilla/", StringComparison.Ordinal) && !userAgent.StartsWith("Opera/", StringComparison.Ordinal)) return true;
        foreach (var mark in Marks)
            if (userAgent.Contains(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
