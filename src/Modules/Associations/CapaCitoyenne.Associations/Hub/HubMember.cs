namespace CapaCitoyenne.Associations.Hub;

/// <summary>A person's roles on the hub itself: operator, coordinator.</summary>
internal sealed class HubMember : CreationAuditedEntity<Guid>
{
    private HubMember() { }

    public HubMember(Guid id, Guid userId, params string[] roles) : base(id)
    {
        UserId = userId;
        RoleNames = string.Join(',', HubRoles.All.Where(roles.Contains));
    }

    public Guid UserId { get; private set; }

    /// <summary>Comma-separated, from <see cref="HubRoles.All"/>.</summary>
    public string RoleNames { get; private set; } = "";

    public string[] Roles => RoleNames.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOperator => Roles.Contains(HubRoles.Operator);
}
