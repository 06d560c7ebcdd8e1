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

    /// <summary>The revision is not, or no longer, there. 404. A save is repeated with its <see cref="Pages.SaveDraftInput.BaseDocument"/>.</summary>
    public const string RevisionUnknown = "Sites:RevisionUnknown";

    /// <summary>Not a usable address. Data: Slug.</summary>
    public const string SlugInvalid = "Sites:SlugInvalid";

    /// <summary>The site needs this address itself. Data: Slug.</summary>
    public const string SlugReserved = "Sites:SlugReserved";

    /// <summary>Another page or post has this address. 409. Data: Slug.</summary>
    public const string SlugTaken = "Sites:SlugTaken";

    /// <summary>No path that a page could have had. Data: Path.</summary>
    public const string FormerAddressInvalid = "Sites:FormerAddressInvalid";

    /// <summary>A page or post is at this path now. 409. Data: Path.</summary>
    public const string FormerAddressInUse = "Sites:FormerAddressInUse";

    /// <summary>The page or post that it should lead to is not there, or not online.</summary>
    public const string FormerAddressTargetUnknown = "Sites:FormerAddressTargetUnknown";

    /// <summary>The home page stays at the root of the site and is not deleted.</summary>
    public const string HomePageStays = "Sites:HomePageStays";

    /// <summary>Legal notice, privacy and accessibility are asked for by law and are not deleted.</summary>
    public const string LegalPageStays = "Sites:LegalPageStays";

    /// <summary>The home page and the legal pages are for everybody.</summary>
    public const string PageStaysPublic = "Sites:PageStaysPublic";

    /// <summary>More pages than a site may have. Data: Max.</summary>
    public const string TooManyPages = "Sites:TooManyPages";

    /// <summary>An admin must confirm an e-mail address before anything is published.</summary>
    public const string EmailNotConfirmed = "Sites:EmailNotConfirmed";

    /// <summary>Address and director of publication are missing in the association's profile.</summary>
    public const string LegalNoticeIncomplete = "Sites:LegalNoticeIncomplete";

    /// <summary>The hub does not speak it. Data: Language.</summary>
    public const string LanguageUnknown = "Sites:LanguageUnknown";

    /// <summary>No such pair of fonts. Data: FontPair.</summary>
    public const string FontPairUnknown = "Sites:FontPairUnknown";

    /// <summary>The logo is no picture of this space.</summary>
    public const string LogoUnknown = "Sites:LogoUnknown";

    /// <summary>A scheduled instant is over already. 400.</summary>
    public const string ScheduleInPast = "Sites:ScheduleInPast";

    /// <summary>More than two years ahead. 400.</summary>
    public const string ScheduleTooFar = "Sites:ScheduleTooFar";

    /// <summary>It would be taken offline before it is online. 400.</summary>
    public const string ScheduleEndsBeforeBeginning = "Sites:ScheduleEndsBeforeBeginning";

    /// <summary>A name without a letter or digit. 400. Data: Name.</summary>
    public const string CategoryNameInvalid = "Sites:CategoryNameInvalid";

    /// <summary>There is such a category: merge them. 409. Data: Name.</summary>
    public const string CategoryExists = "Sites:CategoryExists";

    /// <summary>Data: Max.</summary>
    public const string TooManyCategories = "Sites:TooManyCategories";

    /// <summary>More entries than a menu may have. 400. Data: Max.</summary>
    public const string MenuTooLong = "Sites:MenuTooLong";

    /// <summary>More than two levels. 400.</summary>
    public const string MenuTooDeep = "Sites:MenuTooDeep";

    /// <summary>An entry leads to something that is no page, post, path or web address. 400. Data: Target.</summary>
    public const string MenuTargetInvalid = "Sites:MenuTargetInvalid";

    /// <summary>A heading or an outside address needs words. 400.</summary>
    public const string MenuTitleMissing = "Sites:MenuTitleMissing";

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

    /// <summary>The hub has no room for copies of what is shared with all. Data: MaxMegabytes.</summary>
    public const string HubMediaQuotaExceeded = "Sites:HubMediaQuotaExceeded";

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
    /// <summary>The event ends before it begins, lasts too long, or has a beginning without an end. Data: MaxDays.</summary>
    public const string EventTimesInvalid = "Sites:EventTimesInvalid";

    /// <summary>The rhythm does not fit the first date, or never comes to pass.</summary>
    public const string EventRecurrenceInvalid = "Sites:EventRecurrenceInvalid";

    /// <summary>The event does not take place on that day. Data: Day.</summary>
    public const string EventOccurrenceUnknown = "Sites:EventOccurrenceUnknown";

    /// <summary>Neither a place nor an address on the web: people would not know where to go.</summary>
    public const string EventPlaceMissing = "Sites:EventPlaceMissing";

    /// <summary>The event has a picture that is neither described nor said to be decorative.</summary>
    public const string EventImageAltMissing = "Sites:EventImageAltMissing";

    /// <summary>Not an address on the web. Data: Url.</summary>
    public const string EventUrlInvalid = "Sites:EventUrlInvalid";

    /// <summary>It was online: people have it in their calendars. It is called off instead.</summary>
    public const string EventWasPublished = "Sites:EventWasPublished";

    /// <summary>Data: Max.</summary>
    public const string TooManyEvents = "Sites:TooManyEvents";

    /// <summary>Data: Max.</summary>
    public const string TooManyEventChanges = "Sites:TooManyEventChanges";

    /// <summary>Nobody can sign up: the event is over, called off, or takes none.</summary>
    public const string RegistrationClosed = "Sites:RegistrationClosed";

    /// <summary>The address signed up for this time already, under another name or for other numbers of people.</summary>
    public const string RegistrationKnown = "Sites:RegistrationKnown";

    /// <summary>The space takes in no more sign-ups from its site for now.</summary>
    public const string TooManyRegistrations = "Sites:TooManyRegistrations";

    /// <summary>The new rhythm leaves out dates to come for which people signed up. Data: Dates, in words.</summary>
    public const string EventDatesTaken = "Sites:EventDatesTaken";

    /// <summary>More people than one sign-up may bring. Data: Max.</summary>
    public const string RegistrationTooManyPersons = "Sites:RegistrationTooManyPersons";

    /// <summary>Not a time after which answers or sign-ups may be forgotten. Data: Choices.</summary>
    public const string RetentionInvalid = "Sites:RetentionInvalid";

    /// <summary>Two questions have the same id, or one is not made of letters, digits and hyphens. Data: Id.</summary>
    public const string FormFieldIdInvalid = "Sites:FormFieldIdInvalid";

    /// <summary>A choice without options, or with the same one twice. Data: Label.</summary>
    public const string FormOptionsInvalid = "Sites:FormOptionsInvalid";

    /// <summary>A form without a question.</summary>
    public const string FormEmpty = "Sites:FormEmpty";

    /// <summary>Somebody who is not a member of the space cannot be told of answers.</summary>
    public const string FormRecipientUnknown = "Sites:FormRecipientUnknown";

    /// <summary>Data: Max.</summary>
    public const string TooManyForms = "Sites:TooManyForms";
}
