namespace CapaCitoyenne.Sites.Statistics;

/// <summary>What counts as a visit of a page, and what is left out. The whole rule stands in the module's README.</summary>
internal static class VisitRules
{
    private static readonly string[] ProbeMarks = [".php", "/wp-", "/.", ".asp", ".cgi", ".env", "/cgi-bin", "//", "\\", "<", "'"];

    /// <summary>Addresses that are asked for to break into other software: nobody's broken link.</summary>
    public static bool IsProbe(string path)
    {
        if (path.Length > VisitCount.MaxKeyLength) return true;
        foreach (var mark in ProbeMarks)
            if (path.Contains(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return path.Any(char.IsControl);
    }

    /// <summary>The host of another site; null for one's own, for none, and for what is no host.</summary>
    public static string? ReferrerHost(string? referrer, string ownHost)
    {
        if (string.IsNullOrEmpty(referrer) || !Uri.TryCreate(referrer, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.HostNameType != UriHostNameType.Dns)
            return null;
        var host = WithoutWww(uri.IdnHost.ToLowerInvariant());
        return host.Length is > 0 and <= 100 && host != WithoutWww(ownHost.ToLowerInvariant()) && host.Contains('.', StringComparison.Ordinal) ? host : null;
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
