using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What needs the other events of the space: an address of its own, and room for one more.</summary>
internal sealed class EventManager(IEventRepository events) : DomainService
{
    private const int MaxNumber = 99;

    // Addresses of the agenda's own pages.
    private static readonly string[] ReservedSlugs = ["categorie", "lieux", "mois", "page", "passes"];

    /// <exception cref="BusinessException">TooManyEvents.</exception>
    public async Task CheckRoomAsync()
    {
        if (await events.CountUpcomingAsync(SiteDay.Of(Clock.Now)) >= EventConsts.MaxUpcoming) throw new BusinessException(SitesErrorCodes.TooManyEvents).WithData("Max", EventConsts.MaxUpcoming);
    }

    /// <summary>A free address made of the wish, for the event of that id.</summary>
    public async Task<string> ChooseSlugAsync(Guid id, string wish)
    {
        var slug = Slug.FromTitle(wish) is { Length: > 0 } made && !ReservedSlugs.Contains(made) ? made : "rendez-vous";
        for (var number = 1; number <= MaxNumber; number++)
        {
            var candidate = number == 1 ? slug : Slug.Append(slug, number);
            if (!await events.AnyAsync(other => other.Slug == candidate && other.Id != id)) return candidate;
        }
        return Slug.Append(slug, MaxNumber) + "-" + id.ToString("N")[^6..];
    }
}
