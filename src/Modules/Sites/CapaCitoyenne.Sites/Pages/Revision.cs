namespace CapaCitoyenne.Sites.Pages;

/// <summary>
/// One state of a page or post. The saves of one open editor rewrite it until the writer rests, or for an hour at most; a published one is
/// never touched again.
/// </summary>
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

    /// <summary>When it was last rewritten (UTC).</summary>
    public DateTime? ChangeTime { get; private set; }

    public void MarkPublished() => WasPublished = true;

    /// <summary>Whether a save of that editor goes on with this revision instead of making one.</summary>
    public bool GoesOn(string? session, DateTime now)
        => session is not null && Session == session && !WasPublished && now - (ChangeTime ?? CreationTime) <= PageConsts.QuietPeriod && now - CreationTime <= PageConsts.MaxRevisionSpan;

    public void Rewrite(Publication publication, DateTime now)
    {
        Number = publication.Revision;
        Title = publication.Title;
        Document = publication.Document;
        ChangeTime = now;
    }
}
