using System.Text;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>Shows and sends a letter as one person would receive it.</summary>
internal sealed class CampaignPreviewer(
    CampaignRenderer renderer, IContactRepository contacts, ICampaignRepository campaigns, SubscriptionLinks links, IEmailSender emailSender,
    IDistributedEventBus eventBus, LetterFields letterFields, ICurrentTenant currentTenant, IClock clock, MailAccounts accounts, TransportSelector transports,
    IGuidGenerator guidGenerator, IStringLocalizer<MailingResource> localizer, ILogger<CampaignPreviewer> logger) : ITransientDependency
{
    private const string NobodysAddress = "prenom.nom@example.org";

    public async Task<CampaignPreviewDto> PreviewAsync(Campaign campaign, Guid? contactId)
    {
        var contact = contactId is { } id ? await contacts.GetAsync(id) : null;
        var letter = await FillAsync(campaign, contact, contact?.Email ?? NobodysAddress);
        return letter with { PreviewText = campaign.PreviewText ?? "" };
    }

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TransportUnavailable"/>.</exception>
    public async Task<List<string>> SendTestAsync(Campaign campaign, IReadOnlyList<EmailAddress> addresses, Guid? asContactId)
    {
        var contact = asContactId is { } id ? await contacts.GetAsync(id) : null;
        var sender = await renderer.GetSenderAsync(campaign);
        var transport = await transports.GetCurrentAsync();
        foreach (var address in addresses)
        {
            if (transport.Provider == MailProvider.Pickup) await PutAsync(campaign, contact, sender, address);
            else await HandOverAsync(transport, campaign, contact, sender, address);
        }

        await campaigns.RecordTestAsync(campaign.Id, clock.Now);
        await eventBus.PublishAsync(new TaskStateChangedEto { TenantId = currentTenant.Id!.Value, TaskName = TaskNames.TestSent });
        return [.. addresses.Select(a => a.Value)];
    }

    /// <summary>The letter itself, by the road and from the address that it will take: a test that goes another way tests nothing.</summary>
    private async Task HandOverAsync(IBulkMailTransport transport, Campaign campaign, Contact? contact, LetterSender sender, EmailAddress address)
    {
        var rendered = await renderer.RenderAsync(campaign);
        var message = new BulkMessage
        {
            // Of no ledger: news about it are passed over.
            AttemptId = guidGenerator.Create(),
            CampaignId = campaign.Id,
            TenantId = currentTenant.Id!.Value,
            From = new MailName((await accounts.GetCurrentAsync()).Options.FromAddress, sender.Name),
            ReplyTo = sender.ReplyTo,
            Letter = LetterTemplates.Parse(localizer["Mailing:Letter:TestPrefix", rendered.Subject], rendered.Html, rendered.Text),
            ListId = sender.ListId,
            CanUnsubscribe = campaign.Purpose != ConsentPurpose.Statutory,
            Recipients = [await PersonAsync(campaign, contact, sender, address.Value)],
        };
        var outcome = await transport.SendAsync(message, CancellationToken.None);
        if (outcome is { Kind: BulkOutcomeKind.Accepted, Exceptions.Count: 0 }) return;
        logger.LogWarning("The test of campaign {CampaignId} could not be sent: {Outcome} {Detail}", campaign.Id, outcome.Kind, outcome.Detail);
        var refusal = outcome.Exceptions.Values.FirstOrDefault(e => e.Kind == RecipientOutcomeKind.Refused);
        throw refusal is null
            ? new BusinessException(MailingErrorCodes.TransportUnavailable)
            : new BusinessException(MailingErrorCodes.TestAddressRefused).WithData("Email", address.Value).WithData("Reason", refusal.Reason ?? outcome.Detail ?? "");
    }

    private async Task PutAsync(Campaign campaign, Contact? contact, LetterSender sender, EmailAddress address)
    {
        var letter = await FillAsync(campaign, contact, address.Value);
        var args = new AdditionalEmailSendingArgs { FromName = sender.Name, ReplyTo = sender.ReplyTo, TextBody = letter.Text };
        try
        {
            await emailSender.SendAsync(address.Value, localizer["Mailing:Letter:TestPrefix", letter.Subject], letter.Html, isBodyHtml: true, args);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The test of campaign {CampaignId} could not be sent", campaign.Id);
            throw new BusinessException(MailingErrorCodes.TransportUnavailable, innerException: e);
        }
    }

    private async Task<BulkRecipient> PersonAsync(Campaign campaign, Contact? contact, LetterSender sender, string email)
    {
        // A preview's links lead to the page and belong to nobody: trying them unsubscribes no one.
        var url = links.Unsubscribe(sender.SiteUrl, currentTenant.Id!.Value, Guid.Empty, campaign.Id);
        return new BulkRecipient(contact?.Id ?? Guid.Empty, email, contact?.FirstName, contact?.LastName, url, links.Preferences(sender.SiteUrl, currentTenant.Id!.Value, Guid.Empty, campaign.Id))
        {
            Fields = contact is null ? null : (await letterFields.ReadAsync([contact.Id], campaign.Language)).GetValueOrDefault(contact.Id),
        };
    }

    private async Task<CampaignPreviewDto> FillAsync(Campaign campaign, Contact? contact, string email)
    {
        var rendered = await renderer.RenderAsync(campaign);
        var sender = await renderer.GetSenderAsync(campaign);
        var person = await PersonAsync(campaign, contact, sender, email);
        var letter = LetterTemplates.Parse(rendered.Subject, rendered.Html, rendered.Text);
        var html = letter.Html.Fill(person.ValueOf);
        return new CampaignPreviewDto(
            letter.Subject.Fill(person.ValueOf), "", $"{sender.Name} <{(await accounts.GetCurrentAsync()).Options.FromAddress}>", html, letter.Text.Fill(person.ValueOf),
            Encoding.UTF8.GetByteCount(html));
    }
}
