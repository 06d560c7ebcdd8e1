using System.Security.Cryptography;
using System.Text;

namespace CapaCitoyenne.Associations.SignUps;

/// <summary>A sign-up that was carried out, kept so that repeating it gives the same answer.</summary>
internal sealed class SignUp : CreationAuditedEntity<Guid>
{
    public const int FingerprintLength = 64;

    private SignUp() { }

    public SignUp(Guid id, string idempotencyKey, string fingerprint, Guid tenantId, Guid userId) : base(id)
    {
        IdempotencyKey = idempotencyKey;
        Fingerprint = fingerprint;
        TenantId = tenantId;
        UserId = userId;
    }

    public string IdempotencyKey { get; private set; } = "";

    /// <summary>Of the answers without the password, so that a key cannot be used for others.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The space that came out of it. Not a tenancy column: sign-ups are of the hub.</summary>
    public Guid TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public static string FingerprintOf(string associationName, string town, string person)
    {
        var answers = string.Join('\n', associationName.Trim(), town.Trim(), person.Trim().ToUpperInvariant());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answers)));
    }
}
