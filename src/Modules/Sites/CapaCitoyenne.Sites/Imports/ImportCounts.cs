namespace CapaCitoyenne.Sites.Imports;

/// <summary>Counts over the things of a file, as they are stored with the import.</summary>
internal sealed class ImportCounts
{
    public int Total { get; set; }

    public int Done { get; set; }

    public int Imported { get; set; }

    public int Changed { get; set; }

    public int AlreadyThere { get; set; }

    public int LeftOut { get; set; }

    /// <summary>Of the imported and changed.</summary>
    public int Pages { get; set; }

    public int Posts { get; set; }

    public int Media { get; set; }

    /// <summary>Pages and posts that are online now.</summary>
    public int Published { get; set; }

    /// <summary>Words in the file's texts, and those of them that are here now.</summary>
    public int WordsIn { get; set; }

    public int WordsOut { get; set; }
}
