namespace CapaCitoyenne.Sites;

/// <summary>Error codes of imports and exports; each is a localization key.</summary>
public static class SitesTransferErrorCodes
{
    /// <summary>Nothing was sent, or not as the form field <c>file</c>. 400.</summary>
    public const string ImportFileMissing = "Sites:ImportFileMissing";

    /// <summary>400. Data: MaxMegabytes.</summary>
    public const string ImportFileTooLarge = "Sites:ImportFileTooLarge";

    /// <summary>Neither a WordPress export, nor a Ghost one, nor an archive of Markdown. 400.</summary>
    public const string ImportFileUnknown = "Sites:ImportFileUnknown";

    /// <summary>Not well formed, or with a DOCTYPE. 400. Data: Line (0 when not known).</summary>
    public const string ImportFileUnreadable = "Sites:ImportFileUnreadable";

    /// <summary>It is no zip archive. 400.</summary>
    public const string ImportArchiveUnreadable = "Sites:ImportArchiveUnreadable";

    /// <summary>An archive that would write outside of its folder, or is far larger than it seems. 400. Data: Entry.</summary>
    public const string ImportArchiveUnsafe = "Sites:ImportArchiveUnsafe";

    /// <summary>More things than one import takes. 400. Data: Max.</summary>
    public const string ImportTooManyItems = "Sites:ImportTooManyItems";

    /// <summary>It runs, or is over. 409.</summary>
    public const string ImportAlreadyStarted = "Sites:ImportAlreadyStarted";

    /// <summary>The address of the old site is no http or https address. 400.</summary>
    public const string ImportAddressInvalid = "Sites:ImportAddressInvalid";

    /// <summary>
    /// What was taken in is online, and a legal page of this site cannot go along before it is completed. Kept with the import, never an answer.
    /// </summary>
    public const string ImportLegalPageIncomplete = "Sites:ImportLegalPageIncomplete";

    /// <summary>An export or import failed each time it was tried, and is not tried again by itself. Kept with it, never an answer.</summary>
    public const string TransferBroken = "Sites:TransferBroken";

    /// <summary>The archive is not made yet, or no longer there. 404.</summary>
    public const string ExportNotReady = "Sites:ExportNotReady";
}
