namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>The page whose form somebody used, as their browser tells it: part of the proof of what they agreed to.</summary>
internal static class FormOrigin
{
    private const int MaxLength = 300;

    /// <returns>Without what stands behind <c>?</c> or <c>#</c>, which may be about the person; null when it is no page.</returns>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
        && uri.GetLeftPart(UriPartial.Path) is { Length: <= MaxLength } page ? page : null;
}
