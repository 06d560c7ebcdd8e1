using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Profiles;

namespace CapaCitoyenne.Associations.SignUps;

/// <summary>What an opened form carries back.</summary>
/// <param name="FormToken">Signed; valid for <see cref="SignUpConsts.FormTokenHours"/> hours.</param>
/// <param name="IdempotencyKey">A fresh key, for clients that make none.</param>
public record SignUpFormDto(string FormToken, string IdempotencyKey);

/// <summary>The three answers. A signed-in person leaves the fields of the third empty.</summary>
public class CreateSignUpInput
{
    [Required, StringLength(ProfileConsts.MaxNameLength, MinimumLength = 2)]
    public string AssociationName { get; set; } = "";

    /// <summary>Commune.</summary>
    [Required, StringLength(SignUpConsts.MaxTownLength, MinimumLength = 2)]
    public string Town { get; set; } = "";

    /// <summary>The person's own name.</summary>
    [StringLength(AccountConsts.MaxNameLength)]
    public string? Name { get; set; }

    [EmailAddress, StringLength(AccountConsts.MaxEmailLength)]
    public string? Email { get; set; }

    /// <summary>Without one, the confirmation mail's link leads to choosing it.</summary>
    [StringLength(AccountConsts.MaxPasswordLength)]
    public string? Password { get; set; }

    /// <summary>Chosen by the client, once per filled-in form; random.</summary>
    [Required, StringLength(SignUpConsts.MaxIdempotencyKeyLength, MinimumLength = SignUpConsts.MinIdempotencyKeyLength)]
    public string IdempotencyKey { get; set; } = "";

    [Required, StringLength(SignUpConsts.MaxFormTokenLength)]
    public string FormToken { get; set; } = "";

    /// <summary>Honeypot: people do not see this field.</summary>
    [StringLength(200)]
    public string? Website { get; set; }
}

/// <summary>The new space.</summary>
/// <param name="SpaceUrl">Where the person lands: <c>/espace/{slug}/</c>.</param>
public record SignUpDto(Guid TenantId, string Name, string Slug, string SpaceUrl);
