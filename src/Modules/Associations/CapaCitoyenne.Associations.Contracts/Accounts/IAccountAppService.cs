namespace CapaCitoyenne.Associations.Accounts;

/// <summary>One's own account: confirmation of the address and the forgotten password. For everybody.</summary>
public interface IAccountAppService : IApplicationService
{
    /// <summary>
    /// Confirms the address by the link that was mailed. When another account has already confirmed it, the memberships move
    /// there (<see cref="EmailConfirmationDto.Merged"/>). Errors: LinkInvalid.
    /// </summary>
    Task<EmailConfirmationDto> ConfirmEmailAsync(ConfirmEmailInput input);

    /// <summary>Mails the confirmation link again to the signed-in person.</summary>
    Task SendConfirmationAsync();

    /// <summary>Mails a link if the address is known; the answer is the same if it is not.</summary>
    Task SendPasswordResetAsync(SendPasswordResetInput input);

    /// <summary>Sets a new password by the link that was mailed; ends every other session. Errors: LinkInvalid, PasswordTooShort, PasswordTooCommon.</summary>
    Task ResetPasswordAsync(ResetPasswordInput input);
}
