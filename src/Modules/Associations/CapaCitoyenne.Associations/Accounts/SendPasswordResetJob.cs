using CapaCitoyenne.Abp.Identity;

namespace CapaCitoyenne.Associations.Accounts;

[BackgroundJobName("associations.send-password-reset")]
internal sealed class SendPasswordResetArgs
{
    public string Email { get; set; } = "";
}

/// <summary>Mails the link if the address has an account; a repeated run mails it again, which harms nobody.</summary>
internal sealed class SendPasswordResetJob(IdentityUserManager userManager, MailBrake brake, AccountMailer mailer) : AsyncBackgroundJob<SendPasswordResetArgs>
{
    public override async Task ExecuteAsync(SendPasswordResetArgs args)
    {
        if (await userManager.FindByAddressAsync(args.Email) is { } user && brake.MayWriteTo(args.Email))
            await mailer.SendPasswordResetAsync(user);
    }
}
