using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Templates;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public partial class LetterTemplateTests(PickupHub hub)
{
    /// <summary>What Gmail, Outlook and Apple Mail all know (caniemail.com), and what only they are told.</summary>
    private static readonly HashSet<string> KnownProperties =
    [
        "background", "background-color", "border", "border-bottom", "border-collapse", "border-color", "border-left", "border-radius", "border-top", "color", "display",
        "font-family", "font-size", "font-weight", "height", "line-height", "margin", "margin-right", "max-height", "max-width", "overflow", "padding", "padding-top", "text-align",
        "text-decoration", "vertical-align", "white-space", "width", "mso-hide", "mso-padding-alt", "-webkit-text-size-adjust",
    ];

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Ten_templates_make_letters_that_every_mail_program_shows(string language)
    {
        var space = await hub.Given.AnAssociation("Le *Grand* Jardin");
        var templates = (await GetAsync(space, language)).Items;
        templates.Count.ShouldBe(10);
        foreach (var template in templates)
        {
            template.Outline.ShouldNotBeEmpty(template.Key);
            var letter = await CreateAsync(space, template.Key, language);
            letter.Subject.ShouldNotBeNullOrWhiteSpace(template.Key);
            letter.Language.ShouldBe(language);
            var preview = await space.Admin.GetAsync<CampaignPreviewDto>($"/api/mailing/campaign/{letter.Id}/preview");
            CheckHtml(template.Key, preview.Html);
            preview.Text.ShouldNotContain("{", customMessage: template.Key);
            preview.Text.Length.ShouldBeGreaterThan(300, template.Key);
            preview.Text.ShouldContain(language == "fr" ? "Lire dans le navigateur\u00a0: http" : "Read in the browser: http", customMessage: template.Key);
            (preview.Html + preview.Subject).ShouldNotContain("{Name}", customMessage: template.Key);
            (await PreflightAsync(space, letter)).Items.Where(item => item.Level == PreflightLevel.Blocking).Select(item => item.Code).ShouldBe(template.Purpose == ConsentPurpose.Statutory ? ["Members", "Audience"] : ["Audience"], template.Key);
        }
    }

    [Fact]
    public async Task A_letter_of_ones_own_becomes_a_template_and_its_deletion_can_be_taken_back()
    {
        var space = await hub.Given.AnAssociation();
        var letter = await CreateAsync(space, "thanks", "fr");
        var own = await space.Admin.PostAsync<LetterTemplateDto>("/api/mailing/letter-template", new CreateLetterTemplateDto { CampaignId = letter.Id, Name = "Merci à nous" });
        (await GetAsync(space, "fr")).Items[0].Name.ShouldBe("Merci à nous");
        (await CreateAsync(space, own.Key, "fr")).Content.ShouldBe(letter.Content);
        await space.Admin.DeleteAsync($"/api/mailing/letter-template/{own.Key}");
        (await GetAsync(space, "fr")).Items.ShouldAllBe(template => !template.IsOwn);
        await space.Admin.PostAsync<LetterTemplateDto>($"/api/mailing/letter-template/{own.Key}/restore");
        (await GetAsync(space, "fr")).Items[0].IsOwn.ShouldBeTrue();
    }

    private static void CheckHtml(string key, string html)
    {
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(CampaignConsts.MaxHtmlBytes, key);
        html.ShouldContain("<meta name=\"color-scheme\" content=\"light dark\">", customMessage: key);
        html.ShouldContain("@media (prefers-color-scheme:dark)", customMessage: key);
        html.ShouldContain("<!--[if mso]><table role=\"presentation\" width=\"600\"", customMessage: key);
        foreach (Match style in Style().Matches(html))
            foreach (var rule in WebUtility.HtmlDecode(style.Groups["rules"].Value).Split(';', StringSplitOptions.RemoveEmptyEntries))
                KnownProperties.ShouldContain(rule.Split(':')[0].Trim(), $"{key}: {rule}");
        foreach (Match table in Table().Matches(html))
            (table.Value.Contains("role=\"presentation\"") || html.Contains("<th")).ShouldBeTrue(key);
        foreach (Match image in Image().Matches(html)) image.Value.ShouldContain("alt=", customMessage: key);
        foreach (Match width in Width().Matches(html)) int.Parse(width.Groups["width"].Value, CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(600, key);
        html.ShouldNotContain("<script", customMessage: key);
        html.ShouldNotContain("class=\"block", customMessage: key);
    }

    private static Task<ListResultDto<LetterTemplateDto>> GetAsync(TestSpace space, string language)
        => space.Admin.GetAsync<ListResultDto<LetterTemplateDto>>($"/api/mailing/letter-template?culture={language}&ui-culture={language}");

    private static Task<CampaignDto> CreateAsync(TestSpace space, string key, string language)
        => space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign?culture={language}&ui-culture={language}", new CreateCampaignDto { Template = key });

    private static Task<CampaignPreflightDto> PreflightAsync(TestSpace space, CampaignDto letter)
        => space.Admin.GetAsync<CampaignPreflightDto>($"/api/mailing/campaign/{letter.Id}/preflight");

    [GeneratedRegex("style=\"(?<rules>[^\"]*)\"")]
    private static partial Regex Style();

    [GeneratedRegex("<table[^>]*>")]
    private static partial Regex Table();

    [GeneratedRegex("<img[^>]*>")]
    private static partial Regex Image();

    [GeneratedRegex("\\swidth=\"(?<width>[0-9]+)\"")]
    private static partial Regex Width();
}
