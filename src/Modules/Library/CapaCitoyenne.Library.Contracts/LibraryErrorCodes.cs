namespace CapaCitoyenne.Library;

/// <summary>Codes of the library's errors; each is a localization key.</summary>
public static class LibraryErrorCodes
{
    /// <summary>The guide is not in a state that allows the action. Data: State.</summary>
    public const string GuideStateForbids = "Library:GuideStateForbids";

    /// <summary>All may already read the guide as it is.</summary>
    public const string GuideAlreadyShared = "Library:GuideAlreadyShared";

    /// <summary>A guide needs an aim before others can read it.</summary>
    public const string GuideNeedsAim = "Library:GuideNeedsAim";

    /// <summary>A guide needs a text or steps before others can read it.</summary>
    public const string GuideNeedsContent = "Library:GuideNeedsContent";

    /// <summary>The guide's body is not a valid block document. Data: Path, Issue.</summary>
    public const string GuideBodyInvalid = "Library:GuideBodyInvalid";

    /// <summary>A block shows what a space has at the time, which a guide that all may read cannot. Data: Path, Type.</summary>
    public const string GuideBlockForbidden = "Library:GuideBlockForbidden";

    /// <summary>The pictures and documents of a guide are too large to be shared with all. Data: MaxMegabytes.</summary>
    public const string GuideMediaTooLarge = "Library:GuideMediaTooLarge";

    /// <summary>The licence is not one that the library knows. Data: Licence.</summary>
    public const string LicenceUnknown = "Library:LicenceUnknown";

    /// <summary>The source's licence does not allow this licence for an adaptation. Data: Licence, SourceLicence.</summary>
    public const string LicenceIncompatible = "Library:LicenceIncompatible";

    /// <summary>The source's licence forbids adaptations. Data: Licence.</summary>
    public const string LicenceForbidsAdaptation = "Library:LicenceForbidsAdaptation";

    /// <summary>The guide was withdrawn from the commons and can no longer be adapted. Data: Title.</summary>
    public const string GuideWithdrawn = "Library:GuideWithdrawn";

    /// <summary>The theme is not in the list. Data: Theme.</summary>
    public const string ThemeUnknown = "Library:ThemeUnknown";

    /// <summary>The submission has been answered already. Data: State.</summary>
    public const string SubmissionAlreadyAnswered = "Library:SubmissionAlreadyAnswered";

    /// <summary>The address of the association must be confirmed before it shares anything.</summary>
    public const string AssociationNotConfirmed = "Library:AssociationNotConfirmed";

    /// <summary>An archive holds no Markdown file.</summary>
    public const string ArchiveWithoutGuide = "Library:ArchiveWithoutGuide";

    /// <summary>The front matter of a Markdown file cannot be read. Data: Line, Problem.</summary>
    public const string FrontMatterInvalid = "Library:FrontMatterInvalid";

    /// <summary>The cursor of a search page is not one that this server gave.</summary>
    public const string CursorInvalid = "Library:CursorInvalid";
}
