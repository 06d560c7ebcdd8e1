using System.Globalization;
using System.Text.Json.Nodes;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>What a document is written with.</summary>
internal sealed record DocumentRenderOptions(WriterTarget Target, string? BaseUrl = null, string? AccentColor = null);

/// <summary>Writes documents of the current space: loads what they refer to, in one query a kind, then lets the library write.</summary>
internal sealed class DocumentRenderer(
    SiteDocuments documents, IRepository<MediaFile, Guid> media, IPageRepository pages, IPostRepository posts, IAssociationIntegrationService associations,
    ICurrentTenant currentTenant, LegalNoticeWriter legalNotice, AccessibilityStatementWriter accessibility, Sites.ISiteRepository sites, Public.SiteAddresses addresses, IStringLocalizer<SitesResource> localizer, IClock clock) : ITransientDependency
{
    private const int MaxNews = 12;

    public async Task<string> RenderAsync(PageDocument document, DocumentRenderOptions options)
    {
        var types = document.AllBlocks().Where(block => !block.IsKept).Select(block => block.Type).ToHashSet();
        var news = types.Contains(BlockTypes.News) ? await posts.GetPublishedAsync(0, MaxNews) : [];
        var notice = types.Contains(SiteDocuments.LegalNoticeType) && currentTenant.Id is { } tenantId ? await associations.FindLegalNoticeAsync(tenantId) : null;
        var statement = types.Contains(SiteDocuments.AccessibilityType) && currentTenant.Id is { } owner
            ? (await sites.FindAsync(site => site.TenantId == owner))?.Accessibility ?? AccessibilityStatement.None
            : AccessibilityStatement.None;
        var references = await LoadAsync(DocumentInsight.References(document, documents.Catalog));
        return DocumentWriter.Write(document, new WriterContext
        {
            Target = options.Target,
            BaseUrl = options.BaseUrl,
            References = references,
            Today = SiteDay.Of(clock.Now),
            News = max => [.. news.Take(max).Select(ToNewsItem)],
            External = (type, fields) => type == SiteDocuments.LegalNoticeType
                ? notice is null ? null : legalNotice.Write(notice, options.Target == WriterTarget.Text)
                : type == SiteDocuments.AccessibilityType ? accessibility.Write(statement, options.Target == WriterTarget.Text)
                : RenderExternal(type, fields, document.Lang, options),
            AccentColor = options.AccentColor ?? Sites.Themes.Default.AccentColor,
            Words = Words(document.Lang),
        });
    }

    private string? RenderExternal(string type, JsonObject fields, string lang, DocumentRenderOptions options)
        => documents.FindRenderer(type)?.Render(fields, new BlockRenderContext((RenderTarget)options.Target, currentTenant.Id, options.BaseUrl, lang));

    private async Task<LoadedReferences> LoadAsync(IReadOnlyList<string> urns)
    {
        Guid[] Ids(string scheme) => [.. urns.Where(urn => Urn.SchemeOf(urn) == scheme).Select(Urn.IdOf).OfType<Guid>()];
        var (mediaIds, pageIds, postIds) = (Ids("media"), Ids("page"), Ids("post"));
        var found = new LoadedReferences(addresses.HubUrl);
        foreach (var file in mediaIds.Length == 0 ? [] : await media.GetListAsync(file => mediaIds.Contains(file.Id)))
            found.Pictures[Urn.Of("media", file.Id)] = file.ToResolved();
        foreach (var page in pageIds.Length == 0 ? [] : await pages.GetListAsync(page => pageIds.Contains(page.Id) && page.PublishedRevision != null))
            found.Links[Urn.Of("page", page.Id)] = new ResolvedLink(page.Path, page.PublishedTitle!);
        foreach (var post in postIds.Length == 0 ? [] : await posts.GetListAsync(post => postIds.Contains(post.Id) && post.PublishedRevision != null))
            found.Links[Urn.Of("post", post.Id)] = new ResolvedLink(post.Path, post.PublishedTitle!);
        return found;
    }

    private NewsItem ToNewsItem(Post post) => new(
        post.PublishedTitle!, post.Path, SiteDay.Of(post.PublishedTime!.Value), post.PublishedExcerpt ?? DocumentInsight.Excerpt(documents.Read(post.PublishedDocument!)));

    private WriterWords Words(string lang)
    {
        var culture = SiteDay.CultureOf(lang);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return new WriterWords
            {
                Footnotes = localizer["Words:Footnotes"], Warning = localizer["Words:Warning"], Table = localizer["Words:Table"], NoNews = localizer["Words:NoNews"],
                Day = day => day.ToString(SiteDay.LongFormat, culture),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private sealed class LoadedReferences(string hubUrl) : IReferenceResolver
    {
        public Dictionary<string, ResolvedMedia> Pictures { get; } = [];

        public Dictionary<string, ResolvedLink> Links { get; } = [];

        /// <summary>Courses and guides are named by their slug and stand on the hub, whoever's they are.</summary>
        public ResolvedLink? Link(string urn) => Urn.SchemeOf(urn) switch
        {
            "course" => new ResolvedLink(hubUrl + "/formations/" + Urn.NameOf(urn), ""),
            "guide" => new ResolvedLink(hubUrl + "/bibliotheque/" + Urn.NameOf(urn), ""),
            _ => Links.GetValueOrDefault(Normalize(urn)),
        };

        public ResolvedMedia? Media(string urn) => Pictures.GetValueOrDefault(Normalize(urn));

        private static string Normalize(string urn) => Urn.IdOf(urn) is { } id ? Urn.Of(Urn.SchemeOf(urn), id) : urn;
    }
}
