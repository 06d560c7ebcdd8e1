namespace CapaCitoyenne.Sites.Imports;

/// <summary>Where things lie in the archive of a site. Written by the export, read by the import.</summary>
internal static class ArchiveNames
{
    public const string Site = "site.yml";
    public const string ReadMe = "LISEZ-MOI.txt";
    public const string Format = "site/1";
    public const string Pages = "pages/";
    public const string Posts = "actualites/";
    public const string Media = "medias/";
    public const string Events = "agenda/";
    public const string Forms = "formulaires/";

    /// <summary>What names of the site's statement begin with, among those of its look.</summary>
    public const string Accessibility = "accessibility";

    /// <summary>A draft over a page that is online lies beside it.</summary>
    public const string Draft = ".brouillon";
}
