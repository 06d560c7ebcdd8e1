using System.Net;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class MeasurementTests(PickupHub hub) : MeasuringTests(hub)
{
    [Fact]
    public async Task A_letter_is_byte_for_byte_the_same_for_whoever_did_not_agree_and_in_a_space_that_does_not_count()
    {
        var space = await Hub.Given.AnAssociation();
        var letter = await WriteAsync(space);
        var (plain, same) = await RenderAsync();
        same.ShouldBe(plain);

        await MeasureAsync(space);
        var (_, measured) = await RenderAsync();

        measured.Html.ShouldNotBe(plain.Html);
        (measured.Subject, measured.Text).ShouldBe((plain.Subject, plain.Text));
        PersonalizedTemplate.Parse(measured.Html, TemplateKind.Html).Fill(Somebody).ShouldBe(PersonalizedTemplate.Parse(plain.Html, TemplateKind.Html).Fill(Somebody));

        Task<(RenderedLetter Plain, RenderedLetter Kept)> RenderAsync() => Hub.InAsync(space.TenantId, null, async p =>
        {
            var campaign = await p.GetRequiredService<ICampaignRepository>().GetAsync(letter);
            return (await p.GetRequiredService<CampaignRenderer>().RenderAsync(campaign), await p.GetRequiredService<LetterMeasurer>().RenderAsync(campaign));
        });

        static string? Somebody(string field) => field == PersonalFields.FirstName ? "Zoé" : null;
    }

    [Fact]
    public async Task A_letter_full_of_links_stays_within_what_a_provider_takes_for_one_person_counted_or_not()
    {
        var space = await Hub.Given.AnAssociation();
        await MeasureAsync(space);
        var links = string.Concat(Enumerable.Range(0, 80).Select(i => $"[lien {i}](https://exemple.org/{i}{(i % 9 == 0 ? new string('x', 1500) : "")}) "));
        var id = await WriteAsync(space, content: $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"{{links}}"}]}""");
        await Hub.InAsync(space.TenantId, null, async p =>
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
    public async Task Readings_and_clicks_are_sums_that_are_told_from_five_on()
    {
        var space = await Hub.Given.AnAssociation();
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
        var space = await Hub.Given.AnAssociation();
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
        var space = await Hub.Given.AnAssociation();
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
        var (space, other) = (await Hub.Given.AnAssociation(), await Hub.Given.AnAssociation());
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
        var space = await Hub.Given.AnAssociation();
        await MeasureAsync(space);
        var people = await AgreeingAsync(space, 1);

        var everybody = await space.Admin.PostAsync<SegmentDto>("/api/mailing/segment", new CreateUpdateSegmentDto { Name = "Membres" });
        var letter = await SendAsync(space, ConsentPurpose.Statutory, everybody.Id);

        LettersTo(people[0]).ShouldHaveSingleItem().ShouldNotContain("/lettre/suivre/");
        (await space.Admin.GetAsync<CampaignResultDto>($"/api/mailing/campaign-result/{letter}")).Measurement.ShouldBeNull();
    }
}
