using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public partial class MeasurementTests(PickupHub hub)
{
    private const string Path = "/api/mailing/campaign";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private const string Target = "https://exemple.org/dossier?a=1&b=2";
    private const string Content =
        """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Le [dossier](https://exemple.org/dossier?a=1&b=2) et [encore](https://exemple.org/dossier?a=1&b=2), {{firstName|vous}}."}]}""";

    [Fact]
    public async Task A_letter_is_byte_for_byte_the_same_for_whoever_did_not_agree_and_in_a_space_that_does_not_count()
    {
        var space = await hub.Given.AnAssociation();
        var letter = await WriteAsync(space);
        var (plain, same) = await RenderAsync();
        same.ShouldBe(plain);

        await MeasureAsync(space);
        var (_, measured) = await RenderAsync();

        measured.Html.ShouldNotBe(plain.Html);
        (measured.Subject, measured.Text).ShouldBe((plain.Subject, plain.Text));
        PersonalizedTemplate.Parse(measured.Html, TemplateKind.Html).Fill(Somebody).ShouldBe(PersonalizedTemplate.Parse(plain.Html, TemplateKind.Html).Fill(Somebody));

        Task<(RenderedLetter Plain, RenderedLetter Kept)> RenderAsync() => hub.InAsync(space.TenantId, null, async p =>
        {
            var campaign = await p.GetRequiredService<ICampaignRepository>().GetAsync(letter);
            return (await p.GetRequiredService<CampaignRenderer>().RenderAsync(campaign), await p.GetRequiredService<LetterMeasurer>().RenderAsync(campaign));
        });

        static string? Somebody(string field) => field == PersonalFields.FirstName ? "Zoé" : null;
    }

    [Fact]
    public async Task A_letter_full_of_links_stays_within_what_a_provider_takes_for_one_person_counted_or_not()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var links = string.Concat(Enumerable.Range(0, 80).Select(i => $"[lien {i}](https://exemple.org/{i}{(i % 9 == 0 ? new string('x', 1500) : "")}) "));
        var id = await WriteAsync(space, content: $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"{{links}}"}]}""");
        await hub.InAsync(space.TenantId, null, async p =>
        {
            var measurer = p.GetRequiredService<LetterMeasurer>();
            var letter = await measurer.RenderAsync(await p.GetRequiredService<ICampaignRepository>().GetAsync(id));
            var templates = LetterTemplates.Parse(letter.Subject, letter.Html, letter.Text);
            var places = (await measurer.FindPlacesAsync(templates.Html, $"http://{space.Slug}.localhost:5000", "fr")).ShouldNotBeNull();
            places.Links.Count.ShouldBeInRange(10, LetterMeasurer.MaxLinks);
            var plain = Delivery.PickupLedgerTests.Message("ana@exemple.fr", "bob@exemple.fr") with { Letter = templates };
            var message = plain with { Recipients = [plain.Recipients[0] with { Measured = places }, plain.Recipients[1]] };
            foreach (var person in SendGridRequest.Build(message).Personalizations) person.Substitutions.Sum(s => s.Key.Length + s.Value.Length).ShouldBeLessThan(10_000);
        });
    }

    [Fact]
    public async Task Only_who_agreed_on_their_own_page_gets_counted_links_and_no_longer_once_they_take_it_back()
    {
        var space = await hub.Given.AnAssociation();
        var (ana, bob) = (await AddAsync(space), await AddAsync(space));
        await SendAsync(space);
        var page = hub.Mail.LinkTo(ana.Email, "/lettre/preferences/");
        (await ReadAsync(page)).ShouldNotContain("compter", customMessage: "the space counts nothing, and asks nothing");
        await MeasureAsync(space);
        (await ReadAsync(page)).ShouldContain("""<input type="checkbox" name="measure" value="yes">""");

        await PostAsync(page, ("do", "measure"), ("measure", "yes"));
        await SendAsync(space);
        await PostAsync(hub.Mail.LinkTo(ana.Email, "/lettre/preferences/"), ("do", "unmeasure"));
        await SendAsync(space);

        var letters = LettersTo(ana.Email);
        letters.ConvertAll(html => html.Contains("/lettre/suivre/") && html.Contains("/lettre/vu/")).ShouldBe([false, true, false], ignoreOrder: true);
        letters.Single(html => html.Contains("/lettre/vu/")).ShouldContain("#compter");
        LettersTo(bob.Email).ShouldAllBe(html => !html.Contains("/lettre/suivre/") && !html.Contains("/lettre/vu/"));
        hub.Mail.To(ana.Email).ShouldAllBe(m => m.TextBody!.Contains(Target), "the text part is never changed");
        var consent = (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{ana.Id}")).Consents.Single(k => k.Purpose == ConsentPurpose.Measurement);
        (consent.Method, consent.WithdrawnTime is null).ShouldBe((ConsentMethod.Preferences, false));
        consent.Proof.ShouldNotBeNull().ShouldContain("/lettre/preferences");
        (await ReadAsync(new Uri(page + "?handler=Data&format=csv"))).ShouldContain("Comptage des lectures");
    }

    [Fact]
    public async Task Readings_and_clicks_are_sums_that_are_told_from_five_on()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var people = await AgreeingAsync(space, LetterMeasurementDto.Least);
        await AddAsync(space);
        var letter = await SendAsync(space);
        var (link, picture) = AddressesIn(people[0]);
        AddressesIn(people[1]).ShouldBe((link, picture), "they say which letter, and nothing of whose");

        var answer = await AskAsync(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldBe(new Uri(Target));
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        for (var i = 0; i < 4; i++) await AskAsync(picture);
        var few = await ResultAsync(space, letter);
        (few.People, few.Readings).ShouldBe((5, null));
        few.Links.ShouldBe([new LinkClicksDto($"http://{space.Slug}.localhost:5000/", null), new LinkClicksDto(Target, null)], "one line a page, in the order of the letter");

        (await AskAsync(picture)).Content.Headers.ContentType!.MediaType.ShouldBe("image/gif");
        for (var i = 0; i < 5; i++) await AskAsync(link);

        var told = await ResultAsync(space, letter);
        (told.Readings, told.Links[0].Clicks).ShouldBe((5, 6));
        var csv = await (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/{letter}/measurement.csv")).EnsureSuccess().Content.ReadAsStringAsync();
        csv.ShouldContain($"{Target};6");
    }

    [Fact]
    public async Task Nothing_is_told_of_fewer_than_five_people()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var people = await AgreeingAsync(space, LetterMeasurementDto.Least - 1);
        var letter = await SendAsync(space);
        for (var i = 0; i < 6; i++) await AskAsync(AddressesIn(people[0]).Link);

        var told = await ResultAsync(space, letter);

        (told.People, told.Readings, told.Links.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public async Task Machines_and_what_is_loaded_ahead_are_led_on_and_not_counted()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var people = await AgreeingAsync(space, LetterMeasurementDto.Least);
        var letter = await SendAsync(space);
        var (link, picture) = AddressesIn(people[0]);

        for (var i = 0; i < 6; i++)
        {
            (await AskAsync(link, HttpMethod.Head)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await AskAsync(link, userAgent: "curl/8.5.0")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await AskAsync(link, purpose: "prefetch")).Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await AskAsync(picture, userAgent: "Mozilla/5.0")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var told = await ResultAsync(space, letter);
        (told.People, told.Readings, told.Links.Max(one => one.Clicks)).ShouldBe((5, null, null));
    }

    [Fact]
    public async Task A_forged_link_and_one_of_another_space_lead_nowhere()
    {
        var (space, other) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        await MeasureAsync(space);
        var people = await AgreeingAsync(space, 1);
        await SendAsync(space);
        var (link, picture) = AddressesIn(people[0]);
        var token = link.Segments[^1];

        foreach (var wrong in new[]
        {
            new Uri(link, "pas-un-lien"),
            new Uri(link, (token[0] == 'A' ? 'B' : 'A') + token[1..]),
            new Uri(link, picture.Segments[^1][..^4]),
            new Uri(link.ToString().Replace(space.Slug, other.Slug, StringComparison.Ordinal)),
        })
        {
            var answer = await AskAsync(wrong);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong.ToString());
            (await answer.Content.ReadAsStringAsync()).ShouldContain("""<a class="button" href="/">""");
        }

        (await AskAsync(new Uri(picture.ToString().Replace(space.Slug, other.Slug, StringComparison.Ordinal)))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_statutes_require_is_measured_of_nobody()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var people = await AgreeingAsync(space, 1);

        var letter = await SendAsync(space, ConsentPurpose.Statutory);

        LettersTo(people[0]).ShouldHaveSingleItem().ShouldNotContain("/lettre/suivre/");
        (await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}")).Measurement.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_agrees_in_the_place_of_another_and_no_letter_is_for_it()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var contact = await AddAsync(space);

        foreach (var (path, body) in new (string, object)[]
        {
            ($"/api/mailing/contact/{contact.Id}/grant-consent", new GrantConsentDto { Purpose = ConsentPurpose.Measurement, Proof = "Réunion" }),
            (Path, new CreateCampaignDto { Subject = "Bonjour", Content = Content, Purpose = ConsentPurpose.Measurement }),
        })
        {
            (await (await space.Admin.SendAsync(HttpMethod.Post, path, body)).CodeAsync()).ShouldBe(MailingErrorCodes.MeasurementIsTheirs);
        }
    }

    [Fact]
    public async Task Being_counted_says_nothing_about_being_written_to()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var email = (await AgreeingAsync(space, 1))[0];
        await SendAsync(space);
        var page = hub.Mail.LinkTo(email, "/lettre/preferences/");
        await PostAsync(page, ("do", "choices"));
        (await FindAsync(space, email)).Status.ShouldBe(ContactStatus.Unsubscribed);
        await PostAsync(page, ("do", "choices"), ("purpose", "Information"), ("purpose", "Measurement"));
        await PostAsync(page, ("do", "unmeasure"));

        (await FindAsync(space, email)).Status.ShouldBe(ContactStatus.Active);
        await space.Admin.SendAsync(HttpMethod.Delete, $"/api/mailing/contact/{(await FindAsync(space, email)).Id}");
        (await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = email })).Status.ShouldBe(ContactStatus.Suppressed, "they had said no to letters before");
    }

    [Fact]
    public async Task Who_signs_up_is_asked_apart_when_they_confirm_and_the_privacy_page_says_what_is_counted()
    {
        var space = await hub.Given.AnAssociation();
        await MeasureAsync(space);
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        await PostAsync(new Uri($"http://{space.Slug}.localhost:5000/lettre/inscription"), ("email", email));
        await hub.RunJobsAsync();
        var link = hub.Mail.LinkTo(email, "/lettre/confirmer/");
        (await ReadAsync(link)).ShouldContain("""<input type="checkbox" name="measure" value="yes" aria-describedby="measure-hint">""");

        await PostAsync(link, ("measure", "yes"));

        var given = (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{(await FindAsync(space, email)).Id}")).Consents;
        given.Select(k => (k.Purpose, k.Method)).ShouldBe(
            [(ConsentPurpose.Information, ConsentMethod.FormConfirmed), (ConsentPurpose.Measurement, ConsentMethod.FormConfirmed)], ignoreOrder: true);
        var uses = await hub.InAsync(space.TenantId, null, async p => (await Task.WhenAll(
            p.GetServices<Sites.Privacy.IDataUseProvider>().OfType<Integration.NewsletterDataUseProvider>().Select(one => one.FindAsync()))).SelectMany(one => one).ToList());
        uses.Count.ShouldBe(2);
    }

    private static async Task MeasureAsync(TestSpace space)
    {
        var settings = await space.Admin.GetAsync<MailingSettingsDto>("/api/mailing/mailing-settings");
        settings.MeasuresLetters.ShouldBeFalse("it is off until the space wishes it");
        settings.MeasuresLetters = true;
        (await space.Admin.PutAsync<MailingSettingsDto>("/api/mailing/mailing-settings", settings)).MeasuresLetters.ShouldBeTrue();
    }

    private static Task<ContactDto> AddAsync(TestSpace space) => space.Admin.PostAsync<ContactDto>(
        "/api/mailing/contact", new CreateContactDto { Email = $"m{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin" }] });

    private static async Task<ContactDto> FindAsync(TestSpace space, string email) =>
        (await space.Admin.GetAsync<Paging.CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items.ShouldHaveSingleItem();

    /// <summary>People with the consent that the preference page writes down.</summary>
    private Task<List<string>> AgreeingAsync(TestSpace space, int count) => hub.InAsync(space.TenantId, null, async p =>
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

    private static async Task<Guid> WriteAsync(TestSpace space, ConsentPurpose purpose = ConsentPurpose.Information, string content = Content) =>
        (await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto { Subject = "Bonjour", Content = content, Purpose = purpose })).Id;

    private async Task<Guid> SendAsync(TestSpace space, ConsentPurpose purpose = ConsentPurpose.Information)
    {
        var letter = await WriteAsync(space, purpose);
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{letter}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        return letter;
    }

    private async Task<LetterMeasurementDto> ResultAsync(TestSpace space, Guid letter)
    {
        await hub.Services.GetRequiredService<LetterCounts>().FlushAsync();
        return (await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}")).Measurement.ShouldNotBeNull();
    }

    private List<string> LettersTo(string email) => [.. hub.Mail.To(email).Select(m => m.HtmlBody ?? "")];

    /// <summary>Of the dossier, and of the picture.</summary>
    private (Uri Link, Uri Picture) AddressesIn(string email)
    {
        var html = LettersTo(email)[^1];
        return (new Uri(Dossier().Match(html).Groups[1].Value), new Uri(Picture().Match(html).Groups[1].Value));
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, HttpMethod? method = null, string userAgent = Firefox, string? purpose = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (purpose is not null) request.Headers.Add("Sec-Purpose", purpose);
        return await hub.NewBrowser().Http.SendAsync(request);
    }

    private async Task<string> ReadAsync(Uri address) => await (await hub.NewBrowser().Http.GetAsync(address)).EnsureSuccess().Content.ReadAsStringAsync();

    private async Task PostAsync(Uri address, params (string Name, string Value)[] fields) =>
        (await hub.NewBrowser().Http.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))).EnsureSuccess();

    [GeneratedRegex("href=\"([^\"]+/lettre/suivre/[^\"]+)\"[^>]*>dossier")]
    private static partial Regex Dossier();

    [GeneratedRegex("src=\"([^\"]+/lettre/vu/[^\"]+)\"")]
    private static partial Regex Picture();
}
