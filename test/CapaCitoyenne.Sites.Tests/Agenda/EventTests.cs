using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Agenda;

public class EventTests(HubFixture hub)
{
    private DateOnly Today => SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task An_event_goes_online_with_its_page_its_line_in_the_agenda_and_the_menu()
    {
        var space = await hub.Given.AnOnlineSite();
        (await hub.ReadAsync(space.Slug, "/")).ShouldNotContain("href=\"/agenda\"");
        var one = await space.AnEvent("Troc de plantes", Today.AddDays(7));
        (await hub.VisitAsync(space.Slug, one.Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await space.Publishes(one);

        (await hub.ReadAsync(space.Slug, "/")).ShouldContain("href=\"/agenda\"");
        (await hub.ReadAsync(space.Slug, "/agenda")).ShouldContain("href=\"/agenda/troc-de-plantes\"");
        var page = await hub.ReadAsync(space.Slug, one.Path);
        page.ShouldContain("de 19&#xA0;h à 21&#xA0;h");
        page.ShouldContain("https://www.openstreetmap.org/search?query=12");
        page.ShouldContain("<script type=\"application/ld+json\">");
        var json = JsonDocument.Parse(Regex.Match(page, "ld\\+json\">(.*?)</script>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value).RootElement;
        json.GetProperty("startDate").GetString()!.ShouldMatch(@"T19:00:00\+0[12]:00$");
        json.GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventScheduled");
        (await hub.ReadAsync(space.Slug, "/sitemap.xml")).ShouldContain(one.Path + "</loc>");
    }

    [Fact]
    public async Task An_event_without_a_place_neither_goes_nor_stays_online()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.AnEvent("Où ?", Today, change: input => (input.PlaceName, input.PlaceAddress) = (null, null));
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/event/{one.Id}/publish")).CodeAsync()).ShouldBe(SitesErrorCodes.EventPlaceMissing);

        var online = await space.Publishes(await space.AnEvent("Ici", Today));
        var input = AgendaTestExtensions.Input("Ici", Today);
        (input.PlaceName, input.PlaceAddress) = (null, " ");
        (await (await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/event/{online.Id}", input)).CodeAsync()).ShouldBe(SitesErrorCodes.EventPlaceMissing);
    }

    [Fact]
    public async Task The_list_names_the_next_date_that_is_held_and_the_next_at_all_when_every_one_was_called_off()
    {
        var space = await hub.Given.AnAssociation();
        var one = await space.AnEvent("Chorale", Today, recurrence: new() { Kind = RecurrenceKind.Weekly, Count = 2 });
        await CallOff(Today);
        (await NextDay()).ShouldBe(Today.AddDays(7));
        await CallOff(Today.AddDays(7));
        (await NextDay()).ShouldBe(Today);

        Task CallOff(DateOnly day) => space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", new ChangeOccurrenceInput { Day = day, Kind = EventChangeKind.Cancelled });
        async Task<DateOnly> NextDay() => (await space.Admin.GetAsync<ListResultDto<EventListItemDto>>("/api/sites/event")).Items.ShouldHaveSingleItem().NextDay;
    }

    [Fact]
    public async Task An_event_goes_online_and_stays_there_only_with_a_picture_that_is_described_or_decorative()
    {
        var space = await hub.Given.AnOnlineSite();
        var file = await space.AFile(MediaSamples.Photo(300, 200), "fete.jpg");
        var one = await space.AnEvent("Fête", Today, change: Shows(null));
        (await (await Publishes()).CodeAsync()).ShouldBe(SitesErrorCodes.EventImageAltMissing);
        (await Saves(Shows("IMG_2041.jpg"))).EnsureSuccess();
        var refused = await Publishes();
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.CodeAsync()).ShouldBe(SitesErrorCodes.MediaAltIsFileName);
        (await Saves(Shows("La place un soir de fête"))).EnsureSuccess();
        (await Publishes()).EnsureSuccess();
        (await hub.ReadAsync(space.Slug, one.Path)).ShouldContain("alt=\"La place un soir de fête\"");

        refused = await Saves(Shows(null));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.CodeAsync()).ShouldBe(SitesErrorCodes.EventImageAltMissing);
        (await Saves(Shows(null, isDecorative: true))).EnsureSuccess();
        (await hub.ReadAsync(space.Slug, one.Path)).ShouldContain("alt=\"\"");

        Action<SaveEventInput> Shows(string? alt, bool isDecorative = false) => input => (input.Image, input.ImageAlt, input.ImageIsDecorative) = (file.Urn, alt, isDecorative);
        Task<HttpResponseMessage> Publishes() => space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/event/{one.Id}/publish");
        Task<HttpResponseMessage> Saves(Action<SaveEventInput> change)
        {
            var input = AgendaTestExtensions.Input("Fête", Today);
            change(input);
            return space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/event/{one.Id}", input);
        }
    }

    [Fact]
    public async Task What_is_called_off_stays_listed_with_the_reason_and_is_not_deleted()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.Publishes(await space.AnEvent("Vide-grenier", Today.AddDays(3)));
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/cancel", new CancelEventInput { Reason = "Tempête annoncée" });

        var agenda = await hub.ReadAsync(space.Slug, "/agenda");
        agenda.ShouldContain("Annulé");
        agenda.ShouldContain("Tempête annoncée");
        (await hub.ReadAsync(space.Slug, "/agenda.ics")).ShouldContain("STATUS:CANCELLED");
        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/event/{one.Id}")).CodeAsync()).ShouldBe(SitesErrorCodes.EventWasPublished);
    }

    [Fact]
    public async Task One_date_of_a_weekly_event_is_moved_another_called_off_and_a_third_taken_out()
    {
        var space = await hub.Given.AnOnlineSite();
        var first = Today.AddDays(1);
        var one = await space.Publishes(await space.AnEvent("Chorale", first, recurrence: new() { Kind = RecurrenceKind.Weekly, Count = 4 }));
        var moved = first.AddDays(8);
        await Change(new() { Day = first.AddDays(7), Kind = EventChangeKind.Moved, Times = new() { StartDay = moved, StartTime = new(10, 0), EndDay = moved, EndTime = new(11, 30) } });
        await Change(new() { Day = first.AddDays(14), Kind = EventChangeKind.Cancelled, Reason = "Salle fermée" });
        await Change(new() { Day = first.AddDays(21), Kind = EventChangeKind.Removed });

        var agenda = await hub.ReadAsync(space.Slug, "/agenda");
        agenda.Split("href=\"/agenda/chorale\"").Length.ShouldBe(4);
        agenda.ShouldContain("de 10&#xA0;h à 11&#xA0;h&#xA0;30");
        agenda.ShouldContain("Salle fermée");
        var occurrences = (await space.Admin.GetAsync<ListResultDto<OccurrenceDto>>($"/api/sites/event/{one.Id}/occurrences")).Items;
        occurrences.Select(date => date.Change).ShouldBe([null, EventChangeKind.Moved, EventChangeKind.Cancelled, EventChangeKind.Removed]);
        var refused = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/event/{one.Id}/change-occurrence", new ChangeOccurrenceInput { Day = first.AddDays(2), Kind = EventChangeKind.Removed });
        (await refused.CodeAsync()).ShouldBe(SitesErrorCodes.EventOccurrenceUnknown);

        Task<EventDto> Change(ChangeOccurrenceInput input) => space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", input);
    }

    [Theory]
    [InlineData(1, true, ", de 20 h à 2 h le lendemain")]
    [InlineData(2, true, ", de 20 h à 2 h, 2 jours plus tard")]
    [InlineData(1, false, ", pendant 2 jours")]
    public async Task A_repeated_event_that_goes_past_midnight_says_until_when(int days, bool hasTimes, string words)
    {
        var space = await hub.Given.AnAssociation();
        var one = await space.AnEvent("Bal", Today, recurrence: new() { Kind = RecurrenceKind.Weekly }, change: input => input.Times = new()
        {
            StartDay = Today, StartTime = hasTimes ? new(20, 0) : null, EndDay = Today.AddDays(days), EndTime = hasTimes ? new(2, 0) : null,
        });
        one.When.Replace('\u00a0', ' ').ShouldEndWith(words);
    }

    [Fact]
    public async Task A_calendar_file_is_served_as_one_and_a_later_change_raises_its_number()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.Publishes(await space.AnEvent("Réunion", Today.AddDays(5)));
        var response = await hub.VisitAsync(space.Slug, one.Path + ".ics");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var before = await response.Content.ReadAsStringAsync();
        var saved = await space.Admin.PutAsync<EventDto>($"/api/sites/event/{one.Id}", AgendaTestExtensions.Input("Réunion publique", Today.AddDays(6)));
        saved.Sequence.ShouldBeGreaterThan(one.Sequence);
        saved.Path.ShouldBe(one.Path);
        var after = await hub.ReadAsync(space.Slug, one.Path + ".ics");
        after.ShouldContain("SUMMARY:Réunion publique");
        Line(after, "UID:").ShouldBe(Line(before, "UID:"));

        static string Line(string file, string start) => file.Split("\r\n").First(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-02", "19:00:00", "2026-12-01", "21:00:00")]
    [InlineData("2026-12-01", "19:00:00", "2026-12-01", null)]
    [InlineData("2026-12-01", "19:00:00", "2026-12-01", "19:00:00")]
    [InlineData("2026-12-01", null, "2027-12-01", null)]
    [InlineData("0001-01-01", null, "0001-01-01", null)]
    [InlineData("9999-12-31", null, "9999-12-31", null)]
    public async Task Times_that_make_no_sense_are_refused(string startDay, string? startTime, string endDay, string? endTime)
    {
        var space = await hub.Given.AnAssociation();
        var input = AgendaTestExtensions.Input("x", DateOnly.Parse(startDay, System.Globalization.CultureInfo.InvariantCulture));
        input.Times = new()
        {
            StartDay = DateOnly.Parse(startDay, System.Globalization.CultureInfo.InvariantCulture), EndDay = DateOnly.Parse(endDay, System.Globalization.CultureInfo.InvariantCulture),
            StartTime = startTime is null ? null : TimeOnly.Parse(startTime, System.Globalization.CultureInfo.InvariantCulture),
            EndTime = endTime is null ? null : TimeOnly.Parse(endTime, System.Globalization.CultureInfo.InvariantCulture),
        };
        var response = await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/event", input);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.EventTimesInvalid);
    }

    [Fact]
    public async Task Two_people_who_save_one_event_at_once_do_not_overwrite_each_other()
    {
        var space = await hub.Given.AnAssociation();
        var one = await space.AnEvent("Repas", Today.AddDays(1));
        var input = AgendaTestExtensions.Input("Repas partagé", Today.AddDays(1));
        input.ConcurrencyStamp = one.ConcurrencyStamp;
        await space.Admin.PutAsync<EventDto>($"/api/sites/event/{one.Id}", input);
        (await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/event/{one.Id}", input)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
