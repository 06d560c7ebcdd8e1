using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>What a newcomer does, in the words of the screens.</summary>
internal static class Journey
{
    public const string Password = "un café allongé";

    /// <summary>From the landing page to the home of a new space. Two interactions.</summary>
    /// <returns>The space's slug.</returns>
    public static async Task<string> SignsUpAsync(this Visitor visitor, BrowserHub hub, string association, string email)
    {
        await visitor.GoToAsync("/");
        await visitor.FollowAsync("Créer l’espace de mon association");
        await visitor.FillAsync("Nom de l’association", association);
        await visitor.FillAsync("Commune", "Paris");
        await visitor.FillAsync("Votre nom", "Léa Bonnet");
        await visitor.FillAsync("Votre adresse de courriel", email);
        await visitor.FillAsync("Mot de passe", Password);
        hub.Wait(TimeSpan.FromSeconds(20)); // the form refuses answers given faster than a person types
        await visitor.PressAsync("Ouvrir l’espace");
        await visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Bonjour Léa" }).WaitForAsync();
        return new Uri(visitor.Page.Url).Segments[2].Trim('/');
    }

    /// <summary>By address and password, to where the hub leads.</summary>
    public static async Task SignsInAsync(this Visitor visitor, string email)
    {
        await visitor.GoToAsync("/connexion");
        await visitor.FillAsync("Adresse de courriel", email);
        await visitor.FillAsync("Mot de passe", Password);
        await visitor.PressAsync("Se connecter");
        await visitor.Page.WaitForURLAsync(url => !url.EndsWith("/connexion", StringComparison.Ordinal));
    }

    /// <summary>Reads the mail and presses its button, in the same browser. Not counted: it happens in the mailbox.</summary>
    public static async Task ConfirmsTheirAddressAsync(this Visitor visitor, BrowserHub hub, string email)
    {
        await hub.RunJobsAsync();
        var mail = await visitor.Page.Context.NewPageAsync();
        await mail.GotoAsync(hub.Mail.LinkTo(email, "/confirmer").ToString());
        await mail.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Confirmer mon adresse" }).ClickAsync();
        await mail.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Adresse confirmée" }).WaitForAsync();
        await mail.CloseAsync();
    }

    /// <summary>From the home of the space: the first step, the legal notice, the button. Three interactions.</summary>
    public static async Task PublishesTheirHomePageAsync(this Visitor visitor)
    {
        await visitor.Page.ReloadAsync();
        await visitor.FollowAsync("C’est parti");
        await visitor.PressAsync("Mettre en ligne");
        await visitor.FillAsync("Adresse du siège", "3 quai de la Gare, 75013 Paris");
        await visitor.FillAsync("Téléphone", "01 99 00 13 13");
        await visitor.PressInDialogAsync("Mettre en ligne");
        await visitor.Page.GetByText("est en ligne.").First.WaitForAsync();
    }
}
