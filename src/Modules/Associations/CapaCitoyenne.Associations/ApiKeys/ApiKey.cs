using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CapaCitoyenne.Associations.ApiKeys;

/// <summary>A program's key. Only the hash of its secret is stored: reading the table opens nothing.</summary>
internal sealed class ApiKey : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    /// <summary>What every key begins with, so that one that was published by mistake is recognised.</summary>
    public const string Prefix = "cc_";
    public const int SecretHashLength = 64;
    private const int SecretBytes = 32;
    private const int IdLength = 32;
    private static readonly TimeSpan UseInterval = TimeSpan.FromMinutes(10);

    private ApiKey() { }

    public ApiKey(Guid id, Guid tenantId, Guid userId, string name, IEnumerable<string> permissions, DateTime? expirationTime) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        Name = name.Trim();
        Scope = string.Join(' ', permissions.Distinct().Order(StringComparer.Ordinal));
        ExpirationTime = expirationTime;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Names of permissions, parted by spaces.</summary>
    public string Scope { get; private set; } = "";

    public string SecretHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? ExpirationTime { get; private set; }

    public DateTime? LastUsedTime { get; private set; }

    /// <summary>Makes the secret, and the only text that works.</summary>
    public string Seal()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        SecretHash = HashOf(secret);
        return $"{Prefix}{Id:N}_{secret}";
    }

    /// <returns>The id in a key; null when it is none.</returns>
    public static Guid? IdOf(string text) =>
        text.Length > Prefix.Length + IdLength + 1 && text.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(Prefix.Length, IdLength), "N", out var id) ? id : null;

    public bool Accepts(string text, DateTime now) =>
        (ExpirationTime is null || now < ExpirationTime) && IdOf(text) == Id
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(text[(Prefix.Length + IdLength + 1)..])), Encoding.ASCII.GetBytes(SecretHash));

    /// <returns>True when it is worth a write: not at every call.</returns>
    public bool Use(DateTime now)
    {
        if (LastUsedTime > now - UseInterval) return false;
        LastUsedTime = now;
        return true;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
