using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;
using NetVips;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What the page of an event says of itself to those who show a link to it, and to search engines.</summary>
public class EventPageTests(HubFixture hub)
{
    private DateOnly Today => SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);

    private static RecurrenceDto Weekly(int count) => new() { Kind = RecurrenceKind.Weekly, Count = count };

    [Fact]
    public async Task A_link_to_an_event_shows_a_card_with_its_title_and_its_time()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.Publishes(await space.AnEvent("Troc de plantes", Today.AddDays(7)));
        var page = await hub.ReadAsync(space.Slug, one.Path);
        (Meta(page, "og:type"), Meta(page, "og:image:width"), Meta(page, "og:image:height")).ShouldBe(("website", "1200", "630"));
        var card = Meta(page, "og:image");
        card.ShouldStartWith($"http://{space.Slug}.localhost:5000/partage/");
        var response = await hub.VisitAsync(space.Slug, new Uri(card).AbsolutePath);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        using var picture = Image.NewFromBuffer(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        (picture.Width, picture.Height).ShouldBe((1200, 630));
        Data(page).GetProperty("image").GetString().ShouldBe(card);

        // Another day is another card, and the former address leads to it.
        await space.Admin.PutAsync<EventDto>($"/api/sites/event/{one.Id}", AgendaTestExtensions.Input("Troc de plantes", Today.AddDays(8)));
        var present = Meta(await hub.ReadAsync(space.Slug, one.Path), "og:image");
        present.ShouldNotBe(card);
        (await hub.VisitAsync(space.Slug, new Uri(card).AbsolutePath)).Headers.Location!.OriginalString.ShouldBe(new Uri(present).AbsolutePath);
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/unpublish");
        (await hub.VisitAsync(space.Slug, new Uri(present).AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_event_s_own_picture_is_the_one_that_a_link_shows()
    {
        var space = await hub.Given.AnOnlineSite();
        var file = await space.AFile(MediaSamples.Photo(1600, 1000), "fete.jpg");
        var one = await space.Publishes(await space.AnEvent("Fête", Today.AddDays(7), change: input => (input.Image, input.ImageAlt) = (file.Urn, "La place un soir de fête")));
        var page = await hub.ReadAsync(space.Slug, one.Path);
        var address = Meta(page, "og:image");
        address.ShouldNotContain("/partage/");
        var response = await hub.VisitAsync(space.Slug, new Uri(address).AbsolutePath);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        using var picture = Image.NewFromBuffer(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        (Meta(page, "og:image:width"), Meta(page, "og:image:height")).ShouldBe(($"{picture.Width}", $"{picture.Height}"));
        Data(page).GetProperty("image").GetString().ShouldBe(address);
    }

    [Fact]
    public async Task A_search_engine_hears_of_the_next_date_that_is_held()
    {
        var space = await hub.Given.AnOnlineSite();
        var first = Today.AddDays(1);
        var one = await space.Publishes(await space.AnEvent("Chorale", first, Weekly(2)));
        await Changes(space, one, new() { Day = first, Kind = EventChangeKind.Cancelled, Reason = "Salle fermée" });
        var data = Data(await hub.ReadAsync(space.Slug, one.Path));
        data.GetProperty("startDate").GetString().ShouldStartWith($"{first.AddDays(7):O}T19:00");
        data.GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventScheduled");

        // When no date is left, it is off, and the page says so of the date itself.
        await Changes(space, one, new() { Day = first.AddDays(7), Kind = EventChangeKind.Removed });
        var page = await hub.ReadAsync(space.Slug, one.Path);
        Data(page).GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventCancelled");
        page.ShouldContain("Salle fermée");
    }

    [Fact]
    public async Task A_date_that_was_moved_is_told_with_the_day_it_was_to_be()
    {
        var space = await hub.Given.AnOnlineSite();
        var (first, moved) = (Today.AddDays(1), Today.AddDays(2));
        var one = await space.Publishes(await space.AnEvent("Chorale", first, Weekly(3)));
        await Changes(space, one, new() { Day = first, Kind = EventChangeKind.Moved, Times = new() { StartDay = moved, StartTime = new(10, 0), EndDay = moved, EndTime = new(11, 30) } });
        var data = Data(await hub.ReadAsync(space.Slug, one.Path));
        data.GetProperty("startDate").GetString().ShouldStartWith($"{moved:O}T10:00");
        data.GetProperty("previousStartDate").GetString().ShouldStartWith($"{first:O}T19:00");
        data.GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventRescheduled");
    }

    private static Task<EventDto> Changes(TestSpace space, EventDto one, ChangeOccurrenceInput change) => space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", change);

    private static string Meta(string html, string property) => Regex.Match(html, $"property=\"{property}\" content=\"(?<v>[^\"]+)\"").Groups["v"].Value;

    private static JsonElement Data(string html)
        => JsonDocument.Parse(Regex.Match(html, "<script type=\"application/ld\\+json\">(?<v>.*?)</script>", RegexOptions.Singleline).Groups["v"].Value).RootElement;
}
