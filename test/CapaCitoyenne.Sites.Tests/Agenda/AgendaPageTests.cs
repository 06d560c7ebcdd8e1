using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>The lists of the agenda and its calendar files.</summary>
public class AgendaPageTests(HubFixture hub)
{
    private DateOnly Today => SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task The_agenda_is_shown_by_month_by_place_by_category_and_what_is_over()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Publishes(await space.AnEvent("Atelier vélo", Today.AddDays(2), change: input => input.Category = "Ateliers"));
        await space.Publishes(await space.AnEvent("Fête passée", Today.AddDays(-1)));
        await space.Publishes(await space.AnEvent("Visio", Today.AddDays(2), change: input => (input.PlaceName, input.PlaceAddress, input.RemoteUrl) = (null, null, "https://visio.exemple.fr/salle")));

        (await hub.ReadAsync(space.Slug, "/agenda")).ShouldNotContain("Fête passée");
        var month = await hub.ReadAsync(space.Slug, $"/agenda/mois/{Today.AddDays(2):yyyy-MM}");
        month.ShouldContain("<th scope=\"col\" role=\"columnheader\">lundi</th>");
        month.ShouldContain("Atelier vélo");
        (await hub.ReadAsync(space.Slug, "/agenda/lieux")).ShouldContain("<h2>En ligne</h2>");
        (await hub.ReadAsync(space.Slug, "/agenda/categorie/ateliers")).ShouldNotContain("Visio");
        (await hub.ReadAsync(space.Slug, "/agenda/categorie/ateliers.ics")).ShouldContain("SUMMARY:Atelier vélo");
        (await hub.VisitAsync(space.Slug, "/agenda/categorie/rien.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.ReadAsync(space.Slug, Today.AddDays(-1).Year == Today.Year ? "/agenda/passes" : $"/agenda/passes/{Today.Year - 1}")).ShouldContain("Fête passée");
        foreach (var path in new[] { "/agenda/mois/1900-01", "/agenda/mois/x", "/agenda/page/99", "/agenda/passes/9999", "/agenda/passes/-1", "/agenda/rien" })
            (await hub.VisitAsync(space.Slug, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task A_category_and_the_places_go_on_page_after_page_and_lead_back_to_the_list()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Publishes(await space.AnEvent("Chorale", Today.AddDays(1), recurrence: new() { Kind = RecurrenceKind.Weekly, Count = 35 }, change: input => input.Category = "Ateliers"));
        await space.Publishes(await space.AnEvent("Troc", Today.AddDays(2), change: input => input.PlaceName = "Zénith"));
        foreach (var (path, last) in new[] { ("/agenda/categorie/ateliers", 5), ("/agenda/lieux", 6), ("/agenda", 6) })
        {
            var first = await hub.ReadAsync(space.Slug, path);
            Count(first).ShouldBe(30, path);
            first.ShouldContain($"<a rel=\"next\" href=\"{path}/page/2\">");
            var second = await hub.ReadAsync(space.Slug, path + "/page/2");
            Count(second).ShouldBe(last, path);
            second.ShouldContain($"<a rel=\"prev\" href=\"{path}\">");
            if (path != "/agenda") second.ShouldContain("href=\"/agenda\">Liste</a>");
        }
        foreach (var path in new[] { "/agenda/categorie/ateliers/page/3", "/agenda/lieux/page/1", "/agenda/page/2000000000", "/agenda/passes/page/2", "/agenda/chorale/page/2" })
            (await hub.VisitAsync(space.Slug, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);

        static int Count(string html) => Regex.Count(html, "href=\"/agenda/(chorale|troc)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Who_follows_a_category_has_a_file_without_events_when_the_last_is_long_over_or_off_the_site()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Publishes(await space.AnEvent("Vieille fête", Today.AddDays(-800), change: input => input.Category = "Fêtes"));
        var file = await hub.ReadAsync(space.Slug, "/agenda/categorie/fetes.ics");
        file.ShouldContain("END:VCALENDAR");
        file.ShouldNotContain("BEGIN:VEVENT");
        await space.AnEvent("Brouillon", Today, change: input => input.Category = "Secrets");
        (await hub.VisitAsync(space.Slug, "/agenda/categorie/secrets.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_date_that_was_moved_before_the_first_day_of_its_series_is_in_the_month_where_it_is_now()
    {
        var space = await hub.Given.AnOnlineSite();
        var first = Today.AddMonths(2);
        var one = await space.Publishes(await space.AnEvent("Chorale", first, recurrence: new() { Kind = RecurrenceKind.Weekly }));
        var moved = Today.AddDays(1);
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", new ChangeOccurrenceInput
        {
            Day = first, Kind = EventChangeKind.Moved, Times = new() { StartDay = moved, StartTime = new(10, 0), EndDay = moved, EndTime = new(11, 0) },
        });
        (await hub.ReadAsync(space.Slug, $"/agenda/mois/{moved:yyyy-MM}")).ShouldContain("Chorale");
    }

    [Fact]
    public async Task What_is_to_come_is_over_at_midnight()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Publishes(await space.AnEvent("Ce soir", Today));
        (await hub.ReadAsync(space.Slug, "/agenda")).ShouldContain("Ce soir");
        hub.Wait(TimeSpan.FromDays(1));
        await space.Publishes(await space.AnEvent("Demain", Today.AddDays(1)));
        (await hub.ReadAsync(space.Slug, "/agenda")).ShouldNotContain("Ce soir");
    }
}
