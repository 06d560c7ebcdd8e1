using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Forms;

public class FormTests(HubFixture hub)
{
    private static Task<FormDto> AContactForm(TestSpace space) => space.Admin.PostAsync<FormDto>("/api/sites/form", new CreateFormInput { Template = FormTemplate.Contact });

    private static async Task<IReadOnlyList<FormSubmissionDto>> Answers(TestSpace space, FormDto form)
        => (await space.Admin.GetAsync<PagedResultDto<FormSubmissionDto>>($"/api/sites/form-submission?formId={form.Id}")).Items;

    private async Task<HttpResponseMessage> Sends(TestSpace space, FormDto form, string message, string email = "nour@exemple.fr", Action<Dictionary<string, string>>? change = null, Action<HttpRequestMessage>? request = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["f-nom"] = "Nour", ["f-email"] = email, ["f-message"] = message, ["site"] = "", ["jeton"] = AgendaTestExtensions.TokenIn(await hub.ReadAsync(space.Slug, $"/formulaire/{form.Id}")),
        };
        change?.Invoke(fields);
        return await hub.SendFormAsync(space.Slug, $"/formulaire/{form.Id}", fields, request);
    }

    [Fact]
    public async Task What_a_visitor_sends_arrives_is_mailed_to_the_maker_and_answered_to_the_visitor()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        var page = await hub.ReadAsync(space.Slug, $"/formulaire/{form.Id}");
        page.ShouldContain("autocomplete=\"email\"");
        page.ShouldContain("Vos réponses servent à ceci : répondre à votre message");
        var response = await Sends(space, form, "Bonjour,\nquand ouvrez-vous ?");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await hub.ReadAsync(space.Slug, response.Headers.Location!.OriginalString)).ShouldContain("Merci");

        var answer = (await Answers(space, form)).ShouldHaveSingleItem();
        answer.Answers.Select(one => one.Label).ShouldBe(["Votre nom", "Votre adresse e-mail", "Votre message"]);
        await hub.RunJobsAsync();
        var mail = hub.Mail.To(space.AdminEmail)[^1];
        mail.Subject.ShouldBe("Nouvelle réponse : Nous écrire");
        mail.ReplyTo.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("nour@exemple.fr");
        mail.TextBody!.ShouldContain("quand ouvrez-vous");

        (await space.Admin.PostAsync<FormSubmissionDto>($"/api/sites/form-submission/{answer.Id}/mark", new MarkFormSubmissionInput { IsDone = true })).IsDone.ShouldBeTrue();
        (await space.Admin.GetAsync<ListResultDto<FormListItemDto>>("/api/sites/form")).Items.Single(item => item.Id == form.Id).Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData("fr", "en", "Vos réponses servent à ceci")]
    [InlineData("en", "fr", "Your answers serve this purpose")]
    public async Task A_form_speaks_the_language_of_its_site_not_of_the_browser(string site, string browser, string words)
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        await hub.InAsync(space.TenantId, null, async services =>
        {
            var context = await services.GetRequiredService<Abp.EntityFrameworkCore.IDbContextProvider<Abp.EntityFrameworkCore.AbpDbContext>>().GetDbContextAsync();
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(context.Set<Sites.Site>(), update => update.SetProperty(one => one.Language, site));
        });
        hub.Wait(TimeSpan.FromSeconds(2));
        var page = await hub.VisitAsync(space.Slug, $"/formulaire/{form.Id}", request => request.Headers.AcceptLanguage.ParseAdd(browser));
        (await page.Content.ReadAsStringAsync()).ShouldContain(words);
        (await (await hub.SendFormAsync(space.Slug, $"/formulaire/{form.Id}", [], request => request.Headers.AcceptLanguage.ParseAdd(browser))).Content.ReadAsStringAsync()).ShouldContain(site == "fr" ? "Cette réponse est nécessaire" : "This answer");
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_nothing_that_was_written_is_lost()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        var response = await Sends(space, form, "<b>Bonjour</b>", "pas une adresse", fields => fields["f-nom"] = " ");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain("&lt;b&gt;Bonjour&lt;/b&gt;");
        html.ShouldContain("value=\"pas une adresse\"");
        html.ShouldContain("-nom-erreur\">Cette réponse est nécessaire.");
        html.ShouldMatch("aria-describedby=\"[a-z0-9-]+-email-erreur\"");
        (await Answers(space, form)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a@exemple.fr\r\nBcc: b@exemple.fr")]
    [InlineData("a@exemple.fr, b@exemple.fr")]
    [InlineData("\"x\" <a@exemple.fr>")]
    [InlineData("a@exemple")]
    public async Task An_address_that_is_more_than_one_is_refused(string email)
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        (await Sends(space, form, "Bonjour", email)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_same_answers_sent_twice_are_kept_once()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        await Sends(space, form, "Deux fois");
        (await Sends(space, form, "Deux fois")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Answers(space, form)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Machines_are_thanked_and_forgotten()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        (await Sends(space, form, "Spam", change: fields => fields["site"] = "x")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Sends(space, form, "Ailleurs", request: request => request.Headers.Add("Sec-Fetch-Site", "cross-site"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Answers(space, form)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_links_or_an_old_page_cost_one_more_click()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        var asked = await Sends(space, form, "http://a.fr http://b.fr http://c.fr");
        var html = await asked.Content.ReadAsStringAsync();
        html.ShouldContain("Encore un clic");
        var token = AgendaTestExtensions.TokenIn(html);
        (await Answers(space, form)).ShouldBeEmpty();
        hub.Wait(TimeSpan.FromSeconds(5));
        (await Sends(space, form, "http://a.fr http://b.fr http://c.fr", change: fields => fields["jeton"] = token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Answers(space, form)).ShouldHaveSingleItem();

        var old = AgendaTestExtensions.TokenIn(await hub.ReadAsync(space.Slug, $"/formulaire/{form.Id}"));
        hub.Wait(TimeSpan.FromDays(4));
        (await Sends(space, form, "Page ouverte depuis longtemps", change: fields => fields["jeton"] = old)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_of_another_space_is_not_there_and_a_closed_one_takes_nothing()
    {
        var space = await hub.Given.AnOnlineSite();
        var other = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        (await hub.VisitAsync(other.Slug, $"/formulaire/{form.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.NewBrowser().Http.GetAsync($"/formulaire/{form.Id}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", Change(form, input => input.IsOpen = false));
        (await hub.ReadAsync(space.Slug, $"/formulaire/{form.Id}")).ShouldContain("fermé");
    }

    [Fact]
    public async Task What_was_written_into_a_form_that_was_closed_meanwhile_can_be_copied()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        var token = AgendaTestExtensions.TokenIn(await hub.ReadAsync(space.Slug, $"/formulaire/{form.Id}"));
        await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", Change(form, input => input.IsOpen = false));
        var fields = new Dictionary<string, string> { ["f-nom"] = "Nour", ["f-email"] = "nour@exemple.fr", ["f-message"] = "Un long <b>message</b>", ["site"] = "", ["jeton"] = token };
        var answer = await hub.SendFormAsync(space.Slug, $"/formulaire/{form.Id}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        html.ShouldContain("fermé");
        html.ShouldContain("readonly>Un long <b>message</b></textarea>");
        html.ShouldNotContain("name=\"f-message\"");
        (await Answers(space, form)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_choice_that_is_missing_is_said_with_each_of_its_options()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", Change(form, input => input.Fields =
            [.. form.Fields, new() { Id = "jour", Kind = FormFieldKind.ChoiceOne, Label = "Quel jour ?", IsRequired = true, Options = ["Lundi", "Mardi"] }]));
        var html = await (await Sends(space, form, "Bonjour")).Content.ReadAsStringAsync();
        Regex.Count(html, "<input type=\"radio\"[^>]* aria-invalid=\"true\" aria-describedby=\"[a-z0-9-]+-jour-erreur\"", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_who_is_not_a_member_is_not_told_of_answers()
    {
        var space = await hub.Given.AnAssociation();
        var other = await hub.Given.AnAssociation();
        var form = await AContactForm(space);
        var response = await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/form/{form.Id}", Change(form, input => input.RecipientIds = [other.AdminId]));
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.FormRecipientUnknown);
        (await space.Admin.GetAsync<ListResultDto<FormRecipientDto>>("/api/sites/form/recipients")).Items.ShouldHaveSingleItem().UserId.ShouldBe(space.AdminId);
    }

    [Fact]
    public async Task A_form_without_questions_with_two_of_one_name_or_kept_for_ever_is_refused()
    {
        var space = await hub.Given.AnAssociation();
        var form = await AContactForm(space);
        (await Code(input => input.Fields = [])).ShouldBe(SitesErrorCodes.FormEmpty);
        (await Code(input => input.Fields = [form.Fields[0], form.Fields[0]])).ShouldBe(SitesErrorCodes.FormFieldIdInvalid);
        (await Code(input => input.Fields = [new() { Id = "choix", Kind = FormFieldKind.ChoiceOne, Label = "Choix", Options = ["a", "a"] }])).ShouldBe(SitesErrorCodes.FormOptionsInvalid);
        (await Code(input => input.RetentionMonths = 1200)).ShouldBe(SitesErrorCodes.RetentionInvalid);

        async Task<string?> Code(Action<UpdateFormInput> change) => await (await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/form/{form.Id}", Change(form, change))).CodeAsync();
    }

    [Fact]
    public async Task Answers_leave_as_a_file_whose_cells_are_no_formulas_and_a_person_is_erased_by_address()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        await Sends(space, form, "=HYPERLINK(\"http://mal\")");
        await Sends(space, form, "Autre", "autre@exemple.fr");
        var csv = await (await space.Admin.SendAsync(HttpMethod.Get, $"/api/sites/form/{form.Id}/submissions.csv")).EnsureSuccess().Content.ReadAsStringAsync();
        csv.ShouldContain("'=HYPERLINK");
        csv.ShouldNotContain(";=HYPERLINK");
        (await space.Admin.PostAsync<ErasedSubmissionsDto>("/api/sites/form-submission/erase", new EraseSubmissionsInput { Email = " NOUR@exemple.fr " })).Submissions.ShouldBe(1);
        (await Answers(space, form)).ShouldHaveSingleItem().Email.ShouldBe("autre@exemple.fr");
    }

    [Fact]
    public async Task The_seat_of_a_person_who_is_erased_goes_to_whoever_waits()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.Publishes(await space.AnEvent(
            "Atelier", Documents.SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime).AddDays(3), change: input => (input.HasRegistration, input.Seats) = (true, 1)));
        await hub.SignsUpAsync(space, one, "effacee@exemple.fr");
        await hub.SignsUpAsync(space, one, "suivante@exemple.fr");
        (await hub.ReadAsync(space.Slug, one.Path)).ShouldContain("C’est complet");
        (await space.Admin.PostAsync<ErasedSubmissionsDto>("/api/sites/form-submission/erase", new EraseSubmissionsInput { Email = "effacee@exemple.fr" })).Registrations.ShouldBe(1);
        (await space.RegistrationsAsync(one)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Confirmed);
        await hub.RunJobsAsync();
        hub.Mail.To("suivante@exemple.fr").Select(mail => mail.Subject).ShouldContain("Une place s’est libérée : Atelier");
    }

    [Fact]
    public async Task The_file_puts_no_answer_under_another_question_and_leaves_none_out()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        await Sends(space, form, "Arachides");
        form.Fields[2].Label = "Téléphone";
        var changed = await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", Change(form, input => input.Fields = [form.Fields[0], form.Fields[2]]));
        await Sends(space, changed, "01 02 03 04 05");

        var csv = (await (await space.Admin.SendAsync(HttpMethod.Get, $"/api/sites/form/{form.Id}/submissions.csv")).EnsureSuccess().Content.ReadAsStringAsync()).Split("\r\n");
        csv[0].ShouldEndWith(";Votre nom;Téléphone;Autres réponses");
        csv[1].ShouldEndWith(";Nour;01 02 03 04 05;");
        csv[2..].ShouldContain(line => line.EndsWith(";Nour;;\"Votre adresse e-mail : nour@exemple.fr\nVotre message : Arachides\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_are_forgotten_when_the_forms_time_is_over()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", Change(form, input => input.RetentionMonths = 1));
        await Sends(space, form, "Bientôt oublié");
        hub.Wait(TimeSpan.FromDays(33));
        await using var scope = hub.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ForgetVisitorsWorker>(scope.ServiceProvider).DoWorkAsync(TestContext.Current.CancellationToken);
        await space.Admin.SignInAsync(space.AdminEmail, TestSpace.Password);
        (await Answers(space, form)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_shows_the_next_events_and_a_form_to_fill_in_and_is_cached_like_any_other()
    {
        var space = await hub.Given.AnOnlineSite();
        var form = await AContactForm(space);
        var today = Documents.SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);
        await space.Publishes(await space.AnEvent("Chantier", today.AddDays(2), change: input => input.Category = "Chantiers"));
        await space.Publishes(await space.AnEvent("Concert", today.AddDays(1)));
        var page = await space.APage("Venir");
        var document = $$"""
            {"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"agenda","v":1,"max":3,"category":"Chantiers"},{"id":"f","type":"form","v":1,"form":"{{form.Urn}}"}]}
            """;
        await space.Publishes(await (await space.Saves(page, document, page.Revision)).EnsureSuccess().ReadAsync<Pages.PageDto>());

        var response = await hub.VisitAsync(space.Slug, "/venir");
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain("href=\"/agenda/chantier\"");
        html.ShouldNotContain("href=\"/agenda/concert\"");
        html.ShouldContain($"action=\"/formulaire/{form.Id}\"");
        response.Headers.CacheControl!.Public.ShouldBeTrue();
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await hub.ReadAsync(space.Slug, "/venir")).ShouldBe(html);
        (await Sends(space, form, "Depuis la page", change: fields => fields["jeton"] = AgendaTestExtensions.TokenIn(html))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static UpdateFormInput Change(FormDto form, Action<UpdateFormInput> change)
    {
        var input = new UpdateFormInput
        {
            Name = form.Name, IsOpen = form.IsOpen, Purpose = form.Purpose, RetentionMonths = form.RetentionMonths, SuccessMessage = form.SuccessMessage, Fields = form.Fields, RecipientIds = form.RecipientIds,
        };
        change(input);
        return input;
    }
}
