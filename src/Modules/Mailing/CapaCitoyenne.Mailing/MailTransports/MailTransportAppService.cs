using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Settings;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.MailTransports;

[Authorize(MailingPermissions.Settings.Default)]
internal sealed class MailTransportAppService(
    MailAccounts accounts, ISettingManager manager, TransportTrial trial, WaitingLetters waiting, IAssociationIntegrationService associations)
    : MailingAppService, IMailTransportAppService
{
    public async Task<MailTransportDto> GetAsync() => await ToDtoAsync(await accounts.FindOfSpaceAsync());

    public async Task<MailTransportDto> UpdateAsync(UpdateMailTransportDto input)
    {
        var settings = MailTransportSettings.From(input, await accounts.FindOfSpaceAsync(), isOperator: false);
        await manager.SetForCurrentTenantAsync(MailingSettingNames.Transport, settings?.ToJson());
        return await ToDtoAsync(settings);
    }

    [UnitOfWork(isTransactional: false)]
    public async Task<MailTransportTestDto> SendTestAsync()
    {
        var tenantId = CurrentTenant.Id!.Value;
        var name = await SettingProvider.GetOrNullAsync(MailingSettings.FromName)
            ?? (await associations.GetListAsync([tenantId])).FirstOrDefault()?.Name ?? CurrentTenant.Name ?? "";
        var outcome = await trial.RunAsync(await accounts.GetCurrentAsync(), CurrentUser.Email!, name);
        return outcome.ToDto(CurrentUser.Email!, outcome.Fault is null ? await waiting.ResumeAsync() : 0, L);
    }

    private async Task<MailTransportDto> ToDtoAsync(MailTransportSettings? settings)
    {
        var dto = settings.ToDto(settings?.FromAddress ?? (await accounts.GetCurrentAsync()).Options.FromAddress);
        dto.WaitingLetters = await waiting.CountAsync();
        dto.WebhookPath = $"/api/mailing/webhooks/sendgrid/{CurrentTenant.Id}";
        return dto;
    }
}

[Authorize(MailingPermissions.Hub.Default)]
internal sealed class HubMailTransportAppService(MailAccounts accounts, ISettingManager manager, TransportTrial trial, IBackgroundJobManager jobs)
    : MailingAppService, IHubMailTransportAppService
{
    public async Task<MailTransportDto> GetAsync() => await ToDtoAsync(await accounts.FindOfHubAsync());

    public async Task<MailTransportDto> UpdateAsync(UpdateMailTransportDto input)
    {
        var settings = MailTransportSettings.From(input, await accounts.FindOfHubAsync(), isOperator: true);
        await manager.SetGlobalAsync(MailingSettingNames.HubTransport, settings?.ToJson());
        return await ToDtoAsync(settings);
    }

    [UnitOfWork(isTransactional: false)]
    public async Task<MailTransportTestDto> SendTestAsync()
    {
        var account = await accounts.GetCurrentAsync();
        var outcome = await trial.RunAsync(account, CurrentUser.Email!, account.Options.FromName);
        if (outcome.Fault is null) await jobs.EnqueueAsync(new ResumeLettersArgs());
        return outcome.ToDto(CurrentUser.Email!, resumed: 0, L);
    }

    private async Task<MailTransportDto> ToDtoAsync(MailTransportSettings? settings) =>
        settings.ToDto(settings?.FromAddress ?? (await accounts.GetCurrentAsync()).Options.FromAddress);
}
