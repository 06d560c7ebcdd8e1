using System.Globalization;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Members;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>Makes accounts and proves their addresses (see <see cref="IdentityUser"/> for whom an address belongs to).</summary>
internal sealed class AccountManager(
    IdentityUserManager userManager,
    IRepository<IdentityUser, Guid> users,
    IRepository<HubMember, Guid> hubMembers,
    IMemberRepository members,
    MemberManager memberManager,
    IRepository<Association, Guid> associations) : DomainService
{
    /// <summary>
    /// A new account, provisional if the address is taken. The first one of an empty hub becomes its operator.
    /// Errors: PasswordTooShort, PasswordTooCommon.
    /// </summary>
    public async Task<IdentityUser> CreateAsync(string email, string name, string? password)
    {
        if (!string.IsNullOrEmpty(password))
            PasswordPolicy.Check(password, email, name);
        var isFirst = await users.GetCountAsync() == 0;
        var isTaken = await userManager.FindByAddressAsync(email) is not null;
        var user = new IdentityUser(
            GuidGenerator.Create(), isTaken ? IdentityUser.CreateProvisionalUserName() : email.Trim(), email.Trim(), name,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr");
        (string.IsNullOrEmpty(password) ? await userManager.CreateAsync(user) : await userManager.CreateAsync(user, password)).CheckErrors();
        if (isFirst)
            await hubMembers.InsertAsync(new HubMember(GuidGenerator.Create(), user.Id, HubRoles.Operator), autoSave: true);
        return user;
    }

    /// <summary>
    /// The person has proven that the address is theirs. Gives the account that has it from now on: this one, or the one that had
    /// confirmed it before, which takes over the memberships.
    /// </summary>
    public async Task<IdentityUser> ConfirmAsync(IdentityUser user)
    {
        var holder = await userManager.FindByAddressAsync(user.Email!);
        if (holder is { EmailConfirmed: true } && holder.Id != user.Id)
        {
            await memberManager.MoveAsync(user.Id, holder.Id);
            (await userManager.DeleteAsync(user)).CheckErrors();
            user = holder;
        }
        else
        {
            await userManager.ConfirmAddressAsync(user);
        }

        foreach (var member in await members.GetListOfUserAsync(user.Id))
        {
            if (member.IsAdmin && await associations.GetAsync(member.TenantId!.Value) is { IsConfirmed: false } association)
            {
                association.Confirm(Clock.Now);
                await associations.UpdateAsync(association);
            }
        }

        return user;
    }
}
