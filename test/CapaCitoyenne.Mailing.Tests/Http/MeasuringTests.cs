using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

/// <summary>A space that counts, the people who agreed to it, and the letters that they get.</summary>
public abstract partial class MeasuringTests(PickupHub hub)
{
    protected const string Path = "/api/mailing/campaign";
    protected const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    protected const string Target = "https://exemple.org/dossier?a=1&b=2";
    protected const string Content =
        """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Le [dossier](https://exemple.org/dossier?a=1&b=2) et [encore](https://exemple.org/dossier?a=1&b=2), {{firstName|vous}}."}]}""";

    protected PickupHub Hub => hub;

    protected static async Task MeasureAsync(TestSpace space)
    {
        var settings = await space.Admin.GetAsync<MailingSettingsDto>("/api/mailing/mailing-settings");
        settings.MeasuresLetters.ShouldBeFalse("it is off until the space wishes it");
        settings.MeasuresLetters = true;
        (await space.Admin.PutAsync<MailingSettingsDto>("/api/mailing/mailing-settings", settings)).MeasuresLetters.ShouldBeTrue();
    }

    protected static Task<ContactDto> AddAsync(TestSpace space) => space.Admin.PostAsync<ContactDto>(
        "/api/mailing/contact", new CreateContactDto { Email = $"m{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin" }] });

    protected static async Task<ContactDto> FindAsync(TestSpace space, string email) =>
        (await space.Admin.GetAsync<Paging.CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items.ShouldHaveSingleItem();

    /// <summary>People with the consent that the preference page writes down.</summary>
    protected Task<List<string>> AgreeingAsync(TestSpace space, int count) => hub.InAsync(space.TenantId, null, async p =>
    {
        var manager = p.GetRequiredService<ContactManager>();
        List<string> emails = [];
        for (var i = 0; i < count; i++)
        {
            var contact = await manager.CreateAsync(EmailAddress.Parse($"m{Guid.NewGuid():N}@exemple.fr"), ContactSources.Manual);
            await manager.GrantAsync(contact, ConsentPurpose.Information, ConsentMethod.Declared, "Bulletin");
            await p.GetRequiredService<MeasurementConsent>().GrantAsync(contact, ConsentMethod.Preferences, proof: null);
            emails.Add(contact.Email);
        }

        return emails;
    });

    protected static async Task<Guid> WriteAsync(TestSpace space, ConsentPurpose purpose = ConsentPurpose.Information, string content = Content, Guid? segmentId = null) =>
        (await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "Bonjour", Content = content, Purpose = purpose, SegmentId = segmentId })).Id;

    protected async Task<Guid> SendAsync(TestSpace space, ConsentPurpose purpose = ConsentPurpose.Information, Guid? segmentId = null)
    {
        var letter = await WriteAsync(space, purpose, segmentId: segmentId);
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{letter}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        return letter;
    }

    protected async Task<LetterMeasurementDto> ResultAsync(TestSpace space, Guid letter)
    {
        await hub.Services.GetRequiredService<LetterCounts>().FlushAsync();
        return (await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}")).Measurement.ShouldNotBeNull();
    }

    protected List<string> LettersTo(string email) => [.. hub.Mail.To(email).Select(m => m.HtmlBody ?? "")];

    /// <summary>Of the dossier, and of the picture.</summary>
    protected (Uri Link, Uri Picture) AddressesIn(string email)
    {
        var html = LettersTo(email)[^1];
        return (new Uri(Dossier().Match(html).Groups[1].Value), new Uri(Picture().Match(html).Groups[1].Value));
    }

    protected async Task<HttpResponseMessage> AskAsync(Uri address, HttpMethod? method = null, string userAgent = Firefox, string? purpose = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (purpose is not null) request.Headers.Add("Sec-Purpose", purpose);
        return await hub.NewBrowser().Http.SendAsync(request);
    }

    protected async Task<string> ReadAsync(Uri address) => await (await hub.NewBrowser().Http.GetAsync(address)).EnsureSuccess().Content.ReadAsStringAsync();

    protected async Task PostAsync(Uri address, params (string Name, string Value)[] fields) =>
        (await hub.NewBrowser().Http.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))).EnsureSuccess();

    [GeneratedRegex("href=\"([^\"]+/lettre/suivre/[^\"]+)\"[^>]*>dossier")]
    private static partial Regex Dossier();

    [GeneratedRegex("src=\"([^\"]+/lettre/vu/[^\"]+)\"")]
    private static partial Regex Picture();
}
