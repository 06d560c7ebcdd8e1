namespace CapaCitoyenne.Sites.Public;

/// <summary>What pages that take in something from visitors share.</summary>
internal static class VisitorPages
{
    /// <summary>Thirty long answers, each character escaped, and some room.</summary>
    public const long MaxRequestBytes = 1024 * 1024;
}
