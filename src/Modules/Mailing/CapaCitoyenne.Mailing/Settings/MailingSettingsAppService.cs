using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Settings;

[Authorize(MailingPermissions.Settings.Default)]
internal sealed class MailingSettingsAppService(ISettingManager manager, GracePeriod grace) : MailingAppService, IMailingSettingsAppService
{
    public async Task<MailingSettingsDto> GetAsync() => new()
    {
        FromName = await SettingProvider.GetOrNullAsync(MailingSettings.FromName),
        ReplyTo = await SettingProvider.GetOrNullAsync(MailingSettings.ReplyTo),
        PostalAddress = await SettingProvider.GetOrNullAsync(MailingSettings.PostalAddress),
        GraceMinutes = await grace.GetMinutesAsync(),
        RequiresApproval = await SettingProvider.GetAsync(MailingSettings.RequiresApproval, false),
        MeasuresLetters = await SettingProvider.GetAsync(MailingSettings.MeasuresLetters, false),
    };

    public async Task<MailingSettingsDto> UpdateAsync(MailingSettingsDto input)
    {
        var replyTo = string.IsNullOrWhiteSpace(input.ReplyTo) ? null : EmailAddress.Parse(input.ReplyTo).Value;
        await manager.SetForCurrentTenantAsync(MailingSettings.FromName, Clean(input.FromName));
        await manager.SetForCurrentTenantAsync(MailingSettings.ReplyTo, replyTo);
        await manager.SetForCurrentTenantAsync(MailingSettings.PostalAddress, Clean(input.PostalAddress));
        await manager.SetForCurrentTenantAsync(MailingSettings.GraceMinutes, input.GraceMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await manager.SetForCurrentTenantAsync(MailingSettings.RequiresApproval, input.RequiresApproval ? "true" : null);
        await manager.SetForCurrentTenantAsync(MailingSettings.MeasuresLetters, input.MeasuresLetters ? "true" : null);
        input.ReplyTo = replyTo;
        return input;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>How long a letter can be called back: the space's choice, else the configuration's.</summary>
internal sealed class GracePeriod(ISettingProvider settings, IOptions<MailingOptions> options) : ITransientDependency
{
    public Task<int> GetMinutesAsync() => settings.GetAsync(MailingSettings.GraceMinutes, options.Value.GraceMinutes);
}
