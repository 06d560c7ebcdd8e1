using System.Net;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Who gets which seats, and who waits for them.</summary>
public class SeatTests(HubFixture hub)
{
    [Fact]
    public async Task A_group_that_is_larger_than_the_seats_left_comes_with_fewer_or_waits_together()
    {
        var (space, one) = await hub.AnEventWithSeats(5);
        await hub.SignsUpAsync(space, one, "quatre@exemple.fr", "4");
        var refused = await hub.SignsUpAsync(space, one, "famille@exemple.fr", "3");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("Il ne reste que 1 place(s)");
        html.ShouldContain("<button class=\"button button-secondary\" name=\"attente\"");
        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldNotContain("C’est complet");
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem();

        hub.Wait(TimeSpan.FromSeconds(5));
        var token = AgendaTestExtensions.TokenIn(html);
        (await hub.SignsUpAsync(space, one, "famille@exemple.fr", "3", token: token, waits: true)).Headers.Location!.OriginalString.ShouldEndWith("?etat=attente");
        (await hub.SignsUpAsync(space, one, "seule@exemple.fr", token: token)).Headers.Location!.OriginalString.ShouldEndWith("?etat=confirme");
        (await space.RegistrationsAsync(one)).Select(person => (person.Email, person.State)).ShouldBe(
            [("quatre@exemple.fr", RegistrationState.Confirmed), ("seule@exemple.fr", RegistrationState.Confirmed), ("famille@exemple.fr", RegistrationState.Waiting)]);
    }

    [Fact]
    public async Task Nobody_waits_for_more_seats_than_there_are()
    {
        var (space, one) = await hub.AnEventWithSeats(2);
        (await hub.ReadAsync(space.Slug, one.Path)).ShouldContain("max=\"2\"");
        var refused = await hub.SignsUpAsync(space, one, "famille@exemple.fr", "3");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Indiquez un nombre de 1 à 2");
        var byHand = await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/registration", new CreateRegistrationInput { EventId = one.Id, Day = one.Times.StartDay, Name = "Paul", Persons = 3 });
        (await byHand.CodeAsync()).ShouldBe(SitesErrorCodes.RegistrationTooManyPersons);
    }

    [Fact]
    public async Task A_click_that_counts_twice_cancels_once()
    {
        var (space, one) = await hub.AnEventWithSeats(1);
        await hub.SignsUpAsync(space, one, "parti@exemple.fr");
        await hub.SignsUpAsync(space, one, "suivant@exemple.fr");
        await hub.RunJobsAsync();
        var path = hub.Mail.LinkTo("parti@exemple.fr", "/participer/annuler/").AbsolutePath;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => hub.SendFormAsync(space.Slug, path, []))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Confirmed);
        await hub.RunJobsAsync();
        hub.Mail.To("suivant@exemple.fr").Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_read_before_the_seats_are_held_is_read_again_then()
    {
        var (space, one) = await hub.AnEventWithSeats(1);
        await hub.InAsync(space.TenantId, null, async services =>
        {
            var events = services.GetRequiredService<IEventRepository>();
            var known = await events.GetAsync(one.Id);
            // As another request does, of which this one's context hears nothing.
            await (await events.GetQueryableAsync()).Where(row => row.Id == one.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.Seats, 7), TestContext.Current.CancellationToken);
            known.Seats.ShouldBe(1);
            (await events.HoldRegistrationsAsync(one.Id))!.Seats.ShouldBe(7);
        });
    }

    [Fact]
    public async Task When_it_is_full_people_wait_and_a_freed_seat_goes_to_the_first_who_is_told()
    {
        var (space, one) = await hub.AnEventWithSeats(1);
        await hub.SignsUpAsync(space, one, "premiere@exemple.fr");
        (await hub.ReadAsync(space.Slug, one.Path)).ShouldContain("C’est complet");
        (await hub.SignsUpAsync(space, one, "deuxieme@exemple.fr")).Headers.Location!.OriginalString.ShouldEndWith("?etat=attente");
        await hub.SignsUpAsync(space, one, "troisieme@exemple.fr");
        (await space.RegistrationsAsync(one)).Select(person => person.State).ShouldBe([RegistrationState.Confirmed, RegistrationState.Waiting, RegistrationState.Waiting]);

        await hub.RunJobsAsync();
        await hub.SendFormAsync(space.Slug, hub.Mail.LinkTo("premiere@exemple.fr", "/participer/annuler/").AbsolutePath, []);
        (await space.RegistrationsAsync(one)).Select(person => (person.Email, person.State)).ShouldBe([("deuxieme@exemple.fr", RegistrationState.Confirmed), ("troisieme@exemple.fr", RegistrationState.Waiting)]);
        await hub.RunJobsAsync();
        hub.Mail.To("deuxieme@exemple.fr").Select(mail => mail.Subject).ShouldContain("Une place s’est libérée : Atelier pain");
        hub.Mail.To("troisieme@exemple.fr").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Twenty_people_at_once_do_not_get_more_seats_than_there_are()
    {
        var (space, one) = await hub.AnEventWithSeats(5);
        var token = AgendaTestExtensions.TokenIn(await hub.ReadAsync(space.Slug, one.Path));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => hub.SignsUpAsync(space, one, $"foule{number}@exemple.fr", token: token))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        var list = await space.RegistrationsAsync(one);
        list.Count(person => person.State == RegistrationState.Confirmed).ShouldBe(5);
        list.Count(person => person.State == RegistrationState.Waiting).ShouldBe(15);
    }

    [Fact]
    public async Task Each_date_of_a_repeated_event_has_its_own_seats()
    {
        var (space, one) = await hub.AnEventWithSeats(1, new RecurrenceDto { Kind = RecurrenceKind.Weekly, Count = 3 });
        await hub.SignsUpAsync(space, one, "a@exemple.fr");
        var second = RegistrationTestExtensions.Day(one.Times.StartDay.AddDays(7));
        (await hub.SignsUpAsync(space, one, "b@exemple.fr", day: second)).Headers.Location!.OriginalString.ShouldEndWith("?etat=confirme");
        (await space.RegistrationsAsync(one)).ShouldAllBe(person => person.State == RegistrationState.Confirmed);
    }
}
