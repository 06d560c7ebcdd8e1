namespace CapaCitoyenne.Associations.Sessions;

/// <summary>Who is asking, what they belong to and what they may do in the current space.</summary>
public interface ISessionAppService : IApplicationService
{
    /// <summary>
    /// For everybody: <see cref="SessionDto.User"/> is null when nobody is signed in. Sets the cookie <c>XSRF-TOKEN</c>, whose
    /// value goes into the header <c>X-XSRF-TOKEN</c> of every POST, PUT and DELETE made with the session's cookie.
    /// </summary>
    Task<SessionDto> GetAsync();

    /// <summary>Signs in. Error: SignInFailed, also while the account is locked out.</summary>
    Task<SessionDto> CreateAsync(SignInInput input);

    /// <summary>Signs out.</summary>
    Task DeleteAsync();

    /// <summary>The language in which the hub speaks and writes to this person.</summary>
    Task UpdateLanguageAsync(UpdateLanguageInput input);
}
