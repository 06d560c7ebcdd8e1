using CapaCitoyenne.Mailing.Settings;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>Through what the letters of a space leave, and from which address.</summary>
/// <param name="Name">As written into each attempt: the provider, and for accounts chosen on a screen a mark of the account.</param>
internal sealed record MailAccount(string Name, MailOptions Options, bool IsOfSpace, bool IsConfigured)
{
    public override string ToString() => Name;
}

/// <summary>Finds the account of the current space: its own, else the hub's, else the configuration's.</summary>
[ExposeServices(typeof(MailAccounts), typeof(IMailOptionsProvider))]
[Dependency(ReplaceServices = true)]
internal sealed class MailAccounts(
    ISettingProvider settings, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IOptions<MailOptions> configuration)
    : IMailOptionsProvider, ITransientDependency
{
    public async Task<MailAccount> GetCurrentAsync()
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var own = currentTenant.Id is null ? null : await FindOfSpaceAsync();
        var account = own is null ? await WithOwnAddressAsync(await GetOfHubAsync()) : new MailAccount(own.AccountName, own.ToOptions(configuration.Value, isOutsideOnly: true), IsOfSpace: true, IsConfigured: false);
        await unitOfWork.CompleteAsync();
        return account;
    }

    /// <summary>Through the hub, but from the space's own domain once the provider signs for it; another account of the hub's does not.</summary>
    private async Task<MailAccount> WithOwnAddressAsync(MailAccount hub)
    {
        if (currentTenant.Id is null || hub.Options.Provider != MailProvider.SendGrid) return hub;
        return SendingAddress.Parse(await settings.GetOrNullAsync(MailingSettingNames.SendingAddress)) is { } own && own.AccountName == hub.Name
            ? hub with { Options = hub.Options.From(own.Address) }
            : hub;
    }

    /// <summary>The hub's single messages always go through the hub: they are not the space's letters.</summary>
    async Task<MailOptions> IMailOptionsProvider.GetAsync()
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var account = await GetOfHubAsync();
        await unitOfWork.CompleteAsync();
        return account.Options;
    }

    public async Task<MailTransportSettings?> FindOfSpaceAsync() => MailTransportSettings.Parse(await settings.GetOrNullAsync(MailingSettingNames.Transport));

    public async Task<MailTransportSettings?> FindOfHubAsync() => MailTransportSettings.Parse(await settings.GetOrNullAsync(MailingSettingNames.HubTransport));

    private async Task<MailAccount> GetOfHubAsync() => await FindOfHubAsync() is { } chosen
        ? new MailAccount(chosen.AccountName, chosen.ToOptions(configuration.Value, isOutsideOnly: false), IsOfSpace: false, IsConfigured: false)
        : new MailAccount(configuration.Value.Provider.ToString(), configuration.Value, IsOfSpace: false, IsConfigured: true);
}

/// <summary>An address of a space's own domain, and the account that signs for it.</summary>
internal sealed record SendingAddress(string Address, string AccountName)
{
    /// <summary>As the setting holds it; null when there is none.</summary>
    public static SendingAddress? Parse(string? text) => text?.Split(' ') is [var address, var account] ? new SendingAddress(address, account) : null;

    public override string ToString() => $"{Address} {AccountName}";
}

internal static class MailOptionsExtensions
{
    /// <summary>The same account under another sender.</summary>
    public static MailOptions From(this MailOptions options, string address) => new()
    {
        Provider = options.Provider, FromAddress = address, FromName = options.FromName, PickupFolder = options.PickupFolder, Smtp = options.Smtp, SendGrid = options.SendGrid,
    };
}
