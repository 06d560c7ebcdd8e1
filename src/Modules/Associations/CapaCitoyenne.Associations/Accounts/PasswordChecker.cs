using CapaCitoyenne.Abp.Identity;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>
/// Checks an address and its password. Counts failures towards the lock-out in a unit of work of its own, since the caller's may roll back:
/// call it before anything else touches the database. Takes as long for an unknown address as for a known one.
/// </summary>
internal sealed class PasswordChecker(IdentityUserManager userManager, AbpSignInManager signInManager, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    /// <returns>The account's id, or null: unknown address, wrong password or locked out.</returns>
    public Task<Guid?> CheckAsync(string email, string password) => CheckAsync(() => userManager.FindByAddressAsync(email), password);

    /// <summary>Asks the person who is signed in once more: a browser left open must not be enough.</summary>
    /// <exception cref="BusinessException"><see cref="AssociationsErrorCodes.PasswordWrong"/>: wrong, none chosen yet, or locked out.</exception>
    public async Task CheckAgainAsync(Guid userId, string password)
    {
        if (await CheckAsync(() => userManager.FindByIdAsync(userId.ToString()), password) is null)
            throw new BusinessException(AssociationsErrorCodes.PasswordWrong);
    }

    private async Task<Guid?> CheckAsync(Func<Task<IdentityUser?>> findAsync, string password)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var user = await findAsync();
        var isRight = false;
        if (user?.PasswordHash is null || await userManager.IsLockedOutAsync(user))
            userManager.SpendPasswordCheck(password);
        else
            isRight = (await signInManager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
        await unitOfWork.CompleteAsync();
        return isRight ? user!.Id : null;
    }
}
