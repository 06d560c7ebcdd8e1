namespace CapaCitoyenne.Library.Guides;

/// <summary>
/// Where an adapted guide comes from: computed from the commons, never typed (title, author, source and licence, as
/// Creative Commons asks).
/// </summary>
public sealed class AttributionDto
{
    /// <summary>Id of the shared guide's revision that was copied.</summary>
    public Guid SourceId { get; set; }

    /// <summary>How this guide was made from it.</summary>
    public AdaptationKind Kind { get; set; }

    /// <summary>Title of the source at the time of the copy.</summary>
    public string Title { get; set; } = "";

    /// <summary>Author of the source.</summary>
    public string AuthorName { get; set; } = "";

    /// <summary>Association that shared the source.</summary>
    public string OwnerName { get; set; } = "";

    /// <summary>SPDX identifier of the source's licence.</summary>
    public string Licence { get; set; } = "";

    /// <summary>Address of the licence's text.</summary>
    public string LicenceUrl { get; set; } = "";

    /// <summary>Path of the source on the hub (<c>/bibliotheque/…</c>); it stays valid as a tombstone after a withdrawal.</summary>
    public string Path { get; set; } = "";

    /// <summary>Number of the revision that was copied.</summary>
    public int Revision { get; set; }

    /// <summary>The source is no longer shared.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>A newer revision of the source is shared.</summary>
    public bool HasNewerRevision { get; set; }

    /// <summary>The whole sentence, in the reader's language, plain text.</summary>
    public string Text { get; set; } = "";
}
