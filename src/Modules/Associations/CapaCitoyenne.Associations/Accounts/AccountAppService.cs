using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using IdentityUser = CapaCitoyenne.Abp.Identity.IdentityUser;

namespace CapaCitoyenne.Associations.Accounts;

[DisableAuditing]
internal sealed class AccountAppService(
    IdentityUserManager userManager,
    AccountManager accountManager,
    MailBrake brake,
    AccountMailer mailer,
    SignInService signInService,
    SessionManager sessionManager,
    IBackgroundJobManager backgroundJobManager) : AssociationsAppService, IAccountAppService
{
    [AllowAnonymous, EnableRateLimiting(AnonymousRateLimits.Write)]
    public async Task<EmailConfirmationDto> ConfirmEmailAsync(ConfirmEmailInput input)
    {
        var user = await FindAsync(input.UserId, input.Token, userManager.Options.Tokens.EmailConfirmationTokenProvider, UserManager<IdentityUser>.ConfirmEmailTokenPurpose);
        var isSignedIn = CurrentUser.Id == user.Id;
        var confirmed = await accountManager.ConfirmAsync(user);
        var isMerged = confirmed.Id != user.Id;
        if (isSignedIn && isMerged)
            await signInService.SignOutAsync();
        else if (isSignedIn)
            await signInService.SignInAsync(confirmed);
        return new EmailConfirmationDto(
            confirmed.Email!, isMerged, confirmed.PasswordHash is null ? await userManager.GeneratePasswordResetTokenAsync(confirmed) : null);
    }

    [Authorize, EnableRateLimiting(AnonymousRateLimits.Write)]
    public async Task SendConfirmationAsync()
    {
        var user = await userManager.FindByIdAsync(CurrentUser.GetId().ToString());
        if (user is not { EmailConfirmed: false })
            return;
        if (!brake.MayWriteTo(user.Email!))
            throw new BusinessException(AssociationsErrorCodes.TooManyMails);
        await mailer.SendConfirmationAsync(user);
    }

    [AllowAnonymous, EnableRateLimiting(AnonymousRateLimits.Write)]
    public Task SendPasswordResetAsync(SendPasswordResetInput input) =>
        // Looked up in a job, so that the answer takes as long for an unknown address as for a known one.
        backgroundJobManager.EnqueueAsync(new SendPasswordResetArgs { Email = input.Email.Trim() });

    [AllowAnonymous, EnableRateLimiting(AnonymousRateLimits.Write)]
    public async Task ResetPasswordAsync(ResetPasswordInput input)
    {
        var user = await FindAsync(input.UserId, input.Token, userManager.Options.Tokens.PasswordResetTokenProvider, UserManager<IdentityUser>.ResetPasswordTokenPurpose);
        PasswordPolicy.Check(input.Password, user.Email, user.Name);
        (await userManager.ResetPasswordAsync(user, input.Token, input.Password)).CheckErrors();
        (await userManager.SetLockoutEndDateAsync(user, null)).CheckErrors();
        await sessionManager.EndAllAsync(user.Id, except: null);
        // The link came by mail: it proves the address as well.
        if (!user.EmailConfirmed)
            user = await accountManager.ConfirmAsync(user);
        await signInService.SignInAsync(user);
    }

    private async Task<IdentityUser> FindAsync(Guid userId, string token, string provider, string purpose)
    {
        var user = await userManager.FindByIdAsync(userId.ToString());
        return user is not null && await userManager.VerifyUserTokenAsync(user, provider, purpose, token)
            ? user
            : throw new BusinessException(AssociationsErrorCodes.LinkInvalid);
    }
}
