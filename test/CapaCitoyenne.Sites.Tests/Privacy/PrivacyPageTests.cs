using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Privacy;

public class PrivacyPageTests(HubFixture hub)
{
    private const string Path = "/donnees-personnelles";

    [Fact]
    public async Task The_privacy_page_lists_each_form_and_is_right_when_a_form_changes()
    {
        var space = await hub.Given.AnOnlineSite();
        (await hub.ReadAsync(space.Slug, Path)).ShouldNotContain("Nous écrire");
        var form = await space.Admin.PostAsync<FormDto>("/api/sites/form", new CreateFormInput { Template = FormTemplate.Contact });
        (await hub.ReadAsync(space.Slug, Path)).ShouldContain("<h3>Nous écrire</h3>");
        await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", new UpdateFormInput
        {
            Name = "Écrire au <bureau>", IsOpen = true, Purpose = "préparer la fête", RetentionMonths = 3, Fields = form.Fields, RecipientIds = form.RecipientIds,
        });
        var html = await hub.ReadAsync(space.Slug, Path);
        html.ShouldContain("<h3>Écrire au &lt;bureau&gt;</h3>");
        html.ShouldContain("Vos réponses servent à ceci : préparer la fête.");
        html.ShouldContain("3 mois après l’envoi");
        await space.Admin.DeleteAsync($"/api/sites/form/{form.Id}");
        (await hub.ReadAsync(space.Slug, Path)).ShouldNotContain("bureau");
    }

    [Fact]
    public async Task Signing_up_for_events_and_for_the_newsletter_is_told_there_too()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Publishes(await space.AnEvent("Repas", new DateOnly(2097, 6, 1), change: input => (input.HasRegistration, input.RetentionDays) = (true, 90)));
        var html = await hub.ReadAsync(space.Slug, Path);
        html.ShouldContain("<h3>Inscriptions aux événements</h3>");
        html.ShouldContain("90 jours après l’événement");
        html.ShouldContain("<h3>Lettre d’information</h3>");
        html.ShouldContain("Votre accord, que vous pouvez retirer à tout moment");
    }
}
