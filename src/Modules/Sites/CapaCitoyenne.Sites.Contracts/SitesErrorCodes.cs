namespace CapaCitoyenne.Sites;

/// <summary>Error codes of the module; each is a localization key. What is wrong inside a document has codes of its own: see the library.</summary>
public static class SitesErrorCodes
{
    /// <summary>The document cannot be stored. 400; <c>data.issues</c> lists what and where.</summary>
    public const string DocumentInvalid = "Sites:DocumentInvalid";

    /// <summary>Something must be completed before publishing. 400; <c>data.issues</c> lists what and where.</summary>
    public const string DocumentNotPublishable = "Sites:DocumentNotPublishable";

    /// <summary>Somebody else changed the same blocks. 409; <c>data</c> is a <see cref="Pages.SaveConflictDto"/>. Nothing was stored.</summary>
    public const string SaveConflict = "Sites:SaveConflict";

    /// <summary>The revision that the save starts from is not, or no longer, there.</summary>
    public const string RevisionUnknown = "Sites:RevisionUnknown";

    /// <summary>Not a usable address. Data: Slug.</summary>
    public const string SlugInvalid = "Sites:SlugInvalid";

    /// <summary>The site needs this address itself. Data: Slug.</summary>
    public const string SlugReserved = "Sites:SlugReserved";

    /// <summary>Another page or post has this address. 409. Data: Slug.</summary>
    public const string SlugTaken = "Sites:SlugTaken";

    /// <summary>The home page stays at the root of the site and is not deleted.</summary>
    public const string HomePageStays = "Sites:HomePageStays";

    /// <summary>Legal notice, privacy and accessibility are asked for by law and are not deleted.</summary>
    public const string LegalPageStays = "Sites:LegalPageStays";

    /// <summary>More pages than a site may have. Data: Max.</summary>
    public const string TooManyPages = "Sites:TooManyPages";

    /// <summary>An admin must confirm an e-mail address before anything is published.</summary>
    public const string EmailNotConfirmed = "Sites:EmailNotConfirmed";

    /// <summary>Address and director of publication are missing in the association's profile.</summary>
    public const string LegalNoticeIncomplete = "Sites:LegalNoticeIncomplete";

    /// <summary>No such pair of fonts. Data: FontPair.</summary>
    public const string FontPairUnknown = "Sites:FontPairUnknown";

    /// <summary>The logo is no picture of this space.</summary>
    public const string LogoUnknown = "Sites:LogoUnknown";

    /// <summary>No such theme. Data: Theme.</summary>
    public const string ThemeUnknown = "Sites:ThemeUnknown";

    /// <summary>Not <c>#rrggbb</c>. Data: Color.</summary>
    public const string ColorInvalid = "Sites:ColorInvalid";

    /// <summary>Text in, or on, this colour would be under 4.5:1. <c>data</c> is a <see cref="Sites.ColorContrastDto"/> with the nearest colour that passes.</summary>
    public const string ColorContrastTooLow = "Sites:ColorContrastTooLow";

    /// <summary>Nothing was sent, or not as the form field <c>file</c>.</summary>
    public const string MediaMissing = "Sites:MediaMissing";

    /// <summary>None of the pictures and documents that the library takes, whatever its name says.</summary>
    public const string MediaTypeNotAllowed = "Sites:MediaTypeNotAllowed";

    /// <summary>An SVG drawing, which may hold a program.</summary>
    public const string MediaSvgRefused = "Sites:MediaSvgRefused";

    /// <summary>A document of an office suite from before 2007 (<c>.doc</c>, <c>.xls</c>, <c>.ppt</c>).</summary>
    public const string MediaOldOffice = "Sites:MediaOldOffice";

    /// <summary>A document with macros.</summary>
    public const string MediaHasMacros = "Sites:MediaHasMacros";

    /// <summary>Data: MaxMegabytes.</summary>
    public const string MediaTooLarge = "Sites:MediaTooLarge";

    /// <summary>Data: MaxMegapixels, Width, Height.</summary>
    public const string MediaTooManyPixels = "Sites:MediaTooManyPixels";

    /// <summary>The bytes are damaged, or packed so as to harm who opens them.</summary>
    public const string MediaUnreadable = "Sites:MediaUnreadable";

    /// <summary>The library of the space is full. Data: MaxMegabytes, UsedMegabytes.</summary>
    public const string MediaQuotaExceeded = "Sites:MediaQuotaExceeded";

    /// <summary>A picture cannot take the place of a document, nor the other way round.</summary>
    public const string MediaKindDiffers = "Sites:MediaKindDiffers";

    /// <summary>A file's name stands where the picture should be described. Data: Text.</summary>
    public const string MediaAltIsFileName = "Sites:MediaAltIsFileName";

    /// <summary>Pages, news, letters… show it. Data: Count.</summary>
    public const string MediaInUse = "Sites:MediaInUse";

    /// <summary>Not a domain name. Data: Name.</summary>
    public const string DomainInvalid = "Sites:DomainInvalid";

    /// <summary>A name that nobody owns, or one of the hub's. Data: Name.</summary>
    public const string DomainReserved = "Sites:DomainReserved";

    /// <summary>Another space has proven it, or keeps it for a while. 409. Data: Name.</summary>
    public const string DomainTaken = "Sites:DomainTaken";

    /// <summary>Data: Max.</summary>
    public const string TooManyDomains = "Sites:TooManyDomains";

    /// <summary>Only a proven name can be the site's address. Data: Name.</summary>
    public const string DomainNotProven = "Sites:DomainNotProven";

    /// <summary>Who audited, when, and the rate that they found: asked for as soon as an audit is stated.</summary>
    public const string AccessibilityAuditMissing = "Sites:AccessibilityAuditMissing";

    /// <summary>The rate does not go with the state: all is 100, partly 50 to under 100, not conform under 50.</summary>
    public const string AccessibilityRateInvalid = "Sites:AccessibilityRateInvalid";
}
