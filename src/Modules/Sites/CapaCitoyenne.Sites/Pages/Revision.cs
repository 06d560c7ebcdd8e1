namespace CapaCitoyenne.Sites.Pages;

/// <summary>One saved state of a page or post. Written once.</summary>
internal sealed class Revision : CreationAuditedEntity<Guid>, IMultiTenant
{
    private Revision() { }

    public Revision(Guid id, Publication publication, string? session) : base(id)
    {
        TenantId = publication.TenantId;
        PublicationId = publication.Id;
        Number = publication.Revision;
        Title = publication.Title;
        Document = publication.Document;
        WasPublished = publication.PublishedRevision == publication.Revision;
        Session = Check.Length(session, nameof(session), PageConsts.MaxSessionLength);
    }

    public Guid? TenantId { get; private set; }

    /// <summary>Id of the page or post.</summary>
    public Guid PublicationId { get; private set; }

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Document { get; private set; } = "";

    /// <summary>The open editor that it came from.</summary>
    public string? Session { get; private set; }

    public bool WasPublished { get; private set; }

    public void MarkPublished() => WasPublished = true;
}
