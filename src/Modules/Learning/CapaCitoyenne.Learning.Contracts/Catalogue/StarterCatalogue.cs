namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>Addresses of the courses that the hub ships, for links from other modules (first steps, help).</summary>
public static class StarterCatalogue
{
    public const string PublishHomePageSlug = "publier-sa-page-d-accueil";

    /// <summary>"Publier sa page d’accueil": three lessons and one exercise.</summary>
    public const string PublishHomePage = "/formations/" + PublishHomePageSlug;

    /// <summary>Its third lesson, with the exercise.</summary>
    public const string PublishHomePageExercise = PublishHomePage + "/mettre-en-ligne";

    public const string KeepSiteAliveSlug = "faire-vivre-son-site";

    /// <summary>"Faire vivre son site": three lessons, each with an exercise.</summary>
    public const string KeepSiteAlive = "/formations/" + KeepSiteAliveSlug;

    /// <summary>Its first lesson: write a piece of news.</summary>
    public const string WritePost = KeepSiteAlive + "/ecrire-un-article";

    /// <summary>Its second lesson: choose and describe pictures.</summary>
    public const string DescribePictures = KeepSiteAlive + "/images-et-descriptions";

    /// <summary>Its third lesson: keep the agenda.</summary>
    public const string KeepAgenda = KeepSiteAlive + "/tenir-l-agenda";

    /// <summary>Slugs of all courses, in the catalogue's order.</summary>
    public static IReadOnlyList<string> All { get; } = [PublishHomePageSlug, KeepSiteAliveSlug];
}
