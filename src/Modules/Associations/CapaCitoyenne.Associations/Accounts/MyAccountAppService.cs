using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Associations.Accounts;

[Authorize, RemoteService(false)]
internal sealed class MyAccountAppService(
    IdentityUserManager userManager,
    PasswordChecker passwordChecker,
    SessionManager sessionManager,
    SignInService signInService,
    MailBrake brake,
    AccountMailer mailer,
    AccountEraser eraser,
    IEnumerable<IPersonalDataContributor> contributors) : AssociationsAppService, IMyAccountAppService
{
    public async Task<MyAccountDto> GetAsync()
    {
        var user = await GetUserAsync();
        return new MyAccountDto(user.Name, user.Email!, user.EmailConfirmed, user.PasswordHash is not null);
    }

    public async Task UpdateNameAsync(UpdateNameInput input)
    {
        var user = await GetUserAsync();
        (await userManager.UpdateAsync(user.SetName(input.Name))).CheckErrors();
        await signInService.RefreshAsync(user);
    }

    [UnitOfWork(IsDisabled = true)]
    public async Task ChangePasswordAsync(ChangePasswordInput input)
    {
        PasswordPolicy.Check(input.Password, CurrentUser.Email, CurrentUser.Name);
        await passwordChecker.CheckAgainAsync(CurrentUser.GetId(), input.CurrentPassword);
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true);
        var user = await GetUserAsync();
        // Renews the security stamp as well: whatever was signed in or mailed before is worth nothing.
        (await userManager.ChangePasswordAsync(user, input.CurrentPassword, input.Password)).CheckErrors();
        await sessionManager.EndAllAsync(user.Id, except: signInService.CurrentSessionId);
        if (brake.MayWriteTo(user.Email!))
            await mailer.SendPasswordChangedAsync(user);
        await unitOfWork.CompleteAsync();
        await signInService.RefreshAsync(user);
    }

    public async Task<List<PersonalDataSection>> GetDataAsync()
    {
        var user = await GetUserAsync();
        using var hub = CurrentTenant.Change(null);
        var sections = new List<PersonalDataSection>
        {
            new("account", new { user.Id, user.Name, user.Email, user.EmailConfirmed, user.Language, user.CreationTime }),
        };
        foreach (var contributor in contributors)
        {
            if (await contributor.CollectAsync(AccountEraser.SubjectOf(user)) is { } section)
                sections.Add(section);
        }

        return sections;
    }

    public async Task<ErasureDto> GetErasureAsync()
    {
        var ties = await eraser.FindTiesAsync(await GetUserAsync());
        return new ErasureDto(
            [.. ties.OnlyAdminOf.Select(space => new SpaceOfErasureDto(space.Name, space.NormalizedName))], ties.IsLastOperator, [.. ties.PublicContactOf.Select(space => space.Name)]);
    }

    [UnitOfWork(IsDisabled = true)]
    public async Task EraseAsync(EraseAccountInput input)
    {
        if (!string.Equals(input.Confirmation.Trim(), L["Erase:Word"].Value, StringComparison.OrdinalIgnoreCase))
            throw new BusinessException(AssociationsErrorCodes.ErasureNotConfirmed).WithData("Word", L["Erase:Word"].Value);
        await passwordChecker.CheckAgainAsync(CurrentUser.GetId(), input.CurrentPassword);
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true);
        var user = await GetUserAsync();
        await mailer.SendErasedAsync(user);
        await eraser.EraseAsync(user);
        await unitOfWork.CompleteAsync();
        await signInService.SignOutAsync();
    }

    private async Task<IdentityUser> GetUserAsync() =>
        await userManager.FindByIdAsync(CurrentUser.GetId().ToString()) ?? throw new EntityNotFoundException(typeof(IdentityUser), CurrentUser.Id);
}
