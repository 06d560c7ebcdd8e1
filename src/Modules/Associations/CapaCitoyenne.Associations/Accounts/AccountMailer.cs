using System.Globalization;
using System.Net;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Localization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>The module's mails: a greeting, one sentence, one link, in the reader's language. Queued with the ambient unit of work.</summary>
internal sealed class AccountMailer(
    IEmailSender emailSender, IdentityUserManager userManager, IStringLocalizer<AssociationsResource> localizer, IConfiguration configuration) : ITransientDependency
{
    /// <summary>The link that proves the address. The words differ when another account has confirmed it: only its owner learns that.</summary>
    public async Task SendConfirmationAsync(IdentityUser user, string? associationName = null)
    {
        var holder = await userManager.FindByAddressAsync(user.Email!);
        var hasOtherAccount = holder is { EmailConfirmed: true } && holder.Id != user.Id;
        var token = await userManager.GenerateEmailConfirmationTokenAsync(user);
        await SendAsync(user, hasOtherAccount ? "Mail:Attach" : "Mail:Confirm", Link("/confirmer", user.Id, token), associationName ?? "CapaCitoyenne");
    }

    public async Task SendPasswordResetAsync(IdentityUser user) =>
        await SendAsync(user, "Mail:Reset", Link("/mot-de-passe/nouveau", user.Id, await userManager.GeneratePasswordResetTokenAsync(user)));

    /// <summary>Also a warning: whoever did not do it learns how to take the account back.</summary>
    public Task SendPasswordChangedAsync(IdentityUser user) => SendAsync(user, "Mail:PasswordChanged", $"{SelfUrl}/mot-de-passe-oublie");

    public Task SendErasedAsync(IdentityUser user) => SendAsync(user, "Mail:Erased", $"{SelfUrl}/mentions-legales");

    public Task SendInvitationAsync(string email, string language, string token, string associationName, string invitedBy) =>
        SendAsync(email, "", language, "Mail:Invitation", $"{SelfUrl}/invitation/{token}", associationName, invitedBy);

    private Task SendAsync(IdentityUser user, string key, string link, params string[] values) => SendAsync(user.Email!, user.Name, user.Language, key, link, values);

    private async Task SendAsync(string to, string name, string language, string key, string link, params string[] values)
    {
        var previous = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            object[] plain = values;
            object[] encoded = [.. values.Select(value => WebUtility.HtmlEncode(value))];
            var greeting = name.Length > 0 ? localizer["Mail:Greeting", WebUtility.HtmlEncode(name)] : localizer["Mail:GreetingNobody"];
            var body = $"""
                <p>{greeting.Value}</p>
                <p>{localizer[key + ":Text", encoded].Value}</p>
                <p><a href="{WebUtility.HtmlEncode(link)}">{localizer[key + ":Link"].Value}</a></p>
                <p>{localizer[key + ":Note"].Value}</p>
                """;
            await emailSender.QueueAsync(to, localizer[key + ":Subject", plain].Value, body);
        }
        finally
        {
            CultureInfo.CurrentUICulture = previous;
        }
    }

    private string Link(string path, Guid userId, string token) => $"{SelfUrl}{path}?u={userId}&jeton={Uri.EscapeDataString(token)}";

    private string SelfUrl => (configuration["App:SelfUrl"] ?? "http://localhost:5000").TrimEnd('/');
}
