using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CapaCitoyenne.Associations.Members;

namespace CapaCitoyenne.Associations.Invitations;

/// <summary>
/// An open invitation; accepting or revoking deletes it. The mailed token holds the space and a secret of which only the hash is
/// stored, so that reading the table opens nothing.
/// </summary>
internal sealed class Invitation : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int SecretHashLength = 64;
    private const int SecretBytes = 32;
    private const int IdBytes = 16;

    private Invitation() { }

    public Invitation(Guid id, Guid tenantId, string email, string invitedByName, IEnumerable<string> roles) : base(id)
    {
        TenantId = tenantId;
        Email = email.Trim();
        NormalizedEmail = Normalize(email);
        InvitedByName = invitedByName;
        RoleNames = string.Join(',', RoleSet.Parse(roles));
    }

    public Guid? TenantId { get; private set; }

    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";

    /// <summary>Comma-separated, from <see cref="SpaceRoles.All"/>.</summary>
    public string RoleNames { get; private set; } = "";

    /// <summary>Empty once that person's account is erased.</summary>
    public string InvitedByName { get; private set; } = "";

    public string SecretHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ExpirationTime { get; private set; }

    public string[] Roles => RoleNames.Split(',');

    public bool IsExpired(DateTime now) => now >= ExpirationTime;

    /// <summary>Starts the invitation's days and gives the only token that works from now on.</summary>
    public string Renew(DateTime now)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        SecretHash = Hash(secret);
        ExpirationTime = now.AddDays(InvitationConsts.ValidDays);
        return Base64Url.EncodeToString([.. TenantId!.Value.ToByteArray(), .. secret]);
    }

    /// <summary>The space and the hash of a token's secret, or null for anything that is not a token.</summary>
    public static (Guid TenantId, string SecretHash)? Parse(string token)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(token);
            return bytes.Length == IdBytes + SecretBytes ? (new Guid(bytes.AsSpan(0, IdBytes)), Hash(bytes[IdBytes..])) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static string Normalize(string email) => email.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    private static string Hash(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret));
}
