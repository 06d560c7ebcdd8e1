namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>Something that a kind reader would say before a document goes online. It stops nothing. <see cref="Code"/> is a localization key.</summary>
/// <param name="BlockId">Empty when it concerns the document as a whole, its title or its excerpt.</param>
/// <param name="ItemId">The item of the block, when the field is an item's.</param>
/// <param name="Data">What the sentence names.</param>
public sealed record ReviewRemark(
    string Code, string BlockId, string? ItemId, string? Field, IReadOnlyDictionary<string, object> Data, ReviewRepair? Repair = null)
{
    /// <summary>What else mends it in one press.</summary>
    public ReviewAction? Action { get; init; }

    /// <summary>The type of a block that mends it, at the end of the document.</summary>
    public string? BlockToAdd { get; init; }
}

/// <summary>Puts <paramref name="New"/> in the place of <paramref name="Old"/>, once, in the field as it is stored.</summary>
public sealed record ReviewRepair(string Old, string New);

/// <summary>What mends a remark besides other words. Each is a person's choice.</summary>
public enum ReviewAction
{
    /// <summary>Takes the block out.</summary>
    RemoveBlock,

    /// <summary>Says that the picture of the block or item only decorates.</summary>
    MarkDecorative,
}

public static class ReviewCodes
{
    public const string WeekdayWrong = "Sites:Review:WeekdayWrong";
    public const string DateImpossible = "Sites:Review:DateImpossible";
    public const string EventPlaceMissing = "Sites:Review:EventPlaceMissing";
    public const string EventTimeMissing = "Sites:Review:EventTimeMissing";
    public const string EventPriceMissing = "Sites:Review:EventPriceMissing";
    public const string LinkDead = "Sites:Review:LinkDead";
    public const string LinkMoved = "Sites:Review:LinkMoved";
    public const string FormUnavailable = "Sites:Review:FormUnavailable";
    public const string LinkTextVague = "Sites:Review:LinkTextVague";
    public const string LinkBare = "Sites:Review:LinkBare";
    public const string Capitals = "Sites:Review:Capitals";
    public const string MarksRepeated = "Sites:Review:MarksRepeated";
    public const string PhoneUngrouped = "Sites:Review:PhoneUngrouped";
    public const string BoldHeading = "Sites:Review:BoldHeading";
    public const string HeadingSkipped = "Sites:Review:HeadingSkipped";
    public const string HeadingsMissing = "Sites:Review:HeadingsMissing";
    public const string SentenceLong = "Sites:Review:SentenceLong";
    public const string BlockEmpty = "Sites:Review:BlockEmpty";
    public const string BlockPast = "Sites:Review:BlockPast";
    public const string FileNameTitle = "Sites:Review:FileNameTitle";
    public const string AltMissing = "Sites:Review:AltMissing";
    public const string AltLong = "Sites:Review:AltLong";
    public const string AltRedundant = "Sites:Review:AltRedundant";
    public const string TranscriptMissing = "Sites:Review:TranscriptMissing";
}

/// <summary>What the reader knows besides the document.</summary>
public sealed record ReviewContext(DateOnly Today)
{
    /// <summary>What stands above the document; remarks on it have no block, and the field <c>title</c> or <c>excerpt</c>.</summary>
    public string? Title { get; init; }

    /// <summary>The summary that lists show.</summary>
    public string? Excerpt { get; init; }

    /// <summary>What an address on the site or one of our URNs is called; null when nobody knows.</summary>
    public Func<string, string?> TitleOf { get; init; } = _ => null;

    /// <summary>Whether an address on the site or one of our URNs leads nowhere that readers can see.</summary>
    public Func<string, bool> IsDead { get; init; } = _ => false;

    /// <summary>What leads to the same as a former address of the site, and will go on doing so; null for any other address.</summary>
    public Func<string, string?> FindPresent { get; init; } = _ => null;
}
