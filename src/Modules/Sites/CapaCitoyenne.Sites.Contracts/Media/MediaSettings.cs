namespace CapaCitoyenne.Sites.Media;

public static class MediaSettings
{
    /// <summary>Megabytes that the pictures and documents of a space may take; one value for all, or one of its own.</summary>
    public const string QuotaMegabytes = "Sites.Media.QuotaMegabytes";

    public const int DefaultQuotaMegabytes = 2048;

    /// <summary>Megabytes that the files on the hub's side may take: those of its courses, and the copies of what spaces share with all.</summary>
    public const string HubQuotaMegabytes = "Sites.Media.HubQuotaMegabytes";

    public const int DefaultHubQuotaMegabytes = 20_480;
}
