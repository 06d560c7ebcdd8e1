using System.Globalization;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Sharing;

/// <summary>The pictures that the hub draws for a site: cards of pages and events, icons. Drawn at the first request, for all who ask at the same time.</summary>
internal sealed partial class ShareContent(SharePictures pictures, IPageRepository pages, IPostRepository posts, IEventRepository events, EventWording wording, SiteLogo logos, IBlobContainer<MediaContainer> blobs, ITenantStore tenants,
    ICurrentTenant currentTenant) : IPublicSiteContent, ITransientDependency
{
    private const int SmallIcon = 32;
    private const int TouchIcon = 180;
    private const double MaxRatio = 1.6;
    private const string Png = "image/png";

    /// <param name="id">Of a page, a post or an event.</param>
    /// <param name="texts">What is written on it.</param>
    public static string CardPath(Guid id, PictureLook look, params string[] texts) => $"/partage/{id:N}-{look.Hash(texts)}.png";

    /// <param name="logo">Of the site; one that is much longer than high (or the reverse) is unreadable in a square, and the site's initial stands there.</param>
    public static string IconPath(PictureLook look, string name, MediaFile? logo) => IconPath(look, name, logo, SmallIcon);

    public static string TouchIconPath(PictureLook look, string name, MediaFile? logo) => IconPath(look, name, logo, TouchIcon);

    public bool Takes(string path) => path == "/favicon.ico" || path.StartsWith("/partage/", StringComparison.Ordinal) || path.StartsWith("/icones/", StringComparison.Ordinal);

    public async Task<StoredAnswer> MakeAsync(Site site, string url, string path)
    {
        var look = PictureLook.Of(site);
        var name = (await tenants.FindAsync(currentTenant.Id!.Value))?.Name ?? "";
        if (path == "/favicon.ico") return StoredAnswer.OfPicture("image/x-icon", SharePictures.ToIco(await DrawIconAsync(look, name, await logos.FindFileAsync(site), SmallIcon), SmallIcon));
        if (Icon().Match(path) is { Success: true } icon)
        {
            var size = int.Parse(icon.Groups["size"].Value, CultureInfo.InvariantCulture);
            var logo = await logos.FindFileAsync(site);
            // An icon of former colours: the present one has another address.
            return path == IconPath(look, name, logo, size)
                ? StoredAnswer.OfPicture(Png, await DrawIconAsync(look, name, logo, size)) with { IsImmutable = true }
                : StoredAnswer.Redirect(IconPath(look, name, logo, size));
        }
        if (Card().Match(path) is not { Success: true } card) return StoredAnswer.Missing;
        var id = Guid.ParseExact(card.Groups["id"].Value, "N");
        if (await FindTextsAsync(id) is not [var title, .. var texts]) return StoredAnswer.Missing;
        var present = CardPath(id, look, [title, .. texts, name]);
        return path == present
            ? StoredAnswer.OfPicture(Png, await pictures.DrawCardAsync(look, title, name, texts.FirstOrDefault())) with { IsImmutable = true }
            : StoredAnswer.Redirect(present);
    }

    /// <summary>The title, and of an event when it is; nothing of what not everybody may read, and no title of a draft.</summary>
    private async Task<string[]> FindTextsAsync(Guid id)
    {
        Publication? publication = await pages.FindAsync(id);
        publication ??= await posts.FindAsync(id);
        if (publication is not null) return publication is { IsFindable: true, PublishedTitle: { } title } ? [title] : [];
        return await events.FindAsync(id) is { IsPublished: true } one ? [one.Title, wording.When(one)] : [];
    }

    private async Task<byte[]> DrawIconAsync(PictureLook look, string name, MediaFile? logo, int size)
    {
        if (!IsSquarish(logo) || await blobs.GetOrNullAsync(MediaPaths.Original(logo!.Hash, logo.Type)) is not { } content) return await pictures.DrawIconAsync(look, name, size);
        await using (content)
        {
            using var buffer = new MemoryStream();
            await content.CopyToAsync(buffer);
            return await pictures.DrawLogoAsync(look, buffer.ToArray(), size);
        }
    }

    private static bool IsSquarish(MediaFile? logo) => logo is { Width: > 0, Height: > 0 } && Math.Max(logo.Width, logo.Height) <= MaxRatio * Math.Min(logo.Width, logo.Height);

    private static string IconPath(PictureLook look, string name, MediaFile? logo, int size)
        => FormattableString.Invariant($"/icones/{(IsSquarish(logo) ? look.Hash(name, logo!.Hash) : look.Hash(name))}-{size}.png");

    [GeneratedRegex(@"\A/icones/[0-9a-f]{16}-(?<size>32|180)\.png\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Icon();

    [GeneratedRegex(@"\A/partage/(?<id>[0-9a-f]{32})-[0-9a-f]{16}\.png\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Card();
}
