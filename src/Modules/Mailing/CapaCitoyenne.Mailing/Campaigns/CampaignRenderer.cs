using System.Globalization;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>A letter as it leaves, with its personalisation still open.</summary>
internal sealed record RenderedLetter(string Subject, string Html, string Text);

/// <summary>Who writes: names and addresses shown on a letter.</summary>
internal sealed record LetterSender(string Name, string? ReplyTo, string AssociationName, string SiteUrl, string ListId, string PostalAddress);

/// <summary>Turns the document into the two parts of a message, inside the frame that every letter has: header, legal foot, links.</summary>
internal sealed class CampaignRenderer(
    IPageDocumentIntegrationService documents, IAssociationIntegrationService associations, ISettingProvider settings, SubscriptionLinks links,
    ICurrentTenant currentTenant, IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    public async Task<RenderedLetter> RenderAsync(Campaign campaign)
    {
        var sender = await GetSenderAsync(campaign);
        var html = await documents.RenderAsync(new RenderDocumentInput { Document = campaign.ContentJson, Target = RenderTarget.Email, BaseUrl = sender.SiteUrl });
        var text = await documents.RenderAsync(new RenderDocumentInput { Document = campaign.ContentJson, Target = RenderTarget.Text, BaseUrl = sender.SiteUrl });
        using (UseLanguage(campaign.Language))
        {
            return new RenderedLetter(campaign.Subject, FrameHtml(campaign, sender, html.Content), FrameText(campaign, sender, text.Content));
        }
    }

    public async Task<LetterSender> GetSenderAsync(Campaign campaign)
    {
        await links.LoadAsync();
        var tenantId = currentTenant.Id!.Value;
        var association = (await associations.GetListAsync([tenantId])).FirstOrDefault()
            ?? new AssociationInfo(tenantId, currentTenant.Name ?? "", tenantId.ToString("N"), "", "", "");
        var siteUrl = links.SiteUrl(association.Slug);
        return new LetterSender(
            FirstOf(campaign.FromName, await settings.GetOrNullAsync(MailingSettings.FromName), association.Name)!,
            FirstOf(campaign.ReplyTo, await settings.GetOrNullAsync(MailingSettings.ReplyTo), association.ContactEmail),
            association.Name,
            siteUrl,
            $"lettre.{new Uri(siteUrl).Host}",
            FirstOf(await settings.GetOrNullAsync(MailingSettings.PostalAddress), $"{association.Name}, {association.Town}".TrimEnd(',', ' '))!);
    }

    private string FrameHtml(Campaign campaign, LetterSender sender, string content)
    {
        const string font = "font-family:Verdana,Arial,sans-serif";
        const string link = "color:#594b70;text-decoration:underline";
        var unsubscribe = campaign.Purpose == ConsentPurpose.Statutory
            ? ""
            : $"""<a href="{Slot(PersonalFields.UnsubscribeUrl)}" style="{link}">{Html(localizer["Mailing:Letter:Unsubscribe"])}</a> · """;
        return $"""
            <!DOCTYPE html>
            <html lang="{Html(campaign.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="x-apple-disable-message-reformatting">
            <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
            <title>{Html(sender.AssociationName)}</title>
            </head>
            <body style="margin:0;padding:0;background:#f3eff8;-webkit-text-size-adjust:100%">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{Html(campaign.PreviewText ?? "")}</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3eff8"><tr><td align="center" style="padding:24px 8px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#ffffff;border-top:12px solid #a81e4b;border-radius:6px 6px 20px 20px">
            <tr><td style="padding:24px 28px 4px;{font};font-size:16px;line-height:1.4;color:#594b70"><a href="{Html(sender.SiteUrl)}/" style="color:#594b70;text-decoration:none;font-weight:bold">{Html(sender.AssociationName)}</a></td></tr>
            <tr><td style="padding:8px 28px;{font};font-size:17px;line-height:1.55;color:#22163a">
            {content}
            </td></tr>
            <tr><td style="padding:28px;{font};font-size:14px;line-height:1.55;color:#594b70">
            <p style="margin:0 0 8px;padding-top:16px;border-top:1px solid #d9d2e4">{Html(WhyYou(campaign, sender))}</p>
            <p style="margin:0 0 8px">{unsubscribe}<a href="{Slot(PersonalFields.PreferencesUrl)}" style="{link}">{Html(localizer["Mailing:Letter:Preferences"])}</a></p>
            <p style="margin:0">{Html(sender.PostalAddress)}</p></td></tr>
            </table>
            </td></tr></table>
            </body>
            </html>
            """;
    }

    private string FrameText(Campaign campaign, LetterSender sender, string content)
    {
        var unsubscribe = campaign.Purpose == ConsentPurpose.Statutory
            ? ""
            : $"{localizer["Mailing:Letter:Unsubscribe"]}: {Slot(PersonalFields.UnsubscribeUrl)}\n";
        return $"{content.TrimEnd()}\n\n-- \n{WhyYou(campaign, sender)}\n{unsubscribe}"
            + $"{localizer["Mailing:Letter:Preferences"]}: {Slot(PersonalFields.PreferencesUrl)}\n{sender.PostalAddress}\n";
    }

    private string WhyYou(Campaign campaign, LetterSender sender) => localizer[
        campaign.Purpose == ConsentPurpose.Statutory ? "Mailing:Letter:WhyYouStatutory" : "Mailing:Letter:WhyYou", sender.AssociationName];

    private static string Slot(string field) => "{{" + field + "}}";

    /// <summary>Escapes markup only: accents stay readable.</summary>
    private static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string? FirstOf(params string?[] values) => Array.Find(values, v => !string.IsNullOrWhiteSpace(v));

    private static IDisposable UseLanguage(string language) => new LanguageScope(language);

    private sealed class LanguageScope : IDisposable
    {
        private readonly CultureInfo _previous = CultureInfo.CurrentUICulture;

        public LanguageScope(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => CultureInfo.CurrentUICulture = _previous;
    }
}
