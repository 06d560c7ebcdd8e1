using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>What the signed-in person does with their own account. For its pages; not on HTTP.</summary>
public interface IMyAccountAppService : IApplicationService
{
    Task<MyAccountDto> GetAsync();

    /// <summary>What was signed with the former name keeps it.</summary>
    Task UpdateNameAsync(UpdateNameInput input);

    /// <summary>
    /// Ends every other session and says so by mail. Errors: PasswordWrong, PasswordTooShort, PasswordTooCommon.
    /// </summary>
    Task ChangePasswordAsync(ChangePasswordInput input);

    /// <summary>All that the hub holds on the account, the account first, then module by module (<see cref="IPersonalDataContributor"/>).</summary>
    Task<List<PersonalDataSection>> GetDataAsync();

    /// <summary>What stands in the way of erasing the account, and what would stay.</summary>
    Task<ErasureDto> GetErasureAsync();

    /// <summary>
    /// Erases the account at once and for good (decision 0075), and says so by mail. Errors: PasswordWrong, ErasureNotConfirmed, LastAdminOf, LastOperator.
    /// </summary>
    Task EraseAsync(EraseAccountInput input);
}
