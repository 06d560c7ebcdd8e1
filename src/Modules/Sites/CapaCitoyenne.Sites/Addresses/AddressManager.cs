using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Addresses;

/// <summary>Gives addresses to pages and posts, and remembers the former ones.</summary>
internal sealed class AddressManager(IRepository<Page, Guid> pages, IRepository<Post, Guid> posts, IRepository<FormerAddress, Guid> formerAddresses,
    IRepository<Category, Guid> categories) : DomainService
{
    private const int MaxNumber = 99;

    /// <summary>The slug that somebody asked for, or one made from the title that is free.</summary>
    public async Task<string> ChooseAsync(bool isPost, string title, string? wanted)
    {
        if (!string.IsNullOrWhiteSpace(wanted)) return await CheckAsync(isPost, wanted, null);
        var slug = Slug.FromTitle(title);
        if (slug.Length == 0) slug = isPost ? "actualite" : "page";
        for (var number = 1; number <= MaxNumber; number++)
        {
            var candidate = number == 1 ? slug : Slug.Append(slug, number);
            if ((isPost || !Slug.IsReserved(candidate)) && !await IsTakenAsync(isPost, candidate, null)) return candidate;
        }
        throw new BusinessException(SitesErrorCodes.SlugTaken).WithData("Slug", slug);
    }

    /// <summary>Moves a page or post; its former address will lead to the new one.</summary>
    public async Task ChangeAsync(Publication publication, string wanted)
    {
        var isPost = publication is Post;
        var slug = await CheckAsync(isPost, wanted, publication.Id);
        if (slug == publication.Slug) return;
        var former = publication.Path;
        publication.ChangeSlug(slug);
        await MoveAsync(former, publication.Path, publication.Id);
    }

    /// <summary>Remembers that what is at a path now was at another one.</summary>
    public async Task MoveAsync(string former, string present, Guid ownerId)
    {
        if (await formerAddresses.FindAsync(address => address.Path == former) is { } known) known.LeadTo(ownerId);
        else await formerAddresses.InsertAsync(new FormerAddress(GuidGenerator.Create(), CurrentTenant.Id, former, ownerId));
        // Back at an address that it had before: a redirect there would send readers in a circle.
        await formerAddresses.DeleteAsync(address => address.Path == present);
    }

    /// <summary>The former addresses of one lead to another from now on.</summary>
    public async Task HandOverAsync(Guid fromId, Guid intoId)
    {
        foreach (var address in await formerAddresses.GetListAsync(address => address.PublicationId == fromId)) address.LeadTo(intoId);
    }

    /// <summary>Paths that a page, post or category had elsewhere lead to it; those that are in use here stay what they are.</summary>
    public async Task AddFormerAsync(IEnumerable<string> paths, string present, Guid ownerId)
    {
        var wanted = paths.Distinct().Where(path => path != present && path.Length is > 1 and <= FormerAddress.MaxPathLength).ToList();
        if (wanted.Count == 0) return;
        var taken = (await formerAddresses.GetListAsync(address => wanted.Contains(address.Path))).ConvertAll(address => address.Path);
        // A path that a page has here now stays that page's.
        var slugs = wanted.ConvertAll(path => path[1..]);
        taken.AddRange((await pages.GetListAsync(page => slugs.Contains(page.Slug))).Select(page => page.Path));
        await formerAddresses.InsertManyAsync(wanted.Except(taken).Select(path => new FormerAddress(GuidGenerator.Create(), CurrentTenant.Id, path, ownerId)));
    }

    /// <summary>The present path of the published page or post that was at this path.</summary>
    public async Task<string?> FindPresentPathAsync(string path)
    {
        if (path.Length > FormerAddress.MaxPathLength || await formerAddresses.FindAsync(address => address.Path == path) is not { } former) return null;
        if (former.PublicationId == FormerAddress.News) return Post.Folder;
        Publication? publication = await pages.FindAsync(former.PublicationId);
        publication ??= await posts.FindAsync(former.PublicationId);
        if (publication is null && await categories.FindAsync(former.PublicationId) is { } category) return category.Path == path ? null : category.Path;
        return publication is { IsPublished: true } && publication.Path != path ? publication.Path : null;
    }

    /// <summary>Whether a page or post has this path now, online or not.</summary>
    public async Task<bool> IsInUseAsync(string path)
    {
        var slug = path[1..];
        var postSlug = path.StartsWith(Post.Folder + "/", StringComparison.Ordinal) ? path[(Post.Folder.Length + 1)..] : null;
        return Slug.IsReserved(slug) || await pages.AnyAsync(page => page.Slug == slug) || (postSlug is not null && await posts.AnyAsync(post => post.Slug == postSlug));
    }

    /// <summary>What was once at these paths; those that nothing was at are left out.</summary>
    public async Task<Dictionary<string, Guid>> GetFormerOwnersAsync(IReadOnlyCollection<string> paths)
        => paths.Count == 0 ? [] : (await formerAddresses.GetListAsync(address => paths.Contains(address.Path))).ToDictionary(address => address.Path, address => address.PublicationId);

    private async Task<string> CheckAsync(bool isPost, string wanted, Guid? ownId)
    {
        var slug = Slug.FromTitle(wanted);
        if (slug.Length == 0) throw new BusinessException(SitesErrorCodes.SlugInvalid).WithData("Slug", wanted);
        if (!isPost && Slug.IsReserved(slug)) throw new BusinessException(SitesErrorCodes.SlugReserved).WithData("Slug", slug);
        if (await IsTakenAsync(isPost, slug, ownId)) throw new BusinessException(SitesErrorCodes.SlugTaken).WithData("Slug", slug);
        return slug;
    }

    private Task<bool> IsTakenAsync(bool isPost, string slug, Guid? ownId)
        => isPost ? posts.AnyAsync(post => post.Slug == slug && post.Id != ownId) : pages.AnyAsync(page => page.Slug == slug && page.Id != ownId);
}
