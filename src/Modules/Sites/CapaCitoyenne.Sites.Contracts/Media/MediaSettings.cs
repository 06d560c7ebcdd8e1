namespace CapaCitoyenne.Sites.Media;

public static class MediaSettings
{
    /// <summary>Megabytes that the pictures and documents of a space may take; of the hub, or of one space.</summary>
    public const string QuotaMegabytes = "Sites.Media.QuotaMegabytes";

    public const int DefaultQuotaMegabytes = 2048;
}
