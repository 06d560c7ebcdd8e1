using System.Globalization;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Integration;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>A letter as it leaves, with its personalisation still open.</summary>
internal sealed record RenderedLetter(string Subject, string Html, string Text);

/// <summary>Who writes: names and addresses shown on a letter.</summary>
internal sealed record LetterSender(string Name, string? ReplyTo, string AssociationName, string SiteUrl, string ListId, string PostalAddress)
{
    /// <summary>The space wrote an address down, here or for its legal notice; otherwise name and town stand in for it.</summary>
    public bool HasPostalAddress { get; init; }
}

/// <summary>Turns the document into the two parts of a message, inside the frame that every letter has (<see cref="LetterFrame"/>).</summary>
internal sealed class CampaignRenderer(
    IPageDocumentIntegrationService documents, ISiteContentIntegrationService site, IAssociationIntegrationService associations, ISettingProvider settings,
    SubscriptionLinks links, LetterFrame frame, ICurrentTenant currentTenant) : ITransientDependency
{
    /// <param name="campaign">The letter.</param>
    /// <param name="foot">HTML that is added below the postal address.</param>
    public async Task<RenderedLetter> RenderAsync(Campaign campaign, string foot = "")
    {
        var sender = await GetSenderAsync(campaign);
        var view = links.View(sender.SiteUrl, currentTenant.Id!.Value, campaign.Id);
        var html = await documents.RenderAsync(new RenderDocumentInput { Document = campaign.ContentJson, Target = RenderTarget.Email, BaseUrl = sender.SiteUrl, PageUrl = view });
        var text = await documents.RenderAsync(new RenderDocumentInput { Document = campaign.ContentJson, Target = RenderTarget.Text, BaseUrl = sender.SiteUrl });
        using (UseLanguage(campaign.Language))
        {
            var look = new LetterLook(sender, await site.GetLookAsync(), view, foot);
            return new RenderedLetter(campaign.Subject, frame.WriteHtml(campaign, look, html.Content), frame.WriteText(campaign, look, text.Content));
        }
    }

    public async Task<LetterSender> GetSenderAsync(Campaign campaign)
    {
        await links.LoadAsync();
        var tenantId = currentTenant.Id!.Value;
        var association = (await associations.GetListAsync([tenantId])).FirstOrDefault()
            ?? new AssociationInfo(tenantId, currentTenant.Name ?? "", tenantId.ToString("N"), "", "", "");
        var siteUrl = links.SiteUrl(association.Slug);
        var postalAddress = FirstOf(await settings.GetOrNullAsync(MailingSettings.PostalAddress), OfficeOf(await associations.FindLegalNoticeAsync(tenantId)));
        return new LetterSender(
            FirstOf(campaign.FromName, await settings.GetOrNullAsync(MailingSettings.FromName), association.Name)!,
            FirstOf(campaign.ReplyTo, await settings.GetOrNullAsync(MailingSettings.ReplyTo), AddressOf(association.ContactEmail)),
            association.Name,
            siteUrl,
            $"lettre.{new Uri(siteUrl).Host}",
            FirstOf(postalAddress, $"{association.Name}, {association.Town}".TrimEnd(',', ' '))!)
        {
            HasPostalAddress = postalAddress is not null,
        };
    }

    private static string? OfficeOf(LegalNoticeInfo? notice) => string.IsNullOrWhiteSpace(notice?.Address)
        ? null
        : string.Join(", ", notice.Address.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(notice.Name));

    /// <summary>The profile takes any text: what is no address is no place for answers, and would keep the letter from being written.</summary>
    private static string? AddressOf(string? text) => EmailAddress.TryParse(text, out var address) ? address.Value : null;

    private static string? FirstOf(params string?[] values) => Array.Find(values, v => !string.IsNullOrWhiteSpace(v));

    public static IDisposable UseLanguage(string language) => new LanguageScope(language);

    private sealed class LanguageScope : IDisposable
    {
        private readonly CultureInfo _previous = CultureInfo.CurrentUICulture;

        public LanguageScope(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => CultureInfo.CurrentUICulture = _previous;
    }
}
