using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Sites.Integration;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <param name="ViewUrl">« Read it in the browser ».</param>
/// <param name="Foot">HTML below the postal address; may be empty.</param>
internal sealed record LetterLook(LetterSender Sender, SiteLook Site, string ViewUrl, string Foot);

/// <summary>
/// What stands around every letter: the association's name in its colour, the legal foot, the links. Tables and inline styles for Outlook and Gmail, a
/// table of fixed width in a comment for Outlook alone, and one short style sheet for dark screens, which those drop that do not know it.
/// </summary>
internal sealed class LetterFrame(IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    private const string Serif = "font-family:Georgia,'Times New Roman',serif";
    private const string Sans = "font-family:Verdana,Arial,sans-serif";
    private const string Quiet = "color:#5b5560;text-decoration:underline";

    /// <summary>Fills the line that mail programs show beside the subject, so that they do not go on with the text.</summary>
    private static readonly string Filler = string.Concat(Enumerable.Repeat("&#847;&zwnj;&nbsp;", 40));

    public string WriteHtml(Campaign campaign, LetterLook look, string content)
    {
        var (sender, site, accent) = (look.Sender, look.Site, look.Site.AccentColor);
        var unsubscribe = campaign.Purpose == ConsentPurpose.Statutory
            ? ""
            : $"""<a class="quiet" href="{Slot(PersonalFields.UnsubscribeUrl)}" style="{Quiet}">{Html(localizer["Mailing:Letter:Unsubscribe"])}</a> · """;
        // Mail programs draw no vectors.
        var logo = site.LogoUrl is { } url && !url.EndsWith(".svg", StringComparison.Ordinal)
            ? $"""<img src="{Html(sender.SiteUrl + url)}" alt="" height="48" style="height:48px;width:auto;border:0;vertical-align:middle;margin-right:12px">"""
            : "";
        return $$"""
            <!DOCTYPE html>
            <html lang="{{Html(campaign.Language)}}" dir="ltr" xmlns:o="urn:schemas-microsoft-com:office:office">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <meta name="x-apple-disable-message-reformatting">
            <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
            <title>{{Html(sender.AssociationName)}}</title>
            <!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->
            <style>
            :root{color-scheme:light dark;supported-color-schemes:light dark}
            @media (prefers-color-scheme:dark){
            .ground{background-color:#17141c!important}
            .sheet{background-color:#242029!important}
            .panel{background-color:#322c3a!important}
            .ink,.name{color:#f2eef6!important}
            .ink a{color:#f2eef6!important}
            .ink a.button{color:#ffffff!important}
            .button-secondary{border-color:#f2eef6!important}
            .soft,.soft a.quiet{color:#c3bacb!important}
            }
            @media (max-width:480px){
            .ink,.head,.soft{padding-left:20px!important;padding-right:20px!important}
            }
            </style>
            </head>
            <body class="ground" style="margin:0;padding:0;background-color:#f1eee9;-webkit-text-size-adjust:100%">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{{Html(campaign.PreviewText ?? "")}}{{Filler}}</div>
            <table class="ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f1eee9"><tr><td align="center" style="padding:24px 8px">
            <!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
            <table class="sheet" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background-color:#ffffff;border-top:8px solid {{accent}};border-radius:4px">
            <tr><td class="head" style="padding:24px 28px 12px;text-align:left;{{Serif}};font-size:21px;line-height:1.3;font-weight:bold">{{logo}}<a class="name" href="{{Html(sender.SiteUrl)}}/" style="color:{{accent}};text-decoration:none">{{Html(sender.AssociationName)}}</a></td></tr>
            <tr><td style="text-align:left">
            {{content}}
            </td></tr>
            <tr><td class="soft" style="padding:12px 28px 28px;text-align:left;{{Sans}};font-size:14px;line-height:1.6;color:#5b5560">
            <p style="margin:0 0 8px;padding-top:16px;border-top:1px solid #d9d2c8">{{Html(WhyYou(campaign, sender))}}</p>
            <p style="margin:0 0 8px">{{unsubscribe}}<a class="quiet" href="{{Slot(PersonalFields.PreferencesUrl)}}" style="{{Quiet}}">{{Html(localizer["Mailing:Letter:Preferences"])}}</a> · <a class="quiet" href="{{Html(look.ViewUrl)}}" style="{{Quiet}}">{{Html(localizer["Mailing:Letter:View"])}}</a></p>
            <p style="margin:0">{{Html(sender.PostalAddress)}}</p>{{look.Foot}}</td></tr>
            </table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr></table>
            </body>
            </html>
            """;
    }

    public string WriteText(Campaign campaign, LetterLook look, string content)
    {
        var unsubscribe = campaign.Purpose == ConsentPurpose.Statutory
            ? ""
            : LinkInText("Mailing:Letter:Unsubscribe", Slot(PersonalFields.UnsubscribeUrl)) + "\n";
        return $"{content.TrimEnd()}\n\n-- \n{WhyYou(campaign, look.Sender)}\n{unsubscribe}"
            + $"{LinkInText("Mailing:Letter:Preferences", Slot(PersonalFields.PreferencesUrl))}\n{LinkInText("Mailing:Letter:View", look.ViewUrl)}\n{look.Sender.PostalAddress}\n";
    }

    private string LinkInText(string key, string address) => localizer["Mailing:LinkInText", localizer[key].Value, address];

    private string WhyYou(Campaign campaign, LetterSender sender) => localizer[
        campaign.Purpose == ConsentPurpose.Statutory ? "Mailing:Letter:WhyYouStatutory" : "Mailing:Letter:WhyYou", sender.AssociationName];

    private static string Slot(string field) => "{{" + field + "}}";

    /// <summary>Escapes markup only: accents stay readable.</summary>
    private static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
