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
    public async Task<bool> SaveAsync(Publication publication, string title, string json, int baseRevision, string? session)
    {
        var mine = documents.Read(json);
        wording.RefuseErrors(documents.Validate(mine));
        var isMerged = baseRevision != publication.Revision && !await IsOwnSinceAsync(publication.Id, baseRevision, session);
        var (document, newTitle) = isMerged ? await MergeAsync(publication, title, mine, baseRevision) : (mine, title);
        var text = document.ToJson();
        if (newTitle.Trim() == publication.Title && text == publication.Document) return isMerged;
        publication.Save(newTitle, text, Clock.Now);
        await RecordAsync(publication, session);
        await revisions.PruneAsync(publication.Id, publication.Revision - PageConsts.MaxRevisions);
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
        if (!publication.IsPublished) return;
        publication.Unpublish();
        await siteManager.ContentChangedAsync();
    }

    private async Task<Revision> FindAsync(Guid publicationId, int number)
        => await revisions.FindAsync(revision => revision.PublicationId == publicationId && revision.Number == number)
            ?? throw new BusinessException(SitesErrorCodes.RevisionUnknown);

    /// <summary>Saves of one open editor may overtake each other; the later one holds all that the earlier one held.</summary>
    private async Task<bool> IsOwnSinceAsync(Guid publicationId, int baseRevision, string? session)
        => session is not null && !await revisions.AnyAsync(revision =>
            revision.PublicationId == publicationId && revision.Number > baseRevision && revision.Session != session)
            && await revisions.AnyAsync(revision => revision.PublicationId == publicationId && revision.Number > baseRevision);

    private async Task<(PageDocument Document, string Title)> MergeAsync(Publication publication, string title, PageDocument mine, int baseRevision)
    {
        var ancestor = await FindAsync(publication.Id, baseRevision);
        var result = DocumentMerger.Merge(documents.Read(ancestor.Document), mine, documents.Read(publication.Document));
        var mergedTitle = title.Trim() == ancestor.Title ? publication.Title : title;
        if (result.Conflicts.Count > 0) throw new SaveConflictException(publication.Revision, mergedTitle, result);
        return (result.Document, mergedTitle);
    }
}
