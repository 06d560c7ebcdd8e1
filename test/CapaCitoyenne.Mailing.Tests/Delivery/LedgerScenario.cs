using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>One space with contacts and one campaign that is about to leave, driven through the engine itself.</summary>
internal sealed class LedgerScenario(HubFixture hub, Guid tenantId)
{
    public Guid TenantId => tenantId;

    public Guid CampaignId { get; } = Guid.CreateVersion7();

    public List<string> Emails { get; } = [];

    private const string Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Rendez-vous samedi."}]}""";

    /// <summary>A campaign that has been ordered; its hour has come. It will be rendered, so that somebody must sign it.</summary>
    public static async Task<LedgerScenario> ScheduledAsync(HubFixture hub, int recipients)
    {
        await SilenceOthersAsync(hub);
        var name = $"quai-{Guid.NewGuid():N}";
        var association = await hub.InAsync(null, null, provider => provider.GetRequiredService<IAssociationSeedingService>().CreateAsync(
            new SeedAssociation("Le Café du quai", "Paris", name, new SeedPerson("Léa Bonnet", $"{name}@exemple.fr", TestSpace.Password))));
        return await BeginAsync(new LedgerScenario(hub, association.Id), recipients, ConsentPurpose.Information, _ => { });
    }

    /// <summary>A campaign that has been rendered and waits to be frozen.</summary>
    public static async Task<LedgerScenario> StartAsync(HubFixture hub, int recipients, ConsentPurpose purpose = ConsentPurpose.Information)
    {
        await SilenceOthersAsync(hub);
        return await JoinAsync(hub, recipients, purpose);
    }

    /// <summary>The same in another space, beside what is under way.</summary>
    public static Task<LedgerScenario> JoinAsync(HubFixture hub, int recipients, ConsentPurpose purpose = ConsentPurpose.Information) =>
        BeginAsync(new LedgerScenario(hub, Guid.CreateVersion7()), recipients, purpose, campaign => campaign.BeginFreezing(
            campaign.Subject, "<p>Bonjour {{firstName|chers amis}} {{@unsubscribe}}</p>", "Bonjour {{firstName|chers amis}} {{@unsubscribe}}"));

    private static async Task<LedgerScenario> BeginAsync(LedgerScenario scenario, int recipients, ConsentPurpose purpose, Action<Campaign> go)
    {
        await scenario.InAsync(async provider =>
        {
            var context = await provider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
            for (var i = 0; i < recipients; i++)
            {
                var contact = new Contact(Guid.CreateVersion7(), EmailAddress.Parse($"p{i:d5}@exemple.fr"), ContactSources.Import).SetNames($"Prénom{i}", null);
                scenario.Emails.Add(contact.Email);
                context.Add(contact);
                context.Add(new Consent(Guid.CreateVersion7(), contact.Id, ConsentPurpose.Information, ConsentMethod.Imported, DateTime.UtcNow, "essai"));
            }

            var campaign = new Campaign(scenario.CampaignId, "Lettre", "Bonjour {{firstName|chers amis}}", Content, "fr", purpose, []);
            campaign.Order(DateTime.UtcNow);
            go(campaign);
            context.Add(campaign);
        });
        return scenario;
    }

    /// <summary>One round of the engine, as a wake-up or the sweep does it.</summary>
    public async Task RunAsync()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryEngine>().RunAsync();
    }

    public async Task RunUntilSentAsync(int rounds = 30)
    {
        for (var i = 0; i < rounds; i++)
        {
            await RunAsync();
            if ((await GetAsync()).Status == CampaignStatus.Sent) return;
            hub.Wait(TimeSpan.FromMinutes(1));
        }

        throw new InvalidOperationException($"Not sent: {(await GetAsync()).Status}, {await CountsAsync()}");
    }

    /// <summary>What the button « Annuler l'envoi » does, and a round of the engine.</summary>
    public async Task CancelAsync()
    {
        await InAsync(async p =>
        {
            (await p.GetRequiredService<ICampaignRepository>().GetAsync(CampaignId)).Cancel(hub.Clock.GetUtcNow().UtcDateTime);
            await p.GetRequiredService<IChunkRepository>().CancelReadyAsync(CampaignId);
            await p.GetRequiredService<IDeliveryRepository>().CancelQueuedAsync(CampaignId, DateTime.UtcNow);
        });
        await RunAsync();
    }

    public Task ResumeAsync() => InAsync(async p => (await p.GetRequiredService<ICampaignRepository>().GetAsync(CampaignId)).Resume());

    public Task<Campaign> GetAsync() => InAsync(p => p.GetRequiredService<ICampaignRepository>().GetAsync(CampaignId));

    /// <summary>The ledger in words: <c>4 Accepted, 1 Delivered</c>.</summary>
    public async Task<string> CountsAsync() => string.Join(
        ", ",
        (await InAsync(p => p.GetRequiredService<IDeliveryRepository>().CountByStateAsync(CampaignId))).OrderBy(c => c.State).Select(c => $"{c.Count} {c.State}"));

    /// <summary>In the order of the addresses.</summary>
    public Task<List<CapaCitoyenne.Mailing.Delivery.Delivery>> LinesAsync() =>
        InAsync(p => p.GetRequiredService<IDeliveryRepository>().GetPageAsync(CampaignId, null, null, int.MaxValue));

    public Task<List<Attempt>> AttemptsAsync() =>
        InAsync(p => p.GetRequiredService<IRepository<Attempt, Guid>>().GetListAsync(a => a.CampaignId == CampaignId));

    public Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work) => hub.InAsync(TenantId, null, work);

    public Task InAsync(Func<IServiceProvider, Task> work) => hub.InAsync(TenantId, null, work);

    /// <summary>What people of this space got, once for each time.</summary>
    public List<string> ReceivedBy(SendGridLookAlike sendGrid) =>
        [.. sendGrid.Received.Where(m => m.Tenant == TenantId.ToString("N")).Select(m => m.Email).Order(StringComparer.Ordinal)];

    public async Task ShouldKeepItsPromisesAsync()
    {
        var broken = await InAsync(p => p.GetRequiredService<ILedgerAuditor>().FindBrokenAsync(DateTime.UtcNow));
        broken.Where(b => b.CampaignId == CampaignId).ShouldBeEmpty();
    }

    /// <summary>Earlier tests of the same database must not take part.</summary>
    private static Task SilenceOthersAsync(HubFixture hub) => hub.InAsync(null, null, async provider =>
    {
        var context = await provider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
        await context.Set<Campaign>().IgnoreQueryFilters().ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, CampaignStatus.Sent));
        await context.Set<Chunk>().IgnoreQueryFilters().ExecuteUpdateAsync(s => s.SetProperty(k => k.State, ChunkState.Done));
        await context.Set<SendingPace>().ExecuteDeleteAsync();
    });
}
