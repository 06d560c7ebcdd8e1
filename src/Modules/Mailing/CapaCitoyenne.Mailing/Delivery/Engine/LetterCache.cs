using System.Collections.Concurrent;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Measurement;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>What all batches of a campaign share.</summary>
internal sealed record OutgoingLetter(
    MailName From, string? ReplyTo, LetterTemplates Templates, string ListId, string SiteUrl, ConsentPurpose Purpose, string Language)
{
    /// <summary>For those who agreed to be counted; null when nobody is.</summary>
    public MeasuredPlaces? Measured { get; init; }

    /// <summary>Empty = the whole address book.</summary>
    public IReadOnlyList<Guid> ListIds { get; init; } = [];

    public bool CanUnsubscribe => Purpose != ConsentPurpose.Statutory;
}

internal interface ILetterCache
{
    Task<OutgoingLetter> GetAsync(Guid campaignId);
}

/// <summary>
/// The letters that one worker is handing over: parsed once, not once a batch. Lives as long as the worker's round. The account may be another one
/// at each batch, and so is the address that the letter comes from.
/// </summary>
internal sealed class LetterCache(
    ICampaignRepository campaigns, CampaignRenderer renderer, LetterMeasurer measurer, MailAccounts accounts, IUnitOfWorkManager unitOfWorkManager) : ILetterCache, IScopedDependency
{
    private readonly ConcurrentDictionary<Guid, OutgoingLetter> _letters = new();

    public async Task<OutgoingLetter> GetAsync(Guid campaignId)
    {
        var from = (await accounts.GetCurrentAsync()).Options.FromAddress;
        if (!_letters.TryGetValue(campaignId, out var letter)) letter = _letters.GetOrAdd(campaignId, await ReadAsync(campaignId, from));
        return letter.From.Address == from ? letter : letter with { From = letter.From with { Address = from } };
    }

    private async Task<OutgoingLetter> ReadAsync(Guid campaignId, string from)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var campaign = await campaigns.GetAsync(campaignId);
        var sender = await renderer.GetSenderAsync(campaign);
        var templates = LetterTemplates.Parse(campaign.RenderedSubject ?? "", campaign.RenderedHtml ?? "", campaign.RenderedText ?? "");
        var measured = await measurer.FindPlacesAsync(templates.Html, sender.SiteUrl, campaign.Language);
        await unitOfWork.CompleteAsync();
        return new OutgoingLetter(
            new MailName(from, sender.Name),
            sender.ReplyTo,
            templates,
            sender.ListId,
            sender.SiteUrl,
            campaign.Purpose,
            campaign.Language) { Measured = measured, ListIds = campaign.ListIds };
    }
}
