using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Merging;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>Drafts, revisions and publication, alike for pages and posts.</summary>
internal sealed class PublicationManager(
    IRevisionRepository revisions, SiteDocuments documents, DocumentIssueWording wording, ReferenceChecker references, SiteManager siteManager) : DomainService
{
    /// <summary>Readies a document for its first save: checked, in the form in which it is stored.</summary>
    public string Prepare(string? json, string lang)
    {
        if (string.IsNullOrWhiteSpace(json)) return SiteDocuments.Empty(lang);
        var document = documents.Read(json);
        wording.RefuseErrors(documents.Validate(document));
        return document.ToJson();
    }

    /// <summary>Stores the state that a new publication has, as its first revision.</summary>
    public Task RecordAsync(Publication publication, string? session = null)
        => revisions.InsertAsync(new Revision(GuidGenerator.Create(), publication, session));

    /// <summary>Saves a draft that started from a revision; what others saved since is merged block by block.</summary>
    /// <returns>Whether it was merged with somebody else's.</returns>
    /// <exception cref="SaveConflictException">Both changed the same block. Nothing is stored.</exception>
    /// <exception cref="BusinessException">RevisionUnknown: the base is not kept any more, and the save does not bring it.</exception>
    public async Task<bool> SaveAsync(Publication publication, SaveDraftInput save)
    {
        var mine = KeptText.Restore(documents.Read(save.Document), documents.Read(publication.Document));
        wording.RefuseErrors(documents.Validate(mine));
        var isMerged = save.BaseRevision != publication.Revision && !await IsOwnSinceAsync(publication.Id, save.BaseRevision, save.Session);
        var (document, newTitle) = isMerged ? await MergeAsync(publication, mine, save) : (mine, save.Title);
        var text = document.ToJson();
        if (newTitle.Trim() == publication.Title && text == publication.Document) return isMerged;
        publication.Save(newTitle, text, Clock.Now);
        if (await revisions.FindLatestAsync(publication.Id) is { } latest && latest.GoesOn(save.Session, Clock.Now)) latest.Rewrite(publication, Clock.Now);
        else await BeginRevisionAsync(publication, save.Session);
        return isMerged;
    }

    /// <summary>Makes an older state the draft.</summary>
    public async Task RestoreAsync(Publication publication, int number)
    {
        var revision = await FindAsync(publication.Id, number);
        publication.Save(revision.Title, revision.Document, Clock.Now);
        await RecordAsync(publication);
    }

    /// <exception cref="DocumentIssuesException">The document must be completed first.</exception>
    public async Task PublishAsync(Publication publication)
    {
        await siteManager.CheckMayPublishAsync();
        var document = documents.Read(publication.Document);
        var issues = documents.Validate(document).Concat(await references.CheckAsync(document)).Where(issue => issue.Severity != IssueSeverity.Warning).ToList();
        if (issues.Count > 0) throw new DocumentIssuesException(SitesErrorCodes.DocumentNotPublishable, wording.ToDtos(issues));
        publication.Publish(Clock.Now);
        (await FindAsync(publication.Id, publication.Revision)).MarkPublished();
        await siteManager.ContentChangedAsync();
    }

    public async Task UnpublishAsync(Publication publication)
    {
        var wasPublished = publication.IsPublished;
        publication.Unpublish(Clock.Now);
        if (wasPublished) await siteManager.ContentChangedAsync();
    }

    private async Task BeginRevisionAsync(Publication publication, string? session)
    {
        var unpublished = (await revisions.GetSummariesAsync(publication.Id)).Where(revision => !revision.WasPublished).Skip(1).Select(revision => (revision.Number, revision.Time));
        await revisions.PruneAsync(publication.Id, RevisionPruning.Superfluous(unpublished, Clock.Now));
        await RecordAsync(publication, session);
    }

    private async Task<Revision> FindAsync(Guid publicationId, int number)
        => await revisions.FindAsync(revision => revision.PublicationId == publicationId && revision.Number == number)
            ?? throw new BusinessException(SitesErrorCodes.RevisionUnknown);

    /// <summary>Saves of one open editor may overtake each other; the later one holds all that the earlier one held.</summary>
    private async Task<bool> IsOwnSinceAsync(Guid publicationId, int baseRevision, string? session)
        => session is not null && !await revisions.AnyAsync(revision =>
            revision.PublicationId == publicationId && revision.Number > baseRevision && revision.Session != session)
            && await revisions.AnyAsync(revision => revision.PublicationId == publicationId && revision.Number > baseRevision);

    private async Task<(PageDocument Document, string Title)> MergeAsync(Publication publication, PageDocument mine, SaveDraftInput save)
    {
        var (ancestorTitle, ancestor) = await FindBaseAsync(publication.Id, save);
        var before = documents.Read(ancestor);
        var result = DocumentMerger.Merge(before, KeptText.Restore(mine, before), documents.Read(publication.Document));
        var mergedTitle = save.Title.Trim() == ancestorTitle ? publication.Title : save.Title;
        if (result.Conflicts.Count > 0) throw new SaveConflictException(publication.Revision, mergedTitle, result);
        return (result.Document, mergedTitle);
    }

    /// <summary>Revisions are rewritten and pruned; an editor brings the state that it started from when it is asked to.</summary>
    private async Task<(string Title, string Document)> FindBaseAsync(Guid publicationId, SaveDraftInput save)
    {
        if (await revisions.FindAsync(revision => revision.PublicationId == publicationId && revision.Number == save.BaseRevision) is { } kept) return (kept.Title, kept.Document);
        return save.BaseDocument is null ? throw new BusinessException(SitesErrorCodes.RevisionUnknown) : (save.BaseTitle?.Trim() ?? "", save.BaseDocument);
    }
}
