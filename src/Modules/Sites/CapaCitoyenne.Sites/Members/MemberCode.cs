namespace CapaCitoyenne.Sites.Members;

/// <summary>
/// What the hub gives a signed-in member to show on their site's host, once, within a minute. The row holds its hash: who reads the table
/// cannot use it.
/// </summary>
internal sealed class MemberCode : Entity<Guid>, IMultiTenant
{
    public const int HashLength = 64;

    private MemberCode() { }

    public MemberCode(Guid id, Guid tenantId, Guid userId, string hash, DateTime expiryTime) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        Hash = hash;
        ExpiryTime = expiryTime;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ExpiryTime { get; private set; }
}
