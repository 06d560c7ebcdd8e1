namespace CapaCitoyenne.Sites.Pages;

/// <summary>A page of the site. The home page has an empty slug.</summary>
internal sealed class Page : Publication
{
    private Page() { }

    public Page(Guid id, Guid tenantId, PageKind kind, string title, string slug, string document, DateTime now)
        : base(id, tenantId, title, slug, document, now) => Kind = kind;

    public PageKind Kind { get; private set; }

    /// <summary>Holds at once, for what is online too.</summary>
    public PageAudience Audience { get; private set; }

    public override string Path => Kind == PageKind.Home ? "/" : "/" + Slug;

    public override bool IsFindable => base.IsFindable && Audience == PageAudience.Public;

    public bool IsLegal => Kind is PageKind.LegalNotice or PageKind.Privacy or PageKind.Accessibility;

    public void SetAudience(PageAudience audience)
    {
        if (audience != PageAudience.Public && Kind != PageKind.Standard) throw new BusinessException(SitesErrorCodes.PageStaysPublic);
        Audience = audience;
        AddLocalEvent(new PublicationShownEvent(this));
    }

    public override void Publish(DateTime now)
    {
        base.Publish(now);
        AddDistributedEvent(new Integration.PagePublishedEto { TenantId = TenantId!.Value, PageId = Id, IsHomePage = Kind == PageKind.Home });
    }

    public override void Schedule(DateTime? publishAt, DateTime? unpublishAt, DateTime now)
    {
        if (unpublishAt is not null && Kind == PageKind.Home) throw new BusinessException(SitesErrorCodes.HomePageStays);
        base.Schedule(publishAt, unpublishAt, now);
    }

    public override void ChangeSlug(string slug)
    {
        if (Kind == PageKind.Home) throw new BusinessException(SitesErrorCodes.HomePageStays);
        base.ChangeSlug(slug);
    }

    public override void PrepareDeletion()
    {
        if (Kind == PageKind.Home) throw new BusinessException(SitesErrorCodes.HomePageStays);
        if (IsLegal) throw new BusinessException(SitesErrorCodes.LegalPageStays);
        base.PrepareDeletion();
    }
}
