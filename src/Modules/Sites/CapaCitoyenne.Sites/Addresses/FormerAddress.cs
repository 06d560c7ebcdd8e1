namespace CapaCitoyenne.Sites.Addresses;

/// <summary>
/// A path that a page, a post or a category had. It names the page, not another path: readers are sent to the present address in one step, however often
/// it changed.
/// </summary>
internal sealed class FormerAddress : CreationAuditedEntity<Guid>, IMultiTenant
{
    /// <summary>In place of a page: the list of all news, where what had an address for itself is gone for good.</summary>
    public static readonly Guid News = Guid.Parse("6e657773-0000-4000-8000-000000000000");

    public const int MaxPathLength = FormerAddressConsts.MaxPathLength;

    private FormerAddress() { }

    public FormerAddress(Guid id, Guid? tenantId, string path, Guid publicationId) : base(id)
    {
        TenantId = tenantId;
        Path = path;
        PublicationId = publicationId;
    }

    public Guid? TenantId { get; private set; }

    public string Path { get; private set; } = "";

    public Guid PublicationId { get; private set; }

    /// <summary>The path was used again by another page in between and is given up a second time.</summary>
    public void LeadTo(Guid publicationId) => PublicationId = publicationId;
}
