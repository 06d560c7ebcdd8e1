using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Tags;

internal sealed class Tag : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private Tag() { }

    public Tag(Guid id, string name) : base(id) => Rename(name);

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unique in the space.</summary>
    public string NormalizedName { get; private set; } = "";

    public void Rename(string name)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), TagConsts.MaxNameLength).Trim();
        NormalizedName = NormalizeName(Name);
    }

    public static string NormalizeName(string name) => SearchText.Of(name);
}

internal sealed class TaggedContact : Entity, IMultiTenant
{
    private TaggedContact() { }

    public TaggedContact(Guid tagId, Guid contactId)
    {
        TagId = tagId;
        ContactId = contactId;
    }

    public Guid? TenantId { get; private set; }

    public Guid TagId { get; private set; }

    public Guid ContactId { get; private set; }

    public override object?[] GetKeys() => [TagId, ContactId];
}
