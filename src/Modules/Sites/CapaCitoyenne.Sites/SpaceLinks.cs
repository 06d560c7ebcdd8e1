namespace CapaCitoyenne.Sites;

/// <summary>Screens of the workspace, relative to <c>/espace/{slug}/</c>.</summary>
internal static class SpaceLinks
{
    /// <summary>Address to confirm, legal notice to complete.</summary>
    public const string Profile = "reglages";

    public const string Pages = "site";

    public const string Posts = "site/articles";

    public const string Domains = "site/adresses";

    public const string Agenda = "site/agenda";

    public static string Event(Guid id) => Agenda + "/" + id.ToString("D");

    public static string Post(Guid id) => Posts + "/" + id.ToString("D");

    public static string Page(Guid id) => "site/pages/" + id.ToString("D");

    public static string Submission(Guid formId, Guid id) => "site/formulaires/" + formId.ToString("D") + "/reponses#r-" + id.ToString("D");
}
