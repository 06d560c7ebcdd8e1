using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;

namespace CapaCitoyenne.Browser.Tests;

public sealed partial class LetterTests(BrowserHub hub)
{
    [Theory]
    [InlineData(false, "Le canal en fête")]
    [InlineData(true, "Le clavier en fête")]
    public async Task From_an_empty_address_book_to_a_letter_sent_in_ten_interactions(bool byKeyboard, string subject)
    {
        var email = $"lea.lettres{(byKeyboard ? ".clavier" : "")}@exemple.fr";
        await using var lea = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await lea.SignsUpAsync(hub, byKeyboard ? "Les Voisins du clavier" : "Les Voisins du canal", email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.Page.ReloadAsync();
        var before = lea.Interactions;

        await lea.FollowAsync("Carnet");
        await lea.FollowAsync("Importer un fichier");
        await lea.ChooseFileAsync(Samples.Contacts);
        await lea.PressAsync("Vérifier");
        await lea.WaitsForAsync(lea.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = ImportButton() }));
        await lea.FillAsync("Comment les avez-vous reçues", "Bulletins d’adhésion 2026");
        await lea.ShouldBeAccessibleAsync();
        await lea.PressAsync("Importer");
        await lea.WaitsForAsync(lea.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Écrire une lettre" }));
        await lea.FollowAsync("Écrire une lettre");
        await lea.FillAsync("Objet", subject);
        await lea.WritesAsync("Rendez-vous samedi à 15 h sur le quai, avec un gâteau.");
        await lea.PressAsync("Envoyer…");
        await lea.PressInDialogAsync("Envoyer à");
        (lea.Interactions - before).ShouldBeLessThanOrEqualTo(10);
        await lea.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        for (var i = 0; i < 20 && Letters(subject).Count < 100; i++)
        {
            hub.Wait(TimeSpan.FromMinutes(1));
            await hub.RunJobsAsync();
        }

        var letters = Letters(subject);
        letters.Count.ShouldBeGreaterThan(100);
        letters.Select(letter => letter.To.ToString()).ShouldBeUnique();
        letters[0].TextBody!.ShouldContain("Rendez-vous samedi");
        await lea.Page.GetByText("Écrite à").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
    }

    private List<MimeMessage> Letters(string subject) => [.. hub.Mail.All.Where(message => message.Subject == subject)];

    [GeneratedRegex("^Importer [0-9]+ personnes", RegexOptions.None, 1000)]
    private static partial Regex ImportButton();
}
