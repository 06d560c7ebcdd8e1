using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Which addresses of the site readers come to, as far as a document names them.</summary>
internal sealed class OnlineLinks
{
    private static readonly string[] Schemes = ["page", "post", Event.UrnScheme, Form.UrnScheme];

    public HashSet<string> Urns { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>What readers find written over what is there, by name and by path; files have their own.</summary>
    public Dictionary<string, string> Titles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What leads to the same as a former path.</summary>
    public Dictionary<string, string> Former { get; } = new(StringComparer.Ordinal);

    /// <summary>Only what is known to lead nowhere: what has a name of ours, and addresses where only a page or a post can be.</summary>
    public bool IsDead(string address)
    {
        if (LinkPolicy.Classify(address) == LinkKind.Reference) return Schemes.Contains(Urn.SchemeOf(address)) && !Urns.Contains(address.Split('#')[0]);
        var path = PathOf(address);
        if (Paths.Contains(path) || Former.ContainsKey(path)) return false;
        if (HasNoSlash(address)) return !IsServed(path);
        return (IsPage(path) || SlugOfPost(path) is not null) && !path.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>The fragment goes along; with a query nobody knows what was meant.</summary>
    public string? FindPresent(string address)
    {
        if (address.Contains('?', StringComparison.Ordinal)) return null;
        var path = PathOf(address);
        var present = Former.GetValueOrDefault(path) ?? (HasNoSlash(address) && (Paths.Contains(path) || IsServed(path)) ? path : null);
        return present is null ? null : present + address[address.Split('#')[0].Length..];
    }

    /// <summary>One that was typed without its slash leads elsewhere from every page: it is looked for from the root.</summary>
    public static string PathOf(string address)
    {
        var path = address.Split('?', '#')[0];
        return HasNoSlash(address) ? "/" + path : path;
    }

    /// <summary>The agenda, the news, the search: no page has these addresses, and they lead somewhere.</summary>
    private static bool IsServed(string path) => path.Length > 1 && Slug.IsReserved(path[1..].Split('/')[0]);

    private static bool HasNoSlash(string address) => address is not ['/' or '?' or '#', ..];

    public string? TitleOf(string address)
        => Titles.GetValueOrDefault(LinkPolicy.Classify(address) == LinkKind.Reference ? address.Split('#')[0] : PathOf(address)) is { Length: > 0 } title ? title : null;

    public static string? SlugOfPost(string path)
        => path.StartsWith(Post.Folder + "/", StringComparison.Ordinal) && path[(Post.Folder.Length + 1)..] is { Length: > 0 } slug && !slug.Contains('/', StringComparison.Ordinal) ? slug : null;

    private static bool IsPage(string path) => path.Length > 1 && path[0] == '/' && path.IndexOf('/', 1) < 0 && !Slug.IsReserved(path[1..]);
}

/// <summary>Looks up what a document links to: each kind in one query.</summary>
internal sealed class OnlineLinkFinder(
    SiteDocuments documents, IRepository<MediaFile, Guid> media, IPageRepository pages, IPostRepository posts, IEventRepository events, IFormRepository forms, ICategoryRepository categories, AddressManager addresses) : ITransientDependency
{
    public async Task<OnlineLinks> FindAsync(Publication publication, PageDocument document)
    {
        var urns = DocumentInsight.References(document, documents.Catalog);
        Guid[] Ids(string scheme) => [.. urns.Where(urn => Urn.SchemeOf(urn) == scheme).Select(urn => Urn.IdOf(urn.Split('#')[0])).OfType<Guid>()];
        var paths = DocumentInsight.RelativeAddresses(document, documents.Catalog).Select(OnlineLinks.PathOf).Where(path => path.Length > 1).Distinct().ToList();
        var former = await addresses.GetFormerOwnersAsync(paths);

        var online = new OnlineLinks();
        void Add(string scheme, Guid id, string title, string? path = null)
        {
            online.Urns.Add(Urn.Of(scheme, id));
            online.Titles[Urn.Of(scheme, id)] = title;
            if (path is not null && online.Paths.Add(path)) online.Titles[path] = title;
            foreach (var (old, _) in former.Where(pair => pair.Value == id && pair.Key != path)) online.Former[old] = Urn.Of(scheme, id);
        }

        // A link to itself is right as soon as it is published.
        Add(publication is Post ? "post" : "page", publication.Id, publication.Title, publication.Path);
        foreach (var page in (await pages.GetSummariesAsync()).Where(page => page.PublishedRevision is not null)) Add("page", page.Id, page.PublishedTitle ?? page.Title, page.Path);
        Guid[] postIds = [.. Ids("post"), .. former.Values];
        var slugs = paths.Select(OnlineLinks.SlugOfPost).OfType<string>().ToArray();
        if (postIds.Length + slugs.Length > 0)
            foreach (var post in await posts.GetListAsync(post => (postIds.Contains(post.Id) || slugs.Contains(post.Slug)) && post.PublishedRevision != null)) Add("post", post.Id, post.PublishedTitle ?? post.Title, post.Path);
        if (Ids(Event.UrnScheme) is { Length: > 0 } eventIds)
            foreach (var one in await events.GetListAsync(one => eventIds.Contains(one.Id) && one.IsPublished)) Add(Event.UrnScheme, one.Id, one.Title);
        if (Ids(Form.UrnScheme) is { Length: > 0 } formIds)
            foreach (var form in await forms.GetListAsync(form => formIds.Contains(form.Id) && form.IsOpen)) Add(Form.UrnScheme, form.Id, form.Name);
        if (Ids("media") is { Length: > 0 } mediaIds)
            foreach (var file in await media.GetListAsync(file => mediaIds.Contains(file.Id))) online.Titles[Urn.Of("media", file.Id)] = file.ToResolved().Title;
        await AddCategoriesAsync(online, former);
        // What stands at a path now counts, whatever was there before.
        foreach (var path in online.Paths) online.Former.Remove(path);
        return online;
    }

    /// <summary>They have no name of their own in documents: their present path is the best there is.</summary>
    private async Task AddCategoriesAsync(OnlineLinks online, Dictionary<string, Guid> former)
    {
        var ids = former.Values.ToArray();
        var found = ids.Length == 0 ? [] : (await categories.GetListAsync(category => ids.Contains(category.Id))).ToDictionary(category => category.Id, category => category.Path);
        found[FormerAddress.News] = Post.Folder;
        foreach (var (old, owner) in former)
            if (found.TryGetValue(owner, out var path) && path != old) online.Former[old] = path;
    }
}
