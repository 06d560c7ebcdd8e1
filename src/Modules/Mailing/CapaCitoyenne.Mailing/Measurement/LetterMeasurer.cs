using System.Net;
using System.Text;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Measurement;

/// <summary>
/// Makes the places of a letter that differ for people who agreed to be counted: the links of its HTML part, and one picture with a sentence at its foot.
/// What everybody else gets is the place's fallback, hence the letter as it is without any of this, byte for byte.
/// </summary>
internal sealed class LetterMeasurer(
    CampaignRenderer renderer, ILetterCounterRepository counters, SubscriptionLinks links, ISettingProvider settings, ICurrentTenant currentTenant,
    IGuidGenerator guidGenerator, IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    /// <summary>Links that are counted in one letter; the others stay direct.</summary>
    public const int MaxLinks = 40;

    /// <summary>SendGrid takes 10,000 bytes of values for one person: what stands in the places, tags included, stays well below, whoever it is for.</summary>
    private const int MaxBytes = 6000;

    /// <summary>What a place costs beside its value: the signed part of the link, or the provider's tag.</summary>
    private const int BytesAround = 120;

    /// <summary>The letter as it is kept for its hand-over. What the statutes require is never measured.</summary>
    public async Task<RenderedLetter> RenderAsync(Campaign campaign)
    {
        if (campaign.Purpose == ConsentPurpose.Statutory || !await IsOnAsync()) return await renderer.RenderAsync(campaign);
        var readings = LetterCounter.OfReadings(guidGenerator.Create(), campaign.Id);
        var letter = await renderer.RenderAsync(campaign, Place(PersonalFields.CountedFoot, readings.Id));
        var made = new Dictionary<string, LetterCounter>(StringComparer.Ordinal);
        var html = OpenLinks(letter.Html, (await renderer.GetSenderAsync(campaign)).SiteUrl, campaign.Id, made);
        await counters.InsertManyAsync([readings, .. made.Values], autoSave: true);
        return letter with { Html = html };
    }

    /// <summary>What stands in the places for who agreed; null when the letter has none, or the space has changed its mind since.</summary>
    public async Task<MeasuredPlaces?> FindPlacesAsync(PersonalizedTemplate html, string siteUrl, string language)
    {
        var fields = html.Slots.Select(slot => slot.Field).Distinct().ToList();
        if (fields.FindLast(field => PersonalFields.CounterOf(field, PersonalFields.CountedFoot) is not null) is not { } foot || !await IsOnAsync()) return null;
        await links.LoadAsync();
        var tenantId = currentTenant.Id!.Value;
        var addresses = fields.Select(field => (Field: field, Counter: PersonalFields.CounterOf(field, PersonalFields.CountedLink))).Where(place => place.Counter is not null)
            .ToDictionary(place => place.Field, place => links.Follow(siteUrl, tenantId, place.Counter!.Value), StringComparer.Ordinal);
        using (CampaignRenderer.UseLanguage(language))
        {
            return new MeasuredPlaces(
                addresses, foot, WebUtility.HtmlEncode(localizer["Mailing:Measure:LetterText"]), WebUtility.HtmlEncode(localizer["Mailing:Measure:LetterStop"]),
                links.Seen(siteUrl, tenantId, PersonalFields.CounterOf(foot, PersonalFields.CountedFoot)!.Value));
        }
    }

    private Task<bool> IsOnAsync() => settings.GetAsync(MailingSettings.MeasuresLetters, false);

    private string OpenLinks(string html, string siteUrl, Guid campaignId, Dictionary<string, LetterCounter> made)
    {
        var (bytes, places) = (0, new Dictionary<string, string>(StringComparer.Ordinal));
        return LinkChecker.Links().Replace(html, match =>
        {
            var written = match.Groups["address"].Value;
            if (!places.TryGetValue(written, out var place)) places[written] = place = Open(written);
            return $"href=\"{place}\"";
        });

        string Open(string written)
        {
            var url = WebUtility.HtmlDecode(written);
            // Pages about the letter itself are nobody's reading, and what holds a place already cannot hold another.
            if (url.StartsWith(siteUrl + "/lettre/", StringComparison.Ordinal) || written.AsSpan().IndexOfAny('{', '}') >= 0 || written.Trim() != written) return written;
            var cost = Math.Max(Encoding.UTF8.GetByteCount(written), siteUrl.Length) + BytesAround;
            if (url.Length > LetterCounter.MaxUrlLength || bytes + cost > MaxBytes) return written;
            if (!made.TryGetValue(url, out var counter))
            {
                if (made.Count == MaxLinks) return written;
                made[url] = counter = LetterCounter.OfLink(guidGenerator.Create(), campaignId, made.Count + 1, url);
            }

            bytes += cost;
            return Place(PersonalFields.CountedLink, counter.Id, written);
        }
    }

    private static string Place(string prefix, Guid counterId, string fallback = "") => $"{{{{{prefix}{counterId:N}|{fallback}}}}}";
}

/// <summary>The same for all who agreed, but for the link to their own choices.</summary>
/// <param name="Links">By field.</param>
/// <param name="FootField">The place at the foot of the letter.</param>
/// <param name="Text">HTML: that and why.</param>
/// <param name="Stop">HTML: the words of the link that ends it.</param>
/// <param name="PictureUrl">The picture of 1 × 1.</param>
internal sealed record MeasuredPlaces(IReadOnlyDictionary<string, string> Links, string FootField, string Text, string Stop, string PictureUrl)
{
    public string? ValueOf(string field, string preferencesUrl) => field == FootField
        ? $"""<p style="margin:8px 0 0">{Text} <a class="quiet" href="{preferencesUrl}#compter" style="color:#5b5560;text-decoration:underline">{Stop}</a></p><img src="{PictureUrl}" alt="" width="1" height="1" style="border:0">"""
        : Links.GetValueOrDefault(field);
}
