using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Pages and news of the old site, as pages and news of this one: drafts stay drafts, what was online goes online where that is allowed.</summary>
internal sealed class PublicationImporter(
    IRepository<Page, Guid> pages, IRepository<Post, Guid> posts, IRepository<Forms.Form, Guid> forms, IRepository<Agenda.Event, Guid> events, PublicationManager publications, PageManager pageManager, PublicationScheduler scheduler, AddressManager addresses, SiteManager siteManager, StarterPages starters, CategoryImporter categories,
    SiteDocuments documents, ContentConverter converter, IDataFilter dataFilter, IAsyncQueryableExecuter executer, ICurrentTenant currentTenant, IClock clock) : ITransientDependency
{
    /// <summary>Why nothing may go online now.</summary>
    public async Task<string?> FindObstacleAsync() => await siteManager.FindObstaclesAsync() is [var code, ..] ? code : null;

    public async Task<PresentPublications> FindPresentAsync()
    {
        using var filter = dataFilter.Disable<ISoftDelete>();
        var special = await executer.ToListAsync((await pages.GetQueryableAsync()).Where(page => page.Kind != PageKind.Standard).Select(page => new { page.Kind, page.Id }));
        var ids = await executer.ToListAsync((await pages.GetQueryableAsync()).Select(page => page.Id));
        ids.AddRange(await executer.ToListAsync((await posts.GetQueryableAsync()).Select(post => post.Id)));
        ids.AddRange(await executer.ToListAsync((await forms.GetQueryableAsync()).Select(form => form.Id)));
        ids.AddRange(await executer.ToListAsync((await events.GetQueryableAsync()).Select(one => one.Id)));
        return new PresentPublications(special.ToDictionary(page => page.Kind.ToString(), page => page.Id), ids.ToHashSet());
    }

    public Task ContentChangedAsync() => siteManager.ContentChangedAsync();

    /// <summary>What is online takes the legal pages along. After the work, which may have brought some of its own.</summary>
    /// <exception cref="BusinessException">ImportLegalPageIncomplete, and what stands in the way of any publication.</exception>
    public async Task PublishLegalAsync(ImportRun run)
    {
        if (!run.Import.Publish || run.Obstacle is not null) return;
        if (!await pages.AnyAsync(page => page.PublishedRevision != null) && !await posts.AnyAsync(post => post.PublishedRevision != null)) return;
        try
        {
            await pageManager.PublishLegalAsync();
        }
        catch (DocumentIssuesException exception)
        {
            throw new BusinessException(SitesTransferErrorCodes.ImportLegalPageIncomplete, innerException: exception);
        }
    }

    public async Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source)
    {
        var id = item.TargetId!.Value;
        if (!source.Own.ContainsKey("kind") && await IsThereAsync(source, id)) return new(SiteImportItemState.AlreadyThere, id);
        var site = await siteManager.GetAsync();
        var content = converter.Convert(run.Map, source, site.Language);
        var errors = documents.Validate(content.Document).Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        if (errors.Count > 0)
            return ImportOutcome.LeftOut("Document", [.. content.Notes, .. errors.Take(5).Select(issue => new ImportNote("Document", issue.Code + " " + issue.Path))]) with { WordsIn = content.WordsIn };

        var notes = content.Notes.ToList();
        if (source.Own.TryGetValue("kind", out var kind)) return await SettleSpecialAsync(run, source, content, kind, notes);
        var publication = source.Kind == SourceKind.Post ? await AddPostAsync(id, source, content, notes) : await AddPageAsync(run.Map, id, source, content, notes);
        if (publication is Post) await categories.AssignAsync(run, id, source.Categories);
        return await FinishAsync(run, publication, source, content, notes);
    }

    /// <summary>Home and legal pages are there from the beginning: those that nobody has touched take the text that comes.</summary>
    private async Task<ImportOutcome> SettleSpecialAsync(ImportRun run, SourceItem source, ConvertedContent content, string kind, List<ImportNote> notes)
    {
        if (!Enum.TryParse<PageKind>(kind, out var wanted) || await pages.FindAsync(page => page.Kind == wanted) is not { } page) return ImportOutcome.LeftOut("Document", new ImportNote("Original", kind));
        var (document, isUntouched) = (content.Document.ToJson(), await starters.IsUntouchedAsync(page));
        // Online, maybe under a draft that came with it.
        if (page.PublishedTitle == content.Title && page.PublishedDocument == document) return new(SiteImportItemState.AlreadyThere, page.Id);
        var isSame = page.Title == content.Title && page.Document == document;
        // The text that every space begins with was online there, or was to be: that is taken over.
        if (isSame && !(isUntouched && (source.Status == SourceStatus.Published || source.Own.ContainsKey("publishAt")))) return new(SiteImportItemState.AlreadyThere, page.Id);
        if (!isUntouched) return ImportOutcome.LeftOut("PageTouched", new ImportNote("Original", Html.HtmlConverter.Shorten(source.Body ?? ""))) with { WordsIn = content.WordsIn };
        if (wanted != PageKind.Home && source.Slug is { Length: > 0 } slug && slug != page.Slug) await addresses.ChangeAsync(page, slug);
        page.Save(content.Title, document, clock.Now);
        return await FinishAsync(run, page, source, content, notes);
    }

    /// <summary>What came with the text: whether it is online and since when, what is to change by itself, former addresses, the draft over it.</summary>
    private async Task<ImportOutcome> FinishAsync(ImportRun run, Publication publication, SourceItem source, ConvertedContent content, List<ImportNote> notes)
    {
        if (Time(source, "wasPublished") is { } since) publication.WasOnline(since);
        var isPublished = Publish(run, publication, source, content, notes);
        var (publishAt, unpublishAt) = (Time(source, "publishAt"), Time(source, "unpublishAt"));
        if ((publishAt is not null || unpublishAt is not null) && !Schedule(run, publication, publishAt, unpublishAt))
            notes.Add(new ImportNote("Scheduled", source.Own.GetValueOrDefault("publishAt") ?? source.Own["unpublishAt"]));
        await publications.RecordAsync(publication);
        await addresses.AddFormerAsync(source.FormerPaths, publication.Path, publication.Id);
        if (source.Own.TryGetValue("draft", out var draft)) await SaveDraftAsync(publication, source, draft, run, content.Document.Lang);
        await scheduler.ComeByAsync(publication);
        return new(notes.Count == 0 ? SiteImportItemState.Imported : SiteImportItemState.Changed, publication.Id)
        {
            Notes = notes, WordsIn = content.WordsIn, WordsOut = content.WordsOut, IsPublished = isPublished,
        };
    }

    /// <summary>The draft over what is online.</summary>
    private async Task SaveDraftAsync(Publication publication, SourceItem source, string draft, ImportRun run, string lang)
    {
        var document = converter.ReadMarkdown(source, draft, run.Map, lang);
        var matter = documents.ReadTwin(draft).Extra;
        publication.Save(matter["title"]?.ToString() ?? publication.Title, document.ToJson(), clock.Now);
        (publication as Post)?.Describe(matter["author"]?.ToString(), matter["excerpt"]?.ToString());
        await publications.RecordAsync(publication);
    }

    /// <summary>Here, or in the trash: what somebody threw away does not come back by itself.</summary>
    private async Task<bool> IsThereAsync(SourceItem source, Guid id)
    {
        using var filter = dataFilter.Disable<ISoftDelete>();
        return source.Kind == SourceKind.Post ? await posts.AnyAsync(post => post.Id == id) : await pages.AnyAsync(page => page.Id == id);
    }

    private async Task<Publication> AddPageAsync(ImportMap map, Guid id, SourceItem source, ConvertedContent content, List<ImportNote> notes)
    {
        await starters.MakeWayAsync(map, Slug.FromTitle(source.Slug ?? source.Title), id);
        if (await pages.CountAsync(_ => true) >= PageConsts.MaxPages) throw new BusinessException(SitesErrorCodes.TooManyPages).WithData("Max", PageConsts.MaxPages);
        var slug = await SlugAsync(false, source, content, notes);
        var page = new Page(id, currentTenant.Id!.Value, PageKind.Standard, content.Title, slug, content.Document.ToJson(), clock.Now);
        if (source.Status == SourceStatus.Private || source.Own.GetValueOrDefault("audience") == nameof(PageAudience.Members)) page.SetAudience(PageAudience.Members);
        await pages.InsertAsync(page);
        return page;
    }

    private async Task<Publication> AddPostAsync(Guid id, SourceItem source, ConvertedContent content, List<ImportNote> notes)
    {
        var slug = await SlugAsync(true, source, content, notes);
        var post = new Post(id, currentTenant.Id!.Value, content.Title, slug, content.Document.ToJson(), clock.Now);
        post.Describe(Html.HtmlConverter.Clip(source.Author ?? "", PageConsts.MaxAuthorNameLength), content.Excerpt);
        await posts.InsertAsync(post);
        return post;
    }

    private async Task<string> SlugAsync(bool isPost, SourceItem source, ConvertedContent content, List<ImportNote> notes)
    {
        var wanted = Slug.FromTitle(string.IsNullOrWhiteSpace(source.Slug) ? content.Title : source.Slug);
        var slug = await addresses.ChooseAsync(isPost, wanted, null);
        if (!string.IsNullOrWhiteSpace(source.Slug) && slug != wanted) notes.Add(new ImportNote("Address", wanted + " → " + slug));
        return slug;
    }

    /// <summary>Goes online, or offline, when it would have there.</summary>
    private bool Schedule(ImportRun run, Publication publication, DateTime? publishAt, DateTime? unpublishAt)
    {
        if (!run.Import.Publish || run.Obstacle is not null) return false;
        try
        {
            publication.Schedule(publishAt, unpublishAt, clock.Now);
            return publishAt is not null || unpublishAt is not null;
        }
        catch (BusinessException)
        {
            // The day has passed in the meantime, or is too far away.
            return false;
        }
    }

    private static DateTime? Time(SourceItem source, string name)
        => DateTime.TryParse(source.Own.GetValueOrDefault(name), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private bool Publish(ImportRun run, Publication publication, SourceItem source, ConvertedContent content, List<ImportNote> notes)
    {
        if (source.Status == SourceStatus.Scheduled && !Schedule(run, publication, source.Date, null))
            notes.Add(new ImportNote("Scheduled", source.Date?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        if (source.Status == SourceStatus.Private) notes.Add(new ImportNote("Private"));
        if (source.Status != SourceStatus.Published || !run.Import.Publish) return false;
        if (run.Obstacle is not null)
        {
            notes.Add(new ImportNote("NotOnline", run.Obstacle));
            return false;
        }
        var open = documents.Validate(content.Document).Where(issue => issue.Severity == IssueSeverity.BlocksPublishing).ToList();
        if (open.Count > 0)
        {
            notes.Add(new ImportNote(open.Exists(issue => issue.Code is DocumentIssueCodes.ImageAltMissing or DocumentIssueCodes.ImageAltIsFileName) ? "ToDescribe" : "ToComplete", open[0].Code));
            return false;
        }
        publication.TakeOver(source.Date ?? clock.Now, clock.Now);
        return true;
    }
}
