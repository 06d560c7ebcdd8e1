using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>The block « newsletter »: the sign-up form on a page, a link to it everywhere else.</summary>
internal sealed class NewsletterBlockRenderer(IStringLocalizer<MailingResource> localizer) : IBlockRenderer
{
    private const string FormPath = "/lettre/inscription";

    public string Type => "newsletter";

    public IReadOnlyList<BlockRendererField> Fields { get; } =
        [new("title", BlockRendererFieldKind.Text, MaxLength: 120), new("text", BlockRendererFieldKind.Text, MaxLength: 500)];

    public string Render(JsonObject block, BlockRenderContext context)
    {
        var previous = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(context.Lang);
        try
        {
            var title = Text(block, "title") ?? localizer["Mailing:Form:Button"];
            var url = context.BaseUrl?.TrimEnd('/') + FormPath;
            return context.Target switch
            {
                RenderTarget.Text => localizer["Mailing:LinkInText", title, url],
                RenderTarget.Web => Form(block, title),
                _ => $"""<p><a href="{WebUtility.HtmlEncode(url)}">{WebUtility.HtmlEncode(title)}</a></p>""",
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = previous;
        }
    }

    private string Form(JsonObject block, string title)
    {
        var id = "nl-" + (Text(block, "id") is { } blockId && blockId.All(char.IsAsciiLetterOrDigit) ? blockId : "form");
        var text = Text(block, "text") is { } words ? $"<p>{WebUtility.HtmlEncode(words)}</p>" : "";
        return $"""
            <h2 class="block-title">{WebUtility.HtmlEncode(title)}</h2>{text}
            <form class="newsletter-form" method="post" action="{FormPath}">
            <div class="field"><label for="{id}">{Encoded("Mailing:Form:Email")}</label><input id="{id}" name="email" type="email" autocomplete="email" maxlength="254" required></div>
            <div class="honeypot" aria-hidden="true"><label for="{id}-site">Site</label><input id="{id}-site" name="site" tabindex="-1" autocomplete="off"></div>
            <button class="button">{Encoded("Mailing:Form:Button")}</button>
            <p class="hint">{WebUtility.HtmlEncode(localizer["Mailing:Form:Consent", localizer["Mailing:Form:TheAssociation"].Value])}</p>
            </form>
            """;
    }

    private string Encoded(string key) => WebUtility.HtmlEncode(localizer[key]);

    private static string? Text(JsonObject block, string name) =>
        block[name] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
