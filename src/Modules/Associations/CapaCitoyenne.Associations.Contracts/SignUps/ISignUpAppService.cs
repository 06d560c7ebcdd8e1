namespace CapaCitoyenne.Associations.SignUps;

/// <summary>Three questions, and an association has its space. For everybody.</summary>
public interface ISignUpAppService : IApplicationService
{
    /// <summary>The signed token that <see cref="CreateSignUpInput.FormToken"/> wants; ask for it when the form is opened.</summary>
    Task<SignUpFormDto> GetFormAsync();

    /// <summary>
    /// Creates the space, its first admin and what a space starts with, in one transaction, and signs the person in.
    /// Repeating the call with the same idempotency key gives the first answer again.
    /// Errors: SignUpRefused, SignUpTooFast, SignUpFormExpired, SignUpKeyReused, SignUpClosed, SlugInvalid, PasswordTooShort, PasswordTooCommon.
    /// </summary>
    Task<SignUpDto> CreateAsync(CreateSignUpInput input);
}
