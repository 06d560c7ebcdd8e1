using System.Net;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning;

public class VisitorTests(LearningHub hub)
{
    private static readonly string[] RightAnswers = ["Ce que vous faites", "«\u00a0Atelier", "«\u00a0Nous aidons", "q3=false"];

    private LearnerPages Visitor => new(hub.NewBrowser());

    [Fact]
    public async Task The_catalogue_is_open_to_everybody() => (await Visitor.OpenAsync("/formations")).ShouldContain("Publier sa page d’accueil");

    [Fact]
    public async Task A_course_shows_its_lessons()
    {
        var page = await Visitor.OpenAsync(StarterCatalogue.PublishHomePage);
        page.ShouldContain("Dire l’essentiel");
        page.ShouldContain("Mettre en ligne");
    }

    [Theory]
    [InlineData("/formations/inconnue"), InlineData("/formations/publier-sa-page-d-accueil/inconnue")]
    public async Task An_unknown_address_is_not_found(string path) => (await hub.NewBrowser().Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_lesson_shows_its_text_and_its_questions_and_no_key()
    {
        var page = await Visitor.OpenAsync(LearnerPages.First);
        page.ShouldContain("Le jardin des Deux-Portes");
        page.ShouldContain("Une habitante découvre votre site");
        page.ShouldNotContain("lui donner envie de rester");
        page.ShouldNotContain("Ce que cherche un visiteur");
    }

    [Fact]
    public async Task The_sheet_of_the_api_has_no_key()
    {
        var json = await (await hub.NewBrowser().Http.GetAsync("/api/learning/catalogue/lesson?course=publier-sa-page-d-accueil&lesson=dire-l-essentiel")).Content.ReadAsStringAsync();
        json.ShouldContain("attemptId");
        json.ShouldNotContain("feedback", Case.Insensitive);
        json.ShouldNotContain("fraction", Case.Insensitive);
        json.ShouldNotContain("lui donner envie de rester");
    }

    [Fact]
    public async Task Right_answers_say_why_at_once_and_the_lesson_is_ticked()
    {
        var visitor = Visitor;
        var page = await visitor.AnswerAsync(LearnerPages.First, RightAnswers);
        page.ShouldContain("Bonne réponse");
        page.ShouldContain("lui donner envie de rester");
        page.ShouldContain("role=\"status\"");
        page.ShouldContain("100\u00a0%");
        (await visitor.OpenAsync(StarterCatalogue.PublishHomePage)).ShouldContain("stamp-ok");
    }

    [Fact]
    public async Task A_wrong_answer_is_to_review_and_says_why()
    {
        var visitor = Visitor;
        var page = await visitor.AnswerAsync(LearnerPages.First, "Un mot de bienvenue", "q3=true");
        page.ShouldContain("À revoir");
        page.ShouldContain("il repousse plus bas");
        (await visitor.OpenAsync(StarterCatalogue.PublishHomePage)).ShouldNotContain("stamp-ok");
    }

    [Fact]
    public async Task Ticking_every_box_does_not_earn_the_question()
    {
        var page = await Visitor.AnswerAsync(LearnerPages.First, "«\u00a0Atelier", "«\u00a0Nous aidons", "«\u00a0Notre pôle", "«\u00a0L’AGE");
        page.ShouldContain("0 sur 3");
    }

    [Fact]
    public async Task The_progress_cookie_holds_no_name_and_no_script_can_read_it()
    {
        var browser = hub.NewBrowser();
        var page = new LearnerPages(browser);
        var response = await browser.Http.PostAsync(
            LearnerPages.First + "?handler=Answer", new FormUrlEncodedContent(LearnerPages.Fill(await page.OpenAsync(LearnerPages.First), RightAnswers)));
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("formations=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("path=/formations");
    }

    [Fact]
    public async Task A_forged_cookie_is_no_progress()
    {
        var browser = hub.NewBrowser();
        browser.Http.DefaultRequestHeaders.Add("Cookie", "formations=abc");
        (await new LearnerPages(browser).OpenAsync("/formations")).ShouldNotContain("stamp");
    }

    [Fact]
    public async Task Answers_to_questions_that_changed_meanwhile_are_not_counted()
    {
        var visitor = Visitor;
        var form = LearnerPages.Fill(await visitor.OpenAsync(LearnerPages.First), RightAnswers);
        form[1] = new("version", "0000000000000000");
        (await visitor.PostAsync(LearnerPages.First, "Answer", form)).ShouldContain("viennent d’être modifiées");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var visitor = Visitor;
        var form = LearnerPages.Fill(await visitor.OpenAsync(LearnerPages.First), RightAnswers);
        form.RemoveAt(2);
        (await visitor.Browser.Http.PostAsync(LearnerPages.First + "?handler=Answer", new FormUrlEncodedContent(form))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_exercise_invites_to_sign_in() => (await Visitor.OpenAsync(StarterCatalogue.PublishHomePageExercise)).ShouldContain("/connexion?retour=");
}
