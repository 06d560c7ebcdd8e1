using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>
/// Makes and reads the signed links of letters. The keys come from the configuration, or one is made and kept in the settings of the
/// hub: links work for ever, so keys are added and never taken away.
/// </summary>
internal sealed class SubscriptionLinks(IServiceScopeFactory scopeFactory, IOptions<MailingOptions> options, IConfiguration configuration)
    : ISingletonDependency, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IReadOnlyList<LinkKey>? _keys;

    /// <summary>Origin of a space's public site, without a slash at the end.</summary>
    public string SiteUrl(string slug)
    {
        var hub = new Uri(configuration["App:SelfUrl"] ?? "http://localhost:5000");
        var port = hub.IsDefaultPort ? "" : $":{hub.Port}";
        return $"{hub.Scheme}://{slug}.{configuration["App:SiteDomain"] ?? "localhost"}{port}";
    }

    /// <summary><see cref="LoadAsync"/> must have run.</summary>
    public string Unsubscribe(string siteUrl, Guid tenantId, Guid contactId, Guid campaignId)
        => $"{siteUrl}/lettre/desabonnement/{new LinkToken(LinkPurpose.Unsubscribe, tenantId, contactId, campaignId).Sign(_keys![0])}";

    /// <summary>The same signature: who may leave may choose.</summary>
    public string Preferences(string siteUrl, Guid tenantId, Guid contactId, Guid campaignId)
        => $"{siteUrl}/lettre/preferences/{new LinkToken(LinkPurpose.Unsubscribe, tenantId, contactId, campaignId).Sign(_keys![0])}";

    public string Confirm(string siteUrl, Guid tenantId, Guid contactId, Guid listId)
        => $"{siteUrl}/lettre/confirmer/{new LinkToken(LinkPurpose.Confirm, tenantId, contactId, listId).Sign(_keys![0])}";

    /// <summary>The same for all who get the letter; <see cref="LoadAsync"/> must have run.</summary>
    public string View(string siteUrl, Guid tenantId, Guid campaignId)
        => $"{siteUrl}/lettre/voir/{new LinkToken(LinkPurpose.View, tenantId, Guid.Empty, campaignId).Sign(_keys![0])}";

    /// <summary>The same for all who agreed to be counted; <see cref="LoadAsync"/> must have run.</summary>
    public string Follow(string siteUrl, Guid tenantId, Guid counterId)
        => $"{siteUrl}/lettre/suivre/{new LinkToken(LinkPurpose.Follow, tenantId, Guid.Empty, counterId).Sign(_keys![0])}";

    /// <summary>As <see cref="Follow"/>.</summary>
    public string Seen(string siteUrl, Guid tenantId, Guid counterId)
        => $"{siteUrl}/lettre/vu/{new LinkToken(LinkPurpose.Seen, tenantId, Guid.Empty, counterId).Sign(_keys![0])}.gif";

    public async Task<LinkToken?> ReadAsync(string? text, LinkPurpose purpose)
    {
        await LoadAsync();
        return LinkToken.TryRead(text, purpose, [.. _keys!], out var token) ? token : null;
    }

    public async Task LoadAsync()
    {
        if (_keys is not null) return;
        await _gate.WaitAsync();
        try
        {
            _keys ??= options.Value.LinkKeys.Count > 0 ? [.. options.Value.LinkKeys.Select(Parse)] : [await StoredKeyAsync()];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<LinkKey> StoredKeyAsync()
    {
        // Reads only: the caller may be inside a transaction, and a second writer would wait for it for ever on SQLite.
        await using var scope = scopeFactory.CreateAsyncScope();
        using var host = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(null);
        await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        var stored = await scope.ServiceProvider.GetRequiredService<ISettingProvider>().GetOrNullAsync(MailingSettingNames.LinkKey);
        return Parse(stored ?? throw new AbpException("The hub has no key for the links of letters: run the data seeder."));
    }

    private static LinkKey Parse(string text)
    {
        var parts = text.Split(':', 2);
        return new LinkKey(byte.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Convert.FromBase64String(parts[1]));
    }
}
