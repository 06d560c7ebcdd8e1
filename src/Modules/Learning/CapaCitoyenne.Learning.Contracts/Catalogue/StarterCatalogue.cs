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

    public const string WriteToPeopleSlug = "ecrire-a-son-carnet";

    /// <summary>"Écrire à son carnet": three lessons, each with an exercise.</summary>
    public const string WriteToPeople = "/formations/" + WriteToPeopleSlug;

    /// <summary>Its first lesson: import contacts lawfully.</summary>
    public const string ImportContacts = WriteToPeople + "/importer-en-regle";

    /// <summary>Its second lesson: write a letter that is read.</summary>
    public const string WriteLetter = WriteToPeople + "/une-lettre-qu-on-lit";

    /// <summary>Its third lesson: understand the results.</summary>
    public const string ReadResults = WriteToPeople + "/comprendre-les-resultats";

    /// <summary>Slugs of all courses, in the catalogue's order.</summary>
    public static IReadOnlyList<string> All { get; } = [PublishHomePageSlug, KeepSiteAliveSlug, WriteToPeopleSlug];
}
