using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Tests.Delivery.Model;

/// <summary>The process died: unwinds without anything being recorded, as no code of the engine catches it.</summary>
internal sealed class KilledException(DeliveryStep step) : OperationCanceledException($"Killed at {step}.");

/// <summary>Dies at the n-th step that it comes to, whichever that is.</summary>
internal sealed class DeadlyProbe(int steps, SortedDictionary<string, int>? seen = null) : IDeliveryProbe
{
    private int _steps = steps;

    public void Reached(DeliveryStep step)
    {
        if (Interlocked.Decrement(ref _steps) > 0) return;
        if (seen is not null) seen[$"Killed: {step}"] = seen.GetValueOrDefault($"Killed: {step}") + 1;
        throw new KilledException(step);
    }
}

/// <summary>
/// The real engine, step by step as <see cref="DeliveryEngine"/> runs it, on a ledger in memory: two processes that die and come back, a colleague who
/// pauses, resumes and cancels, a provider in all its moods, and events that come late, twice, in disorder, or never.
/// </summary>
internal sealed class LedgerWorld : IDisposable
{
    private static readonly Guid CampaignId = new("00000000-0000-0000-0000-0000000000bb");
    private readonly Chance _chance;
    private readonly MemoryLedger _ledger = new();
    private readonly MemoryClock _clock = new();
    private readonly MemoryTenant _tenant = new();
    private readonly CountingGuids _guids = new();
    private readonly List<Guid> _contacts;
    private readonly HashSet<Guid> _unwanted = [];
    private readonly IOptions<MailingOptions> _options = Options.Create(new MailingOptions { LinkKeys = ["1:" + Convert.ToBase64String(new byte[32])], SpaceRatePerMinute = 0, FreezeSize = 6 });
    private readonly SubscriptionLinks _links;

    public LedgerWorld(int seed, ProviderManner manner)
    {
        _chance = new Chance(seed);
        Provider = new MoodyProvider(_chance, _clock, manner);
        _links = new SubscriptionLinks(null!, _options, null!);
        _contacts = [.. Enumerable.Range(1, 1 + _chance.Random.Next(9)).Select(i => new Guid(i, 0, 0, new byte[8]))];
        var campaign = new Campaign(CampaignId, "Lettre", "Bonjour", "{}", "fr", ConsentPurpose.Information, []);
        campaign.Order(_clock.Now);
        campaign.BeginFreezing("Bonjour", "<p>Bonjour</p>", "Bonjour");
        _ledger.Committed.Entities.Add((typeof(Campaign), CampaignId), campaign);
    }

    public MoodyProvider Provider { get; }

    public static string EmailOf(Guid contactId) => $"p{contactId.ToString("N")[..8]}@exemple.fr";

    public void Dispose()
    {
        _links.Dispose();
        _tenant.Dispose();
    }

    /// <summary>Runs the schedule to its end.</summary>
    /// <returns>What is wrong, in words; null when every promise held.</returns>
    public string? Run()
    {
        _chance.Run(async () =>
        {
            await _links.LoadAsync();
            await Task.WhenAll(LiveAsync(), LiveAsync(), MeddleAsync(), CourierAsync());
            await EndAsync();
        });
        return WhatIsWrong();
    }

    /// <summary>One process after another, each until it dies.</summary>
    private async Task LiveAsync()
    {
        for (var life = 0; life < 4; life++)
        {
            try
            {
                var engine = Build(new DeadlyProbe(1 + _chance.Random.Next(25), Provider.Seen));
                for (var round = 0; round < 4; round++)
                {
                    await engine();
                    _clock.Advance(TimeSpan.FromSeconds(_chance.Random.Next(90)));
                }
            }
            catch (KilledException)
            {
                // The next one finds what this one left.
            }
        }
    }

    /// <summary>A colleague changes their mind.</summary>
    private async Task MeddleAsync()
    {
        var wishes = _chance.Random.Next(4);
        for (var i = 0; i < wishes; i++)
        {
            for (var turn = _chance.Random.Next(80); turn > 0; turn--) await Task.Yield();
            if (_chance.Random.Next(4) == 0) Provider.MaxRecipients = 1 + _chance.Random.Next(3);
            if (_chance.Random.Next(4) == 0) _unwanted.Add(_contacts[_chance.Random.Next(_contacts.Count)]);
            await WishAsync(_chance.Random.Next(8));
        }
    }

    private async Task WishAsync(int wish)
    {
        await using var unitOfWork = _ledger.Begin();
        var campaign = (await _ledger.StateAsync()).Get<Campaign>(CampaignId);
        try
        {
            if (wish < 3) campaign.Pause();
            else if (wish < 6) campaign.Resume();
            else
            {
                campaign.Cancel(_clock.Now);
                await new MemoryChunks(_ledger).CancelReadyAsync(CampaignId);
                await new MemoryDeliveries(_ledger, _unwanted).CancelQueuedAsync(CampaignId, _clock.Now);
            }
        }
        catch (CapaCitoyenne.Abp.BusinessException)
        {
            return;
        }

        await unitOfWork.CompleteAsync();
    }

    private async Task CourierAsync()
    {
        for (var walk = 0; walk < 12; walk++)
        {
            for (var turn = _chance.Random.Next(40); turn > 0; turn--) await Task.Yield();
            Provider.LetGo();
            await DeliverEventsAsync(loss: 0.2);
        }
    }

    private async Task DeliverEventsAsync(double loss)
    {
        if (Provider.Events.Count == 0) return;
        var events = SendGridEvents.Disorder(Provider.Events, _chance.Random, loss);
        Provider.Events.Clear();
        var late = events.Count > 2 ? events[..(events.Count / 3)] : [];
        Provider.Events.AddRange(late);
        var entry = new InboxEntry(_guids.Create(), "", new JsonArray([.. events.Skip(late.Count).Select(e => e.DeepClone())]).ToJsonString(), _clock.Now);
        await using (var unitOfWork = _ledger.Begin())
        {
            (await _ledger.StateAsync()).Entities.Add((typeof(InboxEntry), entry.Id), entry);
            await unitOfWork.CompleteAsync();
        }

        await new MergeEventsJob(
            new MemoryRepository<InboxEntry>(_ledger), new MemoryAttemptFinder(_ledger), new MemoryDeliveries(_ledger, _unwanted), new NoReturnedMail(), _ledger, _tenant, _clock)
            .ExecuteAsync(new MergeEventsArgs(entry.Id));
    }

    /// <summary>Everything behaves from now on; a day passes.</summary>
    private async Task EndAsync()
    {
        Provider.IsCalm = true;
        var engine = Build(new DeadlyProbe(int.MaxValue));
        await WishAsync(wish: 4);
        for (var round = 0; round < 40 && !IsSettled(); round++)
        {
            await engine();
            Provider.LetGo();
            await DeliverEventsAsync(loss: 0);
            _clock.Advance(round < 20 ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(2));
        }

        // What comes after the end changes nothing any more.
        _clock.Advance(TimeSpan.FromHours(1));
        Provider.LetGo();
        while (Provider.Events.Count > 0) await DeliverEventsAsync(loss: 0);
        await engine();
    }

    private bool IsSettled() => _ledger.Committed.Get<Campaign>(CampaignId).Status is CampaignStatus.Sent or CampaignStatus.Cancelled
        && !_ledger.Committed.All<Attempt>().Any(a => a is { Outcome: AttemptOutcome.Accepted, MayBeCancelled: true })
        && _ledger.Committed.Chunks.Values.All(k => k.State is ChunkState.Done or ChunkState.Cancelled);

    private Func<Task> Build(IDeliveryProbe probe)
    {
        var chunks = new MemoryChunks(_ledger);
        var deliveries = new MemoryDeliveries(_ledger, _unwanted);
        var attempts = new MemoryRepository<Attempt>(_ledger);
        var campaigns = new MemoryCampaigns(_ledger);
        var transports = new OneTransport(Provider);
        var pace = new PaceKeeper(new MemoryPaces(_ledger), chunks, _ledger, _clock, _options);
        var recaller = new BatchRecaller(chunks, deliveries, attempts, transports, _ledger, _tenant, _clock, probe, NullLogger<BatchRecaller>.Instance);
        var resolver = new DoubtResolver(chunks, deliveries, attempts, transports, _ledger, _tenant, _clock, probe, NullLogger<DoubtResolver>.Instance);
        var freezer = new AudienceFreezer(
            campaigns, new MemoryAudience(_ledger, _contacts), new MemoryChunkEntities(_ledger), chunks, transports, _ledger, _tenant, _guids, _options, probe,
            NullLogger<AudienceFreezer>.Instance);
        var opener = new AttemptOpener(chunks, deliveries, attempts, _links, null!, null!, _ledger, _guids, _clock, _options);
        var recorder = new OutcomeRecorder(chunks, deliveries, attempts, campaigns, pace, _ledger, _guids, _clock, probe, NullLogger<OutcomeRecorder>.Instance);
        var worker = new ChunkWorker(
            chunks, opener, recorder, transports, new OneLetter(), pace, _ledger, _tenant, _guids, _clock, _options, probe, NullLogger<ChunkWorker>.Instance);
        var finisher = new CampaignFinisher(campaigns, chunks, deliveries, _ledger, _tenant, _clock);
        return async () =>
        {
            await recaller.RunAsync(default);
            await resolver.RunAsync(default);
            await freezer.RunAsync();
            await Task.WhenAll(WorkAsync(), WorkAsync());
            await finisher.RunAsync(default);
        };

        async Task WorkAsync()
        {
            for (var i = 0; i < 20 && await worker.RunOneAsync(default); i++)
            {
                // On to the next batch.
            }
        }
    }

    private string? WhatIsWrong()
    {
        var state = _ledger.Committed;
        var wrong = new StringBuilder();
        var received = Provider.Received.GroupBy(e => e, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var campaign = state.Get<Campaign>(CampaignId);
        if (campaign.Status is not (CampaignStatus.Sent or CampaignStatus.Cancelled)) wrong.Append(CultureInfo.InvariantCulture, $"The campaign ends {campaign.Status}. ");
        if (campaign.Status == CampaignStatus.Sent && state.Deliveries.Count != _contacts.Count) wrong.Append(CultureInfo.InvariantCulture, $"{state.Deliveries.Count} of {_contacts.Count} are in the ledger. ");
        foreach (var row in state.Deliveries.Values)
        {
            var times = received.GetValueOrDefault(EmailOf(row.ContactId));
            var isRight = row.State switch
            {
                DeliveryState.Queued => false,
                DeliveryState.InDoubt => times <= 1,
                >= DeliveryMerge.FirstNeverSent => times == 0,
                _ => times == 1,
            };
            if (!isRight) wrong.Append(CultureInfo.InvariantCulture, $"{EmailOf(row.ContactId)} is {row.State} and received {times}. ");
        }

        return wrong.Length == 0 ? null : wrong.ToString();
    }

    private sealed class OneTransport(IBulkMailTransport transport) : ITransportSelector
    {
        public Task<IBulkMailTransport> GetCurrentAsync() => Task.FromResult(transport);

        public Task<IBulkMailTransport> GetAsync(string name) => Task.FromResult(transport);
    }

    private sealed class OneLetter : ILetterCache
    {
        public async Task<OutgoingLetter> GetAsync(Guid campaignId)
        {
            await Task.Yield();
            return new OutgoingLetter(
                new MailName("lettre@exemple.fr", "Essai"), null, LetterTemplates.Parse("Bonjour", "<p>Bonjour</p>", "Bonjour"), "lettre.exemple.fr", "https://exemple.fr",
                ConsentPurpose.Information, "fr");
        }
    }
}
