namespace CapaCitoyenne.Sites.Documents.Validation;

public enum IssueSeverity
{
    /// <summary>Worth telling the editor; stops nothing.</summary>
    Warning,

    /// <summary>A draft may have it; a published document may not.</summary>
    BlocksPublishing,

    /// <summary>The document is refused.</summary>
    Error,
}

/// <summary>One finding. <see cref="Path"/> is a JSON pointer (RFC 6901), <see cref="Code"/> a localization key, <see cref="Data"/> what its sentence names.</summary>
public sealed record DocumentIssue(string Path, string Code, IssueSeverity Severity, IReadOnlyDictionary<string, object>? Data = null);

/// <summary>The worded codes of what can be wrong with a document.</summary>
public static class DocumentIssueCodes
{
    public const string DocumentNotReadable = "Sites:DocumentNotReadable";
    public const string SourceHeadUnreadable = "Sites:SourceHeadUnreadable";
    public const string SourceDirectiveUnreadable = "Sites:SourceDirectiveUnreadable";
    public const string SourceDirectiveOpen = "Sites:SourceDirectiveOpen";
    public const string DocumentSchemaUnknown = "Sites:DocumentSchemaUnknown";
    public const string DocumentLanguageInvalid = "Sites:DocumentLanguageInvalid";
    public const string DocumentPropertyUnknown = "Sites:DocumentPropertyUnknown";
    public const string DocumentTooLarge = "Sites:DocumentTooLarge";
    public const string DocumentTooManyBlocks = "Sites:DocumentTooManyBlocks";

    public const string BlockMalformed = "Sites:BlockMalformed";
    public const string BlockTypeUnknown = "Sites:BlockTypeUnknown";
    public const string BlockVersionUnknown = "Sites:BlockVersionUnknown";
    public const string BlockUpgradeFailed = "Sites:BlockUpgradeFailed";
    public const string BlockIdInvalid = "Sites:BlockIdInvalid";
    public const string BlockIdRepeated = "Sites:BlockIdRepeated";
    public const string BlockTooDeep = "Sites:BlockTooDeep";

    public const string FieldUnknown = "Sites:FieldUnknown";
    public const string FieldMissing = "Sites:FieldMissing";
    public const string FieldInvalid = "Sites:FieldInvalid";
    public const string FieldTooLong = "Sites:FieldTooLong";
    public const string FieldEmpty = "Sites:FieldEmpty";
    public const string ItemMalformed = "Sites:ItemMalformed";
    public const string ItemIdInvalid = "Sites:ItemIdInvalid";
    public const string ItemIdRepeated = "Sites:ItemIdRepeated";
    public const string TooManyItems = "Sites:TooManyItems";
    public const string EmailInvalid = "Sites:EmailInvalid";
    public const string VideoNotKnown = "Sites:VideoNotKnown";
    public const string ColumnCountInvalid = "Sites:ColumnCountInvalid";

    public const string MarkdownTooLong = "Sites:MarkdownTooLong";
    public const string MarkdownTooComplex = "Sites:MarkdownTooComplex";
    public const string LinkNotAllowed = "Sites:LinkNotAllowed";
    public const string LinkEmpty = "Sites:LinkEmpty";
    public const string RemoteImage = "Sites:RemoteImage";
    public const string ReferenceNotFound = "Sites:ReferenceNotFound";
    public const string ImageAltMissing = "Sites:ImageAltMissing";
    public const string ImageAltIsFileName = "Sites:ImageAltIsFileName";
}
