namespace CapaCitoyenne.Associations.Members;

/// <summary>A person's belonging to one space, with their roles there.</summary>
internal sealed class Member : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private Member() { }

    internal Member(Guid id, Guid tenantId, Guid userId, IEnumerable<string> roles) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        SetRoles(roles);
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Comma-separated, in the order of <see cref="SpaceRoles.All"/>.</summary>
    public string RoleNames { get; private set; } = "";

    public string[] Roles => RoleNames.Split(',');

    public bool IsAdmin => Roles.Contains(SpaceRoles.Admin);

    internal void SetRoles(IEnumerable<string> roles) => RoleNames = string.Join(',', RoleSet.Parse(roles));
}

/// <summary>Rules of a set of roles.</summary>
internal static class RoleSet
{
    /// <summary>Known roles, each once, in order. Errors: RolesMissing, RoleUnknown.</summary>
    public static IReadOnlyList<string> Parse(IEnumerable<string> roles)
    {
        var asked = roles.ToHashSet();
        if (asked.Count == 0)
            throw new BusinessException(AssociationsErrorCodes.RolesMissing);
        if (asked.FirstOrDefault(role => !SpaceRoles.All.Contains(role)) is { } unknown)
            throw new BusinessException(AssociationsErrorCodes.RoleUnknown).WithData("Role", unknown);
        return [.. SpaceRoles.All.Where(asked.Contains)];
    }

    /// <summary>Nobody gives what they do not have; an admin has everything, and everybody may bring a plain member. Error: RoleNotYours.</summary>
    public static void CheckCanGive(IReadOnlyCollection<string> giver, IEnumerable<string> given)
    {
        if (giver.Contains(SpaceRoles.Admin))
            return;
        if (given.FirstOrDefault(role => role != SpaceRoles.Member && !giver.Contains(role)) is { } missing)
            throw new BusinessException(AssociationsErrorCodes.RoleNotYours).WithData("Role", missing);
    }
}
