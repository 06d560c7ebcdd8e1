using System.Globalization;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Sharing;

/// <summary>The pictures that the hub draws for a site: cards of pages, icons. Drawn at the first request, for all who ask at the same time.</summary>
internal sealed partial class ShareContent(SharePictures pictures, IPageRepository pages, IPostRepository posts, ITenantStore tenants, ICurrentTenant currentTenant)
    : IPublicSiteContent, ITransientDependency
{
    private const int SmallIcon = 32;
    private const int TouchIcon = 180;
    private const string Png = "image/png";

    public static string CardPath(Guid publicationId, PictureLook look, string title, string name) => $"/partage/{publicationId:N}-{look.Hash(title, name)}.png";

    public static string IconPath(PictureLook look, string name) => IconPath(look, name, SmallIcon);

    public static string TouchIconPath(PictureLook look, string name) => IconPath(look, name, TouchIcon);

    public bool Takes(string path) => path == "/favicon.ico" || path.StartsWith("/partage/", StringComparison.Ordinal) || path.StartsWith("/icones/", StringComparison.Ordinal);

    public async Task<StoredAnswer> MakeAsync(Site site, string url, string path)
    {
        var look = PictureLook.Of(site);
        var name = (await tenants.FindAsync(currentTenant.Id!.Value))?.Name ?? "";
        if (path == "/favicon.ico") return StoredAnswer.OfPicture("image/x-icon", SharePictures.ToIco(await pictures.DrawIconAsync(look, name, SmallIcon), SmallIcon));
        if (Icon().Match(path) is { Success: true } icon)
        {
            var size = int.Parse(icon.Groups["size"].Value, CultureInfo.InvariantCulture);
            // An icon of former colours: the present one has another address.
            return path == IconPath(look, name, size)
                ? StoredAnswer.OfPicture(Png, await pictures.DrawIconAsync(look, name, size)) with { IsImmutable = true }
                : StoredAnswer.Redirect(IconPath(look, name, size));
        }
        if (Card().Match(path) is not { Success: true } card) return StoredAnswer.Missing;
        var id = Guid.ParseExact(card.Groups["id"].Value, "N");
        Publication? publication = await pages.FindAsync(id);
        publication ??= await posts.FindAsync(id);
        // What everybody may read, and no title of a draft.
        if (publication is not { IsFindable: true, PublishedTitle: { } title }) return StoredAnswer.Missing;
        var present = CardPath(id, look, title, name);
        return path == present
            ? StoredAnswer.OfPicture(Png, await pictures.DrawCardAsync(look, title, name)) with { IsImmutable = true }
            : StoredAnswer.Redirect(present);
    }

    private static string IconPath(PictureLook look, string name, int size) => FormattableString.Invariant($"/icones/{look.Hash(name)}-{size}.png");

    [GeneratedRegex(@"\A/icones/[0-9a-f]{16}-(?<size>32|180)\.png\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Icon();

    [GeneratedRegex(@"\A/partage/(?<id>[0-9a-f]{32})-[0-9a-f]{16}\.png\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Card();
}
