namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>Addresses of the courses that the hub ships, for links from other modules (first steps, help).</summary>
public static class StarterCatalogue
{
    public const string PublishHomePageSlug = "publier-sa-page-d-accueil";

    /// <summary>"Publier sa page d’accueil": three lessons and one exercise.</summary>
    public const string PublishHomePage = "/formations/" + PublishHomePageSlug;

    /// <summary>Its third lesson, with the exercise.</summary>
    public const string PublishHomePageExercise = PublishHomePage + "/mettre-en-ligne";
}
