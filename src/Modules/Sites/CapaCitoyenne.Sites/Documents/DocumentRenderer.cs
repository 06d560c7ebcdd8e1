using System.Text.Json.Nodes;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Privacy;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>What a document is written with.</summary>
/// <param name="ShowsFrames">The answer's content policy allows the document's frames; links to films stand there otherwise.</param>
/// <param name="ForMembers">Whether blocks for members only are written.</param>
/// <param name="WordsOnly">Text without addresses and marks, for search.</param>
/// <param name="PageUrl">Where readers of a mail find the whole document.</param>
internal sealed record DocumentRenderOptions(
    WriterTarget Target, string? BaseUrl = null, string? AccentColor = null, bool ShowsFrames = false, bool ForMembers = false, bool WordsOnly = false, string? PageUrl = null);

/// <summary>Writes documents of the current space: loads what they refer to, in one query a kind, then lets the library write.</summary>
internal sealed class DocumentRenderer(
    SiteDocuments documents, IRepository<MediaFile, Guid> media, IPageRepository pages, IPostRepository posts, IEventRepository events, ICategoryRepository categories, AddressManager formerAddresses, IAssociationIntegrationService associations,
    ICurrentTenant currentTenant, LegalNoticeWriter legalNotice, AccessibilityStatementWriter accessibility, Sites.ISiteRepository sites, IEnumerable<IReferenceProvider> providers, Public.SiteAddresses addresses,
    AgendaBlockSource agenda, FormBlockSource formBlocks, IEnumerable<IDataUseProvider> dataUses, DataUsesWriter dataUsesWriter, WriterTexts texts, IClock clock) : ITransientDependency
{
    private const int MaxNews = 12;

    /// <summary>A page shows news of a few categories at most.</summary>
    private const int MaxNewsCategories = 8;

    public async Task<string> RenderAsync(PageDocument document, DocumentRenderOptions options)
    {
        var types = document.AllBlocks().Where(block => !block.IsKept).Select(block => block.Type).ToHashSet();
        var news = await LoadNewsAsync(document);
        var notice = types.Contains(SiteDocuments.LegalNoticeType) && currentTenant.Id is { } tenantId ? await associations.FindLegalNoticeAsync(tenantId) : null;
        var statement = types.Contains(SiteDocuments.AccessibilityType) && currentTenant.Id is { } owner
            ? (await sites.FindAsync(site => site.TenantId == owner))?.Accessibility ?? AccessibilityStatement.None
            : AccessibilityStatement.None;
        var uses = types.Contains(SiteDocuments.DataUsesType) && currentTenant.Id is not null ? await FindDataUsesAsync() : [];
        var urns = DocumentInsight.References(document, documents.Catalog);
        var references = await LoadAsync(urns);
        var dates = types.Contains(BlockTypes.Agenda) ? await agenda.LoadAsync(document.Lang) : null;
        var forms = await formBlocks.LoadAsync(urns);
        foreach (var form in forms.Values) references.Links[Urn.Of(Form.UrnScheme, form.Id)] = FormBlockSource.ToLink(form);
        return DocumentWriter.Write(document, new WriterContext
        {
            Target = options.Target,
            BaseUrl = options.BaseUrl,
            PageUrl = options.PageUrl,
            ForMembers = options.ForMembers,
            WordsOnly = options.WordsOnly,
            References = references,
            Today = SiteDay.Of(clock.Now),
            News = (max, category) => [.. news.GetValueOrDefault(category ?? "", []).Take(max).Select(ToNewsItem)],
            Events = (max, category) => dates?.Invoke(max, category) ?? [],
            Form = urn => Urn.IdOf(urn) is { } id && forms.TryGetValue(id, out var form) ? formBlocks.Write(form, document.Lang) : null,
            ShowsFrames = options.ShowsFrames,
            External = (type, fields) => type switch
            {
                SiteDocuments.LegalNoticeType => notice is null ? null : legalNotice.Write(notice, options.Target == WriterTarget.Text),
                SiteDocuments.AccessibilityType => accessibility.Write(statement, options.Target == WriterTarget.Text),
                SiteDocuments.DataUsesType => dataUsesWriter.Write(uses, options.Target == WriterTarget.Text),
                _ => RenderExternal(type, fields, document.Lang, options),
            },
            AccentColor = options.AccentColor ?? Sites.Themes.Default.AccentColor,
            Words = texts.Of(document.Lang),
        });
    }

    // One after the other: they share a database connection.
    private async Task<List<DataUse>> FindDataUsesAsync()
    {
        var found = new List<DataUse>();
        foreach (var provider in dataUses) found.AddRange(await provider.FindAsync());
        return [.. found.OrderBy(use => use.Title, StringComparer.CurrentCultureIgnoreCase)];
    }

    private string? RenderExternal(string type, JsonObject fields, string lang, DocumentRenderOptions options)
        => documents.FindRenderer(type)?.Render(fields, new BlockRenderContext((RenderTarget)options.Target, currentTenant.Id, options.BaseUrl, lang));

    /// <summary>
    /// The latest posts by category, for the news blocks that the document has (empty: all posts). Blocks name a category by its name or slug, so that
    /// they read well and come along in archives; a former name leads to the present one, as its address does.
    /// </summary>
    private async Task<Dictionary<string, List<Post>>> LoadNewsAsync(PageDocument document)
    {
        var wanted = document.AllBlocks().Where(block => block is { IsKept: false, Type: BlockTypes.News }).Select(block => block.Text("category") ?? "").Distinct().Take(MaxNewsCategories).ToList();
        var found = new Dictionary<string, List<Post>>();
        if (wanted.Remove("")) found[""] = await posts.GetPublishedAsync(0, MaxNews);
        if (wanted.Count == 0) return found;
        var ids = (await categories.GetSummariesAsync()).ToDictionary(category => Category.Folder + "/" + category.Slug, category => category.Id);
        // « Vie du quartier » and vie-du-quartier are the same category. One that is not there has no news.
        var paths = wanted.ToDictionary(name => name, name => Category.Folder + "/" + Slug.FromTitle(name));
        foreach (var (path, id) in await formerAddresses.GetFormerOwnersAsync([.. paths.Values.Where(path => !ids.ContainsKey(path))])) ids[path] = id;
        var latest = await posts.GetLatestOfAsync([.. paths.Values.Where(ids.ContainsKey).Select(path => ids[path])], MaxNews);
        foreach (var name in wanted)
            if (ids.TryGetValue(paths[name], out var id) && latest.TryGetValue(id, out var some)) found[name] = some;
        return found;
    }

    private async Task<LoadedReferences> LoadAsync(IReadOnlyList<string> urns)
    {
        Guid[] Ids(string scheme) => [.. urns.Where(urn => Urn.SchemeOf(urn) == scheme).Select(Urn.IdOf).OfType<Guid>()];
        var (mediaIds, pageIds, postIds, eventIds) = (Ids("media"), Ids("page"), Ids("post"), Ids(Event.UrnScheme));
        var found = new LoadedReferences();
        foreach (var file in mediaIds.Length == 0 ? [] : await media.GetListAsync(file => mediaIds.Contains(file.Id)))
            found.Pictures[Urn.Of("media", file.Id)] = file.ToResolved();
        foreach (var page in pageIds.Length == 0 ? [] : await pages.GetListAsync(page => pageIds.Contains(page.Id) && page.PublishedRevision != null))
            found.Links[Urn.Of("page", page.Id)] = new ResolvedLink(page.Path, page.PublishedTitle!);
        foreach (var post in postIds.Length == 0 ? [] : await posts.GetListAsync(post => postIds.Contains(post.Id) && post.PublishedRevision != null))
            found.Links[Urn.Of("post", post.Id)] = new ResolvedLink(post.Path, post.PublishedTitle!);
        foreach (var one in eventIds.Length == 0 ? [] : await events.GetListAsync(one => eventIds.Contains(one.Id) && one.IsPublished))
            found.Links[Urn.Of(Event.UrnScheme, one.Id)] = new ResolvedLink(one.Path, one.Title);
        foreach (var provider in providers)
        {
            var names = urns.Where(urn => Urn.SchemeOf(urn) == provider.Scheme).Select(Urn.NameOf).Distinct().ToList();
            foreach (var name in names) found.Links[provider.Scheme + ":" + name] = new ResolvedLink(addresses.HubUrl + provider.PathOf(name), "");
            foreach (var item in names.Count == 0 ? [] : await provider.FindAsync(names))
                found.Links[provider.Scheme + ":" + item.Name] = new ResolvedLink(addresses.HubUrl + provider.PathOf(item.Name), item.Title) { Summary = item.Summary, Minutes = item.Minutes };
        }
        return found;
    }

    private NewsItem ToNewsItem(Post post) => new(
        post.PublishedTitle!, post.Path, SiteDay.Of(post.PublishedTime!.Value), post.PublishedExcerpt ?? DocumentInsight.Excerpt(VisitorView.Of(documents.Read(post.PublishedDocument!), SiteDay.Of(clock.Now))));

    private sealed class LoadedReferences : IReferenceResolver
    {
        public Dictionary<string, ResolvedMedia> Pictures { get; } = [];

        public Dictionary<string, ResolvedLink> Links { get; } = [];

        public ResolvedLink? Link(string urn) => Links.GetValueOrDefault(Normalize(urn));

        public ResolvedMedia? Media(string urn) => Pictures.GetValueOrDefault(Normalize(urn));

        private static string Normalize(string urn) => Urn.IdOf(urn) is { } id ? Urn.Of(Urn.SchemeOf(urn), id) : urn;
    }
}
