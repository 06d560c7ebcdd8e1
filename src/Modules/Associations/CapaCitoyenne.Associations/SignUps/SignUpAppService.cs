using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Slugs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Associations.SignUps;

[AllowAnonymous, DisableAuditing]
internal sealed class SignUpAppService(
    SignUpFormTokens formTokens,
    PasswordChecker passwordChecker,
    AccountManager accountManager,
    MailBrake brake,
    AccountMailer mailer,
    AssociationManager associationManager,
    SignInService signInService,
    IdentityUserManager userManager,
    IRepository<SignUp, Guid> signUps,
    IRepository<Tenant, Guid> tenants) : AssociationsAppService, ISignUpAppService
{
    private const int MaxAttempts = 5;

    public Task<SignUpFormDto> GetFormAsync() => Task.FromResult(new SignUpFormDto(formTokens.Create(), Guid.NewGuid().ToString("N")));

    [EnableRateLimiting(AnonymousRateLimits.Write), UnitOfWork(IsDisabled = true)]
    public async Task<SignUpDto> CreateAsync(CreateSignUpInput input)
    {
        CheckForm(input);
        // First of all, and for every address alike: it writes by itself, and an early answer would tell whether the address is known.
        var knownUserId = CurrentUser.Id is null && !string.IsNullOrEmpty(input.Password) ? await passwordChecker.CheckAsync(input.Email!, input.Password) : null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CreateAsync(input, knownUserId);
            }
            catch (Exception exception) when (attempt < MaxAttempts && exception is AbpIdentityResultException or not BusinessException)
            {
                // A twin was faster: a second click, or the same name at the same moment. What it wrote is there now, and all of ours is undone.
                Logger.LogInformation(exception, "A sign-up is tried again.");
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 200)));
            }
        }
    }

    private async Task<SignUpDto> CreateAsync(CreateSignUpInput input, Guid? knownUserId)
    {
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true);
        if (await SettingProvider.GetOrNullAsync(AssociationsSettings.SignUpMode) == AssociationsSettings.SignUpClosed)
            throw new BusinessException(AssociationsErrorCodes.SignUpClosed);
        var fingerprint = SignUp.FingerprintOf(input.AssociationName, input.Town, CurrentUser.Id?.ToString() ?? input.Email!);
        var signUp = await signUps.FindAsync(done => done.IdempotencyKey == input.IdempotencyKey);
        IdentityUser user;
        if (signUp is null)
        {
            (signUp, user) = await SignUpAsync(input, fingerprint, knownUserId);
        }
        else
        {
            user = await userManager.FindByIdAsync(signUp.UserId.ToString()) ?? throw new BusinessException(AssociationsErrorCodes.SignUpKeyReused);
            if (signUp.Fingerprint != fingerprint || !await IsSamePersonAsync(user, input.Password))
                throw new BusinessException(AssociationsErrorCodes.SignUpKeyReused);
        }

        var tenant = await tenants.GetAsync(signUp.TenantId);
        await unitOfWork.CompleteAsync();
        if (CurrentUser.Id != user.Id)
            await signInService.SignInAsync(user);
        return new SignUpDto(tenant.Id, tenant.Name, tenant.NormalizedName, $"/espace/{tenant.NormalizedName}/");
    }

    private async Task<(SignUp SignUp, IdentityUser User)> SignUpAsync(CreateSignUpInput input, string fingerprint, Guid? knownUserId)
    {
        var existingId = CurrentUser.Id ?? knownUserId;
        var user = existingId is { } id
            ? (await userManager.FindByIdAsync(id.ToString()))!
            : await accountManager.CreateAsync(input.Email!, input.Name!, input.Password);
        var tenant = await associationManager.CreateAsync(input.AssociationName, input.Town, user);
        var signUp = await signUps.InsertAsync(new SignUp(GuidGenerator.Create(), input.IdempotencyKey, fingerprint, tenant.Id, user.Id), autoSave: true);
        if (!user.EmailConfirmed && brake.MayWriteTo(user.Email!))
            await mailer.SendConfirmationAsync(user, tenant.Name);
        return (signUp, user);
    }

    private void CheckForm(CreateSignUpInput input)
    {
        if (!string.IsNullOrEmpty(input.Website))
            throw new BusinessException(AssociationsErrorCodes.SignUpRefused);
        formTokens.Check(input.FormToken);
        // Whatever may be refused is refused before the password is looked at.
        SlugManager.Parse(input.AssociationName);
        if (CurrentUser.Id is not null)
            return;
        if (string.IsNullOrWhiteSpace(input.Email) || string.IsNullOrWhiteSpace(input.Name))
            throw new BusinessException(AssociationsErrorCodes.SignUpNeedsAccount);
        if (!string.IsNullOrEmpty(input.Password))
            PasswordPolicy.Check(input.Password, input.Email, input.Name);
    }

    // A repeated sign-up signs in again, so it must come with what the first one came with.
    private async Task<bool> IsSamePersonAsync(IdentityUser user, string? password) =>
        CurrentUser.Id == user.Id
        || (user.PasswordHash is null ? string.IsNullOrEmpty(password) : !string.IsNullOrEmpty(password) && await userManager.CheckPasswordAsync(user, password));
}
