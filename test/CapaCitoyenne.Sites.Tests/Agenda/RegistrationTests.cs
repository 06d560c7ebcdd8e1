using System.Net;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Agenda;

public class RegistrationTests(HubFixture hub)
{
    private DateOnly Today => SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Whoever_signs_up_gets_a_mail_with_the_event_and_a_link_to_cancel()
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        var response = await hub.SignsUpAsync(space, one, "awa1@exemple.fr", "2");
        response.Headers.Location!.OriginalString.ShouldEndWith("?etat=confirme");
        (await hub.ReadAsync(space.Slug, response.Headers.Location.OriginalString)).ShouldContain("il dit ce qui est noté");

        await hub.RunJobsAsync();
        var mail = hub.Mail.To("awa1@exemple.fr").ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Inscription confirmée : Atelier pain");
        mail.Attachments.ShouldHaveSingleItem().ContentType.MimeType.ShouldBe("text/calendar");
        mail.ReplyTo.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe(space.AdminEmail);

        var link = hub.Mail.LinkTo("awa1@exemple.fr", "/participer/annuler/");
        (await hub.ReadAsync(space.Slug, link.AbsolutePath)).ShouldContain("Annuler mon inscription");
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().Persons.ShouldBe(2);
        (await hub.SendFormAsync(space.Slug, link.AbsolutePath, [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await space.RegistrationsAsync(one)).ShouldBeEmpty();
        var other = await hub.Given.AnOnlineSite();
        (await hub.VisitAsync(other.Slug, link.AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_sent_twice_signs_up_once()
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        await hub.SignsUpAsync(space, one, "awa2@exemple.fr");
        (await hub.SignsUpAsync(space, one, "AWA2@exemple.fr")).Headers.Location!.OriginalString.ShouldEndWith("?etat=confirme");
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem();
        await hub.RunJobsAsync();
        hub.Mail.To("awa2@exemple.fr").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_form_tells_nobody_whether_an_address_is_coming_and_the_address_itself_hears_of_it_once()
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        await hub.SignsUpAsync(space, one, "deja.inscrite@exemple.fr");
        // The same words, once the form cannot have been sent twice by mistake, say no more than others.
        foreach (var (email, persons) in new[] { ("deja.inscrite@exemple.fr", "3"), ("inconnue@exemple.fr", "3"), ("DEJA.inscrite@exemple.fr", "2") })
            (await hub.SignsUpAsync(space, one, email, persons)).Headers.Location!.OriginalString.ShouldEndWith("?etat=confirme");
        (await space.RegistrationsAsync(one)).Select(person => (person.Email, person.Persons)).ShouldBe([("deja.inscrite@exemple.fr", 1), ("inconnue@exemple.fr", 3)], ignoreOrder: true);

        await hub.RunJobsAsync();
        hub.Mail.To("deja.inscrite@exemple.fr").Select(mail => mail.Subject).ShouldBe(["Inscription confirmée : Atelier pain", "Vous êtes déjà inscrit·e : Atelier pain"]);
        hub.Mail.To("deja.inscrite@exemple.fr")[^1].TextBody!.ShouldContain("/participer/annuler/");

        var byHand = await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/registration", new CreateRegistrationInput { EventId = one.Id, Day = one.Times.StartDay, Name = "Paul", Email = "deja.inscrite@exemple.fr" });
        byHand.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await byHand.CodeAsync()).ShouldBe("Sites:RegistrationKnown");
    }

    [Fact]
    public async Task Whoever_comes_already_and_asks_again_when_it_is_full_is_answered_like_anybody()
    {
        var (space, one) = await hub.AnEventWithSeats(1);
        await hub.SignsUpAsync(space, one, "la@exemple.fr");
        (await hub.SignsUpAsync(space, one, "la@exemple.fr")).Headers.Location!.OriginalString.ShouldEndWith("?etat=confirme");
        hub.Wait(TimeSpan.FromMinutes(11));
        (await hub.SignsUpAsync(space, one, "la@exemple.fr")).Headers.Location!.OriginalString.ShouldEndWith("?etat=attente");
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Confirmed);
    }

    [Fact]
    public async Task A_space_takes_in_so_many_sign_ups_an_hour_from_its_site_and_those_of_the_organiser_besides()
    {
        var (space, one) = await hub.AnEventWithSeats(null);
        await space.Admin.PostAsync<RegistrationDto>("/api/sites/registration", new CreateRegistrationInput { EventId = one.Id, Day = one.Times.StartDay, Name = "Paul" });
        await hub.InAsync(space.TenantId, null, async services =>
        {
            var held = await services.GetRequiredService<IEventRepository>().GetAsync(one.Id);
            var all = Enumerable.Range(1, EventConsts.MaxRegistrationsPerHour - 1).Select(number => new Registration(Guid.NewGuid(), held, held.Occurrence(one.Times.StartDay), $"Robot {number}", null, 1, null));
            await services.GetRequiredService<IRegistrationRepository>().InsertManyAsync(all);
        });
        (await hub.SignsUpAsync(space, one, "derniere@exemple.fr")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await hub.SignsUpAsync(space, one, "apres@exemple.fr", "2");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("réessayez dans une heure");
        html.ShouldContain("value=\"apres@exemple.fr\"");
        await space.Admin.PostAsync<RegistrationDto>("/api/sites/registration", new CreateRegistrationInput { EventId = one.Id, Day = one.Times.StartDay, Name = "Awa" });

        hub.Wait(TimeSpan.FromMinutes(61));
        (await hub.SignsUpAsync(space, one, "apres@exemple.fr", "2", token: AgendaTestExtensions.TokenIn(html))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_last_day_of_the_calendar_is_no_date_of_a_weekly_event()
    {
        var (space, one) = await hub.AnEventWithSeats(10, new RecurrenceDto { Kind = RecurrenceKind.Weekly });
        var answer = await hub.SignsUpAsync(space, one, "loin@exemple.fr", day: "9999-12-31");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("id=\"date-erreur\"");
    }

    [Theory]
    [InlineData("pas-une-adresse", "1", "Écrivez une adresse e-mail complète")]
    [InlineData("a@exemple.fr\r\nBcc: b@exemple.fr", "1", "Écrivez une adresse e-mail complète")]
    [InlineData("a@exemple.fr", "99", "Indiquez un nombre de 1 à 4")]
    [InlineData("a@exemple.fr", "-1", "Indiquez un nombre de 1 à 4")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_written_is_kept(string email, string persons, string error)
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        var response = await hub.SignsUpAsync(space, one, email, persons);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain(error);
        WebUtility.HtmlDecode(html).ShouldContain("<title>Erreur – Atelier pain");
        WebUtility.HtmlDecode(html).ShouldContain("pas encore partie");
        html.ShouldContain("value=\"Awa Diallo\"");
        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldContain(email == "a@exemple.fr" ? "<a href=\"#personnes\">" : "<a href=\"#email\">");
        (await space.RegistrationsAsync(one)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_machine_is_thanked_and_forgotten_and_whoever_has_no_token_is_asked_once_more()
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        (await hub.SignsUpAsync(space, one, "robot@exemple.fr", honeypot: "http://spam")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var asked = await hub.SignsUpAsync(space, one, "lent@exemple.fr", token: "x");
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await asked.Content.ReadAsStringAsync();
        html.ShouldContain("Encore un clic");
        (await space.RegistrationsAsync(one)).ShouldBeEmpty();
        hub.Wait(TimeSpan.FromSeconds(5));
        (await hub.SignsUpAsync(space, one, "lent@exemple.fr", token: AgendaTestExtensions.TokenIn(html))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_organiser_adds_by_hand_removes_and_takes_the_list_as_a_file()
    {
        var (space, one) = await hub.AnEventWithSeats(1);
        var first = await space.Admin.PostAsync<RegistrationDto>("/api/sites/registration", new CreateRegistrationInput { EventId = one.Id, Day = one.Times.StartDay, Name = "=Pirate()" });
        first.State.ShouldBe(RegistrationState.Confirmed);
        var second = await space.Admin.PostAsync<RegistrationDto>("/api/sites/registration", new CreateRegistrationInput { EventId = one.Id, Day = one.Times.StartDay, Name = "Bruno" });
        second.State.ShouldBe(RegistrationState.Waiting);
        var csv = await (await space.Admin.SendAsync(HttpMethod.Get, $"/api/sites/event/{one.Id}/registrations.csv")).Content.ReadAsStringAsync();
        csv.ShouldContain("'=Pirate()");
        csv.ShouldContain("liste d’attente");
        await space.Admin.DeleteAsync($"/api/sites/registration/{first.Id}");
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Confirmed);
    }

    [Fact]
    public async Task Those_who_signed_up_are_told_when_it_is_off_and_follow_when_it_moves()
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        await hub.SignsUpAsync(space, one, "venir@exemple.fr");
        var input = AgendaTestExtensions.Input("Atelier pain", Today.AddDays(9));
        (input.HasRegistration, input.Seats) = (true, 10);
        await space.Admin.PutAsync<EventDto>($"/api/sites/event/{one.Id}", input);
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().Day.ShouldBe(Today.AddDays(9));
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/cancel", new CancelEventInput { Reason = "Four en panne" });
        await hub.RunJobsAsync();
        hub.Mail.To("venir@exemple.fr")[^1].TextBody!.ShouldContain("Four en panne");
        (await hub.ReadAsync(space.Slug, one.Path)).ShouldNotContain("name=\"jeton\"");
    }

    [Fact]
    public async Task Who_came_is_forgotten_thirty_days_after()
    {
        var (space, one) = await hub.AnEventWithSeats(10);
        await hub.SignsUpAsync(space, one, "oubli@exemple.fr");
        hub.Wait(TimeSpan.FromDays(32));
        await Forget();
        await space.Admin.SignInAsync(space.AdminEmail, TestSpace.Password);
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem();
        hub.Wait(TimeSpan.FromDays(3));
        await Forget();
        (await space.RegistrationsAsync(one)).ShouldBeEmpty();

        async Task Forget()
        {
            await using var scope = hub.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<ForgetVisitorsWorker>(scope.ServiceProvider).DoWorkAsync(TestContext.Current.CancellationToken);
        }
    }
}
