using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Associations.Accounts;

public class ConfirmEmailInput
{
    public Guid UserId { get; set; }

    [Required, StringLength(AccountConsts.MaxTokenLength)]
    public string Token { get; set; } = "";
}

/// <summary>What a confirmation has led to.</summary>
/// <param name="Merged">The person had an account already: its password is the one that counts.</param>
/// <param name="PasswordToken">Set when the account has no password yet: the token for choosing one.</param>
public record EmailConfirmationDto(string Email, bool Merged, string? PasswordToken);

public class SendPasswordResetInput
{
    [Required, EmailAddress, StringLength(AccountConsts.MaxEmailLength)]
    public string Email { get; set; } = "";
}

public class ResetPasswordInput
{
    public Guid UserId { get; set; }

    [Required, StringLength(AccountConsts.MaxTokenLength)]
    public string Token { get; set; } = "";

    [Required, StringLength(AccountConsts.MaxPasswordLength)]
    public string Password { get; set; } = "";
}
