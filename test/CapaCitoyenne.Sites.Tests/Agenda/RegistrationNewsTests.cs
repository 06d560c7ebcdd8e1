using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.TestBase;
using MimeKit;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What those who signed up are told when the organiser changes something.</summary>
public class RegistrationNewsTests(HubFixture hub)
{
    private DateOnly Today => SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);

    private async Task<(TestSpace Space, EventDto Event)> AnEvent(int? seats = 10, RecurrenceDto? recurrence = null, int inDays = 3)
    {
        var space = await hub.Given.AnOnlineSite();
        return (space, await space.Publishes(await space.AnEvent("Atelier pain", Today.AddDays(inDays), recurrence, input => (input.HasRegistration, input.Seats) = (true, seats))));
    }

    private static RecurrenceDto Weekly => new() { Kind = RecurrenceKind.Weekly, Count = 6 };

    private static string Someone() => $"p{Guid.NewGuid():N}@exemple.fr";

    private async Task<List<MimeMessage>> Mails(string email)
    {
        await hub.RunJobsAsync();
        return [.. hub.Mail.To(email)];
    }

    private static string File(MimeMessage mail)
    {
        using var reader = new StreamReader(((MimePart)mail.Attachments.ShouldHaveSingleItem()).Content!.Open());
        return reader.ReadToEnd();
    }

    private async Task<List<string?>> Subjects(string email) => (await Mails(email)).ConvertAll(mail => (string?)mail.Subject);

    private static Task<HttpResponseMessage> Saves(TestSpace space, EventDto one, Action<SaveEventInput> change)
    {
        var input = AgendaTestExtensions.Input(one.Title, one.Times.StartDay);
        (input.HasRegistration, input.Seats, input.Recurrence) = (true, one.Seats, one.Recurrence);
        change(input);
        return space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/event/{one.Id}", input);
    }

    private static Task<EventDto> Cancels(TestSpace space, EventDto one, string? reason = null)
        => space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/cancel", new CancelEventInput { Reason = reason });

    private static Task<EventDto> Changes(TestSpace space, EventDto one, DateOnly day, EventChangeKind? kind, string? reason = null, EventTimesDto? times = null)
        => space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", new ChangeOccurrenceInput { Day = day, Kind = kind, Reason = reason, Times = times });

    [Theory]
    [InlineData("the event")]
    [InlineData("the date")]
    [InlineData("the clock")]
    public async Task Nobody_moves_up_to_what_does_not_take_place_any_more(string what)
    {
        // Other tests let hours pass: the evening of this day has to be still to come.
        var now = SiteDay.ToOffset(hub.Clock.GetUtcNow().UtcDateTime).DateTime;
        if (now.Hour >= 12) hub.Wait(now.Date.AddDays(1).AddHours(8) - now);
        var (space, one) = await AnEvent(1, Weekly, inDays: 0);
        var (first, second) = (Someone(), Someone());
        var day = what == "the clock" ? one.Times.StartDay : one.Times.StartDay.AddDays(7);
        // Until 19:00 of the same day there is time.
        var token = AgendaTestExtensions.TokenIn(await hub.ReadAsync(space.Slug, one.Path));
        foreach (var email in new[] { first, second }) await hub.SignsUpAsync(space, one, email, day: RegistrationTestExtensions.Day(day), token: token);
        await hub.RunJobsAsync();
        var known = (await Subjects(second)).Count;
        known.ShouldBe(1);
        if (what == "the event") await Cancels(space, one);
        else if (what == "the date") await Changes(space, one, day, EventChangeKind.Cancelled);
        else hub.Wait(day.ToDateTime(new(22, 30)) - SiteDay.ToOffset(hub.Clock.GetUtcNow().UtcDateTime).DateTime);

        await hub.SendFormAsync(space.Slug, hub.Mail.LinkTo(first, "/participer/annuler/").AbsolutePath, []);
        await Saves(space, one, input => input.Seats = 5);
        (await Subjects(second)).ShouldNotContain("Une place s’est libérée : Atelier pain");
    }

    [Fact]
    public async Task It_is_called_off_once_however_often_the_button_is_pressed()
    {
        var (space, one) = await AnEvent();
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        await Cancels(space, one, "Four en panne");
        (await Cancels(space, one, "Four en panne, vraiment")).CancellationReason.ShouldBe("Four en panne, vraiment");
        (await Subjects(person)).ShouldBe(["Inscription confirmée : Atelier pain", "Annulé : Atelier pain"]);
    }

    [Fact]
    public async Task Whoever_was_to_come_takes_the_date_off_their_calendar_and_whoever_waited_has_nothing_there()
    {
        var (space, one) = await AnEvent(1, Weekly);
        var (first, second) = (Someone(), Someone());
        await hub.SignsUpAsync(space, one, first);
        await hub.SignsUpAsync(space, one, second);
        await Changes(space, one, one.Times.StartDay, EventChangeKind.Removed);
        var files = (await Mails(first)).ConvertAll(File);
        files.Select(file => Line(file, "STATUS:")).ShouldBe(["STATUS:CONFIRMED", "STATUS:CANCELLED"]);
        files.Select(file => Line(file, "UID:")).Distinct().ShouldHaveSingleItem();
        files.ShouldAllBe(file => !file.Contains("FREQ=WEEKLY", StringComparison.Ordinal));
        (await Mails(second)).ShouldAllBe(mail => !mail.Attachments.Any());

        static string Line(string file, string start) => file.ReplaceLineEndings("\n").Split('\n').Last(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_moves_up_to_an_event_that_was_taken_off_the_site_until_it_is_back()
    {
        var (space, one) = await AnEvent(1);
        var (first, second) = (Someone(), Someone());
        await hub.SignsUpAsync(space, one, first);
        await hub.SignsUpAsync(space, one, second);
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/unpublish");
        await space.Admin.DeleteAsync($"/api/sites/registration/{(await space.RegistrationsAsync(one))[0].Id}");
        (await Subjects(second)).ShouldHaveSingleItem();
        await space.Publishes(one);
        (await Subjects(second))[^1].ShouldBe("Une place s’est libérée : Atelier pain");
    }

    [Fact]
    public async Task A_date_is_called_off_once_whatever_becomes_of_it_then()
    {
        var (space, one) = await AnEvent(recurrence: Weekly);
        var person = Someone();
        var day = one.Times.StartDay;
        await hub.SignsUpAsync(space, one, person);
        await Changes(space, one, day, EventChangeKind.Cancelled, "Salle fermée");
        await Changes(space, one, day, EventChangeKind.Cancelled, "Salle fermée pour travaux");
        await Changes(space, one, day, EventChangeKind.Removed);
        await Cancels(space, one);
        (await Subjects(person)).ShouldBe(["Inscription confirmée : Atelier pain", "Annulé : Atelier pain"]);
    }

    [Fact]
    public async Task Those_who_were_there_are_not_told_that_it_will_not_take_place()
    {
        var (space, one) = await AnEvent(recurrence: Weekly);
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        hub.Wait(TimeSpan.FromDays(5));
        await space.Admin.SignInAsync(space.AdminEmail, TestSpace.Password);
        await Changes(space, one, one.Times.StartDay, EventChangeKind.Removed);
        await Cancels(space, one);
        (await Subjects(person)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_that_moves_is_told_to_each_with_the_new_day_and_a_calendar_file()
    {
        var (space, one) = await AnEvent(1);
        var (first, second) = (Someone(), Someone());
        await hub.SignsUpAsync(space, one, first);
        await hub.SignsUpAsync(space, one, second);
        var newDay = Today.AddDays(9);
        (await Saves(space, one, input => (input.Times.StartDay, input.Times.EndDay) = (newDay, newDay))).EnsureSuccess();

        var mail = (await Mails(first))[^1];
        mail.Subject.ShouldBe("Changement : Atelier pain");
        mail.TextBody!.ShouldContain(Words(newDay));
        mail.TextBody!.ShouldContain("Avant : " + Words(one.Times.StartDay));
        mail.TextBody!.ShouldContain("/participer/annuler/");
        File(mail).ShouldContain($"DTSTART;TZID=Europe/Paris:{newDay:yyyyMMdd}T190000");
        var waiting = (await Mails(second))[^1];
        (waiting.Subject, waiting.Attachments.Any(), waiting.TextBody!.Contains("liste d’attente", StringComparison.Ordinal)).ShouldBe(("Changement : Atelier pain", false, true));
    }

    [Fact]
    public async Task Another_hall_is_told_and_another_picture_or_text_is_not()
    {
        var (space, one) = await AnEvent();
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        (await Saves(space, one, input => input.Markdown = "Apportez un tablier.")).EnsureSuccess();
        (await Subjects(person)).ShouldHaveSingleItem();
        (await Saves(space, one, input => input.PlaceName = "Salle des fêtes")).EnsureSuccess();
        (await Mails(person))[^1].TextBody!.ShouldContain("Salle des fêtes");
        (await Subjects(person)).ShouldBe(["Inscription confirmée : Atelier pain", "Changement : Atelier pain"]);
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_put_right_without_a_word_and_those_who_signed_up_come_along()
    {
        var (space, one) = await AnEvent();
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        var newDay = one.Times.StartDay.AddDays(1);
        (await Saves(space, one, input => (input.PlaceName, input.TellsMoves, input.Times.StartDay, input.Times.EndDay) = ("Maison des Associations", false, newDay, newDay))).EnsureSuccess();
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().Day.ShouldBe(newDay);
        (await Subjects(person)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_date_may_move_without_a_word_and_is_never_called_off_without()
    {
        var (space, one) = await AnEvent(recurrence: Weekly);
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        var day = one.Times.StartDay;
        var change = new ChangeOccurrenceInput { Day = day, Kind = EventChangeKind.Moved, Times = new() { StartDay = day, StartTime = new(19, 5), EndDay = day, EndTime = new(21, 0) }, TellsMoves = false };
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", change);
        (await Subjects(person)).ShouldHaveSingleItem();
        (change.Kind, change.Times) = (EventChangeKind.Cancelled, null);
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/change-occurrence", change);
        (await Subjects(person)).ShouldBe(["Inscription confirmée : Atelier pain", "Annulé : Atelier pain"]);
    }

    [Fact]
    public async Task One_date_that_moves_is_told_to_those_of_that_date()
    {
        var (space, one) = await AnEvent(recurrence: Weekly);
        var (first, second) = (Someone(), Someone());
        var day = one.Times.StartDay;
        await hub.SignsUpAsync(space, one, first);
        await hub.SignsUpAsync(space, one, second, day: RegistrationTestExtensions.Day(day.AddDays(7)));
        var moved = day.AddDays(1);
        await Changes(space, one, day, EventChangeKind.Moved, "Salle prise", new() { StartDay = moved, StartTime = new(10, 0), EndDay = moved, EndTime = new(12, 0) });
        var text = (await Mails(first))[^1].TextBody!;
        text.ShouldContain(Words(moved));
        text.ShouldContain("Salle prise");
        (await Subjects(second)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_takes_place_after_all_is_told_to_those_who_heard_that_it_would_not()
    {
        var (space, one) = await AnEvent(recurrence: Weekly);
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        await Changes(space, one, one.Times.StartDay, EventChangeKind.Cancelled);
        await Changes(space, one, one.Times.StartDay, null);
        await Cancels(space, one);
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{one.Id}/restore");
        (await Subjects(person)).ShouldBe(
            ["Inscription confirmée : Atelier pain", "Annulé : Atelier pain", "Maintenu, finalement : Atelier pain", "Annulé : Atelier pain", "Maintenu, finalement : Atelier pain"]);
    }

    [Fact]
    public async Task A_rhythm_is_not_changed_under_those_who_signed_up_for_its_dates()
    {
        var (space, one) = await AnEvent(recurrence: Weekly);
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        var newDay = one.Times.StartDay.AddDays(2);
        var refused = await Move();
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
        // Accents are written as escapes in JSON.
        var problem = System.Text.RegularExpressions.Regex.Unescape(await refused.Content.ReadAsStringAsync());
        problem.ShouldContain("Sites:EventDatesTaken");
        problem.ShouldContain(Words(one.Times.StartDay).Split(',')[0]);
        (await space.Admin.GetAsync<EventDto>($"/api/sites/event/{one.Id}")).Times.StartDay.ShouldBe(one.Times.StartDay);

        // Once they know that it is off, nothing holds the rhythm.
        await Changes(space, one, one.Times.StartDay, EventChangeKind.Cancelled, "Le mardi ne va plus");
        (await Move()).EnsureSuccess();
        (await Subjects(person)).Count.ShouldBe(2);

        Task<HttpResponseMessage> Move() => Saves(space, one, input => (input.Times.StartDay, input.Times.EndDay) = (newDay, newDay));
    }

    [Fact]
    public async Task Whoever_signed_up_for_an_event_that_begins_to_repeat_comes_to_its_first_date()
    {
        var (space, one) = await AnEvent();
        var person = Someone();
        await hub.SignsUpAsync(space, one, person);
        var newDay = one.Times.StartDay.AddDays(2);
        (await Saves(space, one, input => (input.Times.StartDay, input.Times.EndDay, input.Recurrence) = (newDay, newDay, Weekly))).EnsureSuccess();
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().Day.ShouldBe(newDay);
        (await Mails(person))[^1].TextBody!.ShouldContain(Words(newDay));
    }

    private static string Words(DateOnly day) => day.ToString("dddd d MMMM", SiteDay.CultureOf("fr")).Replace(" 1 ", " 1er ", StringComparison.Ordinal);
}
