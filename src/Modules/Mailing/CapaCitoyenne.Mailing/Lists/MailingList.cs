using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Lists;

internal sealed class MailingList : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private MailingList() { }

    public MailingList(Guid id, string name, string? description, bool isPublic) : base(id) => Update(name, description, isPublic);

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unique in the space.</summary>
    public string NormalizedName { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>Offered on the sign-up form and the preference page.</summary>
    public bool IsPublic { get; private set; }

    public void Update(string name, string? description, bool isPublic)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), MailingListConsts.MaxNameLength).Trim();
        NormalizedName = NormalizeName(Name);
        Description = string.IsNullOrWhiteSpace(description) ? null : Check.Length(description.Trim(), nameof(description), MailingListConsts.MaxDescriptionLength);
        IsPublic = isPublic;
    }

    public static string NormalizeName(string name) => SearchText.Of(name);
}

/// <summary>A contact in a list. Who left by themselves keeps the row: neither an import nor a colleague puts them back.</summary>
internal sealed class ListMember : Entity, IMultiTenant
{
    private ListMember() { }

    public ListMember(Guid listId, Guid contactId, DateTime joinedTime)
    {
        ListId = listId;
        ContactId = contactId;
        JoinedTime = joinedTime;
    }

    public Guid? TenantId { get; private set; }

    public Guid ListId { get; private set; }

    public Guid ContactId { get; private set; }

    public DateTime JoinedTime { get; private set; }

    public DateTime? LeftTime { get; private set; }

    public void Leave(DateTime now) => LeftTime ??= now;

    /// <summary>Only the person's own wish brings them back.</summary>
    public void Return() => LeftTime = null;

    public override object?[] GetKeys() => [ListId, ContactId];
}
