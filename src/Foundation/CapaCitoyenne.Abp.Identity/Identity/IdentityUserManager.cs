using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>Rules of accounts that need other accounts.</summary>
public class IdentityUserManager(
    IUserStore<IdentityUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<IdentityUser> passwordHasher,
    IEnumerable<IUserValidator<IdentityUser>> userValidators,
    IEnumerable<IPasswordValidator<IdentityUser>> passwordValidators,
    ILookupNormalizer keyNormalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<IdentityUserManager> logger)
    : UserManager<IdentityUser>(store, options, passwordHasher, userValidators, passwordValidators, keyNormalizer, errors, services, logger)
{
    /// <summary>The account that signs in with this address, confirmed or first to name it; never a provisional one.</summary>
    public Task<IdentityUser?> FindByAddressAsync(string email) => FindByNameAsync(email.Trim());

    /// <summary>
    /// Gives the address to the account that has just proven it. An account that had it without proof becomes provisional; its mailed links
    /// keep working, since it may be the same person's first attempt. The caller has checked that no other account has confirmed the address.
    /// </summary>
    public async Task ConfirmAddressAsync(IdentityUser user)
    {
        var holder = await FindByAddressAsync(user.Email!);
        if (holder is not null && holder.Id != user.Id)
        {
            if (holder.EmailConfirmed)
                throw new AbpException("Another account has confirmed the address.");
            // Not SetUserNameAsync, which changes the security stamp and with it every link.
            holder.UserName = IdentityUser.CreateProvisionalUserName();
            (await UpdateAsync(holder)).CheckErrors();
        }

        user.EmailConfirmed = true;
        if (user.IsProvisional)
            user.UserName = user.Email;
        (await UpdateAsync(user)).CheckErrors();
    }

    /// <summary>Spends the time of a password check, so that an unknown address cannot be told by the clock.</summary>
    public void SpendPasswordCheck(string password)
    {
        var nobody = new IdentityUser(Guid.Empty, "nobody", "nobody@localhost", "nobody");
        PasswordHasher.VerifyHashedPassword(nobody, NobodysHash.Value, password);
    }

    private static readonly Lazy<string> NobodysHash = new(() =>
        new PasswordHasher<IdentityUser>().HashPassword(new IdentityUser(Guid.Empty, "nobody", "nobody@localhost", "nobody"), "a password of nobody"));
}
