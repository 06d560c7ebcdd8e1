namespace CapaCitoyenne.Abp.TenantManagement;

/// <summary>A slug that a tenant had. It keeps finding the tenant and is given to nobody else.</summary>
internal sealed class TenantSlugRedirect : CreationAuditedEntity<Guid>
{
    private TenantSlugRedirect() { }

    public TenantSlugRedirect(Guid id, string slug, Guid tenantId) : base(id)
    {
        Slug = slug;
        TenantId = tenantId;
    }

    public string Slug { get; private set; } = "";

    /// <summary>Whom it leads to. Not a tenancy column: the row is read before a tenant is known.</summary>
    public Guid TenantId { get; private set; }
}
